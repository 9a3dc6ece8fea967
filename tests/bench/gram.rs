//! How long a Gram matrix takes, and what share of that its parts would take alone.
//!
//!     cargo bench --bench gram                     one thread per processor
//!     cargo bench --bench gram -- 2000 erf         only m = 2000, only erf
//!     taskset -c 0 cargo bench --bench gram        one thread
//!
//! "fresh" is `ntk_gram`, which asks the system for the matrix; "reused" is `ntk_gram_into` the same matrix
//! again and again. The limit is what one half of XXᵀ and m²/2 evaluations a layer take, each as fast as
//! measured alone in memory that is there already, shared out among the processors. ("share" is of "reused".)
//!
//! tests/bench/against_jax.py times the same matrices there and prints the ratios.

use std::hint::black_box;
use std::time::Instant;

use nalgebra::DMatrix;
use ntk::kernel::{Activation, ActivationName, Architecture};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

/// Best of at least five runs, and of as many as fit in two seconds: in milliseconds.
fn best(mut work: impl FnMut()) -> f64 {
    let begun = Instant::now();
    let mut best = f64::INFINITY;
    for run in 0.. {
        let start = Instant::now();
        work();
        best = best.min(start.elapsed().as_secs_f64());
        if run >= 4 && begun.elapsed().as_secs_f64() > 2.0 {
            break;
        }
    }
    1e3 * best
}

fn network(name: &str, depth: usize) -> Architecture<Box<dyn Activation>> {
    let name: ActivationName = name.parse().expect("it is one");
    Architecture::new(depth, name.activation()).with_gain(2f64.sqrt())
}

fn points(m: usize) -> DMatrix<f64> {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    DMatrix::from_fn(m, 64, |_, _| StandardNormal.sample(&mut rng))
}

/// One pair, one layer, on one thread: from what fifty more layers take, shared out as the bench is.
fn evaluation(activation: &str, processors: usize) -> f64 {
    let (m, mut matrix) = (2000, DMatrix::zeros(0, 0));
    let xs = points(m);
    let mut time = |depth| {
        let network = network(activation, depth);
        best(|| network.ntk_gram_into(&xs, &mut matrix).expect("finite data"))
    };
    (time(60) - time(10)) * processors as f64 / (50 * m * m / 2) as f64
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |name: &str| {
        let names =
            || arguments.iter().filter(|argument| ["relu", "erf"].contains(&argument.as_str()));
        names().count() == 0 || names().any(|argument| argument == name)
    };
    let mut sizes: Vec<usize> = arguments.iter().filter_map(|size| size.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![500, 1000, 2000, 4000];
    }
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    println!("# {processors} processors, d = 64, gain sqrt 2; milliseconds, best of several");
    println!("activation,m,depth,fresh,reused,limit,share of the limit reached");
    let activations = ["relu", "erf"].into_iter().filter(|name| wanted(name));
    let activations: Vec<_> =
        activations.map(|name| (name, evaluation(name, processors))).collect();
    for m in sizes {
        let (xs, mut reused) = (points(m), DMatrix::zeros(m, m));
        let transposed = xs.transpose();
        let product = best(|| reused.gemm(1.0, &xs, &transposed, 0.0));
        for depth in [1, 3, 10] {
            for (name, evaluation) in &activations {
                let network = network(name, depth);
                let fresh = best(|| drop(black_box(network.ntk_gram(&xs).expect("finite data"))));
                let again = best(|| network.ntk_gram_into(&xs, &mut reused).expect("finite data"));
                let evaluations = (m * m / 2 * depth) as f64;
                let limit = (product / 2.0 + evaluations * evaluation) / processors as f64;
                let share = limit / again;
                println!("{name},{m},{depth},{fresh:.3},{again:.3},{limit:.3},{share:.2}");
            }
        }
    }
}
