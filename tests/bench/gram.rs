//! How long a Gram matrix takes, and what share of that its parts would take alone.
//!
//!     cargo bench --bench gram                     one thread per processor
//!     cargo bench --bench gram -- 2000             only m = 2000
//!     taskset -c 0 cargo bench --bench gram        one thread
//!
//! tests/bench/against_jax.py times the same matrices there and prints the ratios.

use std::time::Instant;

use nalgebra::DMatrix;
use ntk::kernel::{Activation, Architecture, Erf, Relu};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

/// Best of several runs, in seconds.
fn best(mut work: impl FnMut()) -> f64 {
    let budget = Instant::now();
    let mut best = f64::INFINITY;
    for run in 0..20 {
        let start = Instant::now();
        work();
        best = best.min(start.elapsed().as_secs_f64());
        if run >= 2 && budget.elapsed().as_secs_f64() > 3.0 {
            break;
        }
    }
    best
}

fn gram_time<A: Activation>(depth: usize, activation: A, xs: &DMatrix<f64>) -> f64 {
    let architecture = Architecture::new(depth, activation).with_gain(2f64.sqrt());
    best(|| {
        std::hint::black_box(architecture.ntk_gram(xs).expect("finite data"));
    })
}

fn main() {
    let wanted: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if wanted.is_empty() { vec![500, 1000, 2000, 4000] } else { wanted };
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    println!("# {processors} processors, d = 64, gain sqrt 2; seconds, best of several");
    println!("activation,m,depth,seconds,ns per pair and layer,share of XX^T/2");
    for m in sizes {
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let xs = DMatrix::from_fn(m, 64, |_, _| StandardNormal.sample(&mut rng));
        let product = best(|| {
            std::hint::black_box(&xs * xs.transpose());
        });
        for depth in [1, 3, 10] {
            let times = [("relu", gram_time(depth, Relu, &xs)), ("erf", gram_time(depth, Erf, &xs))];
            for (name, seconds) in times {
                let evaluations = (m * (m + 1) / 2 * depth) as f64;
                let each = 1e9 * seconds / evaluations;
                let share = product / 2.0 / seconds;
                println!("{name},{m},{depth},{seconds:.4},{each:.2},{share:.2}");
            }
        }
    }
}
