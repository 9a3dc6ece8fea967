//! How long the eigendecomposition of a kernel takes:
//!
//!     cargo bench --bench spectrum                     by nalgebra
//!     cargo bench --bench spectrum --features faer     by faer
//!
//! tests/bench/against_lapack.py times LAPACK's on a matrix of the same kind.

use std::time::Instant;

use nalgebra::DMatrix;
use ntk::dynamics::Spectrum;
use ntk::kernel::{Architecture, Relu};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

fn main() {
    let by = if cfg!(feature = "faer") { "faer" } else { "nalgebra" };
    println!("by,m,seconds");
    for m in [300, 1000] {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let xs = DMatrix::from_fn(m, 64, |_, _| StandardNormal.sample(&mut rng));
        let theta = Architecture::new(3, Relu).ntk_gram(&xs).expect("finite data");
        let seconds = (0..3).map(|_| {
            let start = Instant::now();
            std::hint::black_box(Spectrum::of(&theta).expect("a kernel"));
            start.elapsed().as_secs_f64()
        });
        println!("{by},{m},{:.3}", seconds.fold(f64::INFINITY, f64::min));
    }
}
