//! What training costs: milliseconds of a full-batch step of a network with two hidden layers, and of its
//! empirical NTK, for m = 64 samples in d = 32 dimensions.
//!
//! The yardstick is the machine's own rate of multiply-adds in one large product (matrixmultiply again:
//! what it could reach here, not what the processor's makers promise). A step makes three products of
//! n×n by n×m, so it should cost 3n²m multiply-adds, and grow with n².
//!
//!     cargo bench --profile dev -p ntk-network            widths to 2048
//!     cargo bench --profile dev -p ntk-network -- --wide  and 8192, which wants 2 GB

use std::time::Instant;

use nalgebra::{DMatrix, RealField};
use ntk_network::{Activation, Descent, Design, Network, Scalar, Settings, normals};

const SAMPLES: usize = 64;
const INPUTS: usize = 32;

fn main() {
    let wide = std::env::args().any(|argument| argument == "--wide");
    let widths: &[usize] = if wide { &[512, 2048, 8192] } else { &[512, 2048] };
    println!("two hidden layers, ReLU, m = {SAMPLES}, d = {INPUTS}, one thread\n");
    table::<f64>("f64", widths);
    table::<f32>("f32", widths);
    println!("one hidden layer, f64");
    let mut previous = None;
    for width in [4096, 16384, 65536] {
        let seconds = step::<f64>(1, width);
        let exponent = previous.map(|before: f64| (seconds / before).log(4.0));
        let exponent = exponent.map_or(String::new(), |e| format!("   grows as n^{e:.2}"));
        println!("  n = {width:<6} step {:9.3} ms{exponent}", 1e3 * seconds);
        previous = Some(seconds);
    }
}

fn table<T: Scalar>(name: &str, widths: &[usize]) {
    let peak = product_rate::<T>();
    println!(
        "{name}: a product of 1024×1024 matrices makes {:.1} G multiply-adds a second",
        peak / 1e9
    );
    let mut previous = None;
    for &width in widths {
        let seconds = step::<T>(2, width);
        let rate = 3.0 * (width * width * SAMPLES) as f64 / seconds;
        let exponent = previous.map(|before: f64| (seconds / before).log(4.0));
        let exponent = exponent.map_or(String::new(), |e| format!("   grows as n^{e:.2}"));
        println!(
            "  n = {width:<5} step {:9.2} ms   {:3.0} % of that{exponent}",
            1e3 * seconds,
            100.0 * rate / peak
        );
        previous = Some(seconds);
        if width <= 2048 {
            println!("            NTK  {:9.2} ms", 1e3 * kernel::<T>(width));
        }
    }
    println!();
}

fn data() -> (DMatrix<f64>, DMatrix<f64>) {
    (normals(SAMPLES, INPUTS, 0.2, 1, 0), normals(SAMPLES, 1, 1.0, 1, 1))
}

/// The shortest of several rounds: whatever else the machine did only made them longer.
fn best_of(rounds: usize, mut work: impl FnMut()) -> f64 {
    let time = |_| {
        let begun = Instant::now();
        work();
        begun.elapsed().as_secs_f64()
    };
    (0..rounds).map(time).fold(f64::INFINITY, f64::min)
}

fn step<T: Scalar>(depth: usize, width: usize) -> f64 {
    let (xs, y) = data();
    let design = Design::new(INPUTS, depth, width, Activation::Relu);
    let mut network = Network::<T>::draw(design, 1).expect("the design is sound");
    let mut descent =
        Descent::new(&mut network, &xs, &y, Settings::new(0.01)).expect("the shapes fit");
    let rounds = if width > 4096 && depth > 1 { 3 } else { 15 };
    best_of(rounds, || {
        descent.step().expect("the rate is small");
    })
}

fn kernel<T: Scalar>(width: usize) -> f64 {
    let (xs, _) = data();
    let design = Design::new(INPUTS, 2, width, Activation::Relu);
    let network = Network::<T>::draw(design, 1).expect("the design is sound");
    best_of(7, || {
        std::hint::black_box(network.tangents(&xs).expect("the shapes fit").ntk());
    })
}

fn product_rate<T: Scalar + RealField>() -> f64 {
    let n = 1024;
    let (a, b): (DMatrix<T>, DMatrix<T>) = (normals(n, n, 1.0, 1, 0), normals(n, n, 1.0, 1, 1));
    let mut c = DMatrix::zeros(n, n);
    let seconds = best_of(5, || c.gemm(T::one(), &a, &b, T::zero()));
    (n * n * n) as f64 / seconds
}
