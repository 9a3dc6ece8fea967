//! How long the eigendecomposition and the Cholesky factorisation of a kernel take:
//!
//!     cargo bench --bench spectrum                     by nalgebra
//!     cargo bench --bench spectrum --features faer     by faer
//!
//! tests/bench/against_lapack.py times LAPACK's on a matrix of the same kind.

use std::time::Instant;

use nalgebra::DMatrix;
use ntk::dynamics::{Ridge, Spectrum};
use ntk::kernel::{Architecture, Relu};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

/// Best of three runs, in seconds.
fn best(mut work: impl FnMut()) -> f64 {
    let seconds = (0..3).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    });
    seconds.fold(f64::INFINITY, f64::min)
}

fn main() {
    let by = if cfg!(feature = "faer") { "faer" } else { "nalgebra" };
    println!("what,by,m,seconds");
    for m in [300, 1000] {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let xs = DMatrix::from_fn(m, 64, |_, _| StandardNormal.sample(&mut rng));
        let theta = Architecture::new(3, Relu).ntk_gram(&xs).expect("finite data");
        let eigen = best(|| {
            std::hint::black_box(Spectrum::of(&theta).expect("a kernel"));
        });
        println!("eigen,{by},{m},{eigen:.4}");
        let cholesky = best(|| {
            std::hint::black_box(Ridge::new(&theta, 0.1).expect("a kernel"));
        });
        println!("cholesky,{by},{m},{cholesky:.4}");
    }
}
