//! What training costs: milliseconds of a full-batch step of a network with two hidden layers, and of its
//! empirical NTK, for m = 64 samples in d = 32 dimensions.
//!
//! A step makes three products of n×n by n×m, so it should cost 3n²m multiply-adds and grow with n². Two
//! yardsticks stand beside it: what the processor can multiply and add at most, all in registers, and
//! what it takes to carry the matrix past the processor as often as a step does (read forwards, read
//! backwards, read and written in the update).
//!
//!     cargo bench --profile dev -p ntk-network            widths to 2048
//!     cargo bench --profile dev -p ntk-network -- --wide  and 8192, which wants 2 GB

use std::hint::black_box;
use std::process::{Command, Stdio};
use std::time::Instant;

use nalgebra::DMatrix;
use ntk_network::{Activation, Descent, Design, Network, Scalar, Settings, normals};

const SAMPLES: usize = 64;
const INPUTS: usize = 32;

fn main() {
    let wide = std::env::args().any(|argument| argument == "--wide");
    let widths: &[usize] = if wide { &[512, 2048, 8192] } else { &[512, 2048] };
    println!("two hidden layers, ReLU, m = {SAMPLES}, d = {INPUTS}, one thread\n");
    table::<f64>("f64", widths, peak("f64"));
    table::<f32>("f32", widths, peak("f32"));
    println!("one hidden layer, f64");
    let mut before = None;
    for width in [4096, 16384, 65536] {
        let seconds = step::<f64>(1, width);
        let power = exponent(&mut before, width, seconds);
        println!("  n = {width:<6} step {:9.3} ms{power}", 1e3 * seconds);
    }
}

fn table<T: Scalar>(name: &str, widths: &[usize], peak: f64) {
    println!("{name}: at most {:.1} G multiply-adds a second", peak / 1e9);
    let mut before = None;
    for &width in widths {
        let seconds = step::<T>(2, width);
        let share = 3.0 * (width * width * SAMPLES) as f64 / seconds / peak;
        let power = exponent(&mut before, width, seconds);
        println!(
            "  n = {width:<5} step {:9.2} ms, {:3.0} % of that; carrying W {:9.2} ms{power}",
            1e3 * seconds,
            100.0 * share,
            1e3 * carrying::<T>(width),
        );
        if width <= 2048 {
            println!("            NTK  {:9.2} ms", 1e3 * kernel::<T>(width));
        }
    }
    println!();
}

/// How time grew since the width before.
fn exponent(before: &mut Option<(usize, f64)>, width: usize, seconds: f64) -> String {
    let last = before.replace((width, seconds));
    last.map_or(String::new(), |(narrow, fast)| {
        let power = (seconds / fast).ln() / (width as f64 / narrow as f64).ln();
        format!("   grows as n^{power:.2}")
    })
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
    let rounds = if width > 4096 && depth > 1 { 5 } else { 25 };
    best_of(rounds, || {
        descent.step().expect("the rate is small");
    })
}

fn kernel<T: Scalar>(width: usize) -> f64 {
    let (xs, _) = data();
    let design = Design::new(INPUTS, 2, width, Activation::Relu);
    let network = Network::<T>::draw(design, 1).expect("the design is sound");
    best_of(9, || {
        black_box(network.tangents(&xs).expect("the shapes fit").ntk());
    })
}

/// Four times over an n×n matrix: an addition in place reads and writes, so two of them.
fn carrying<T: Scalar>(width: usize) -> f64 {
    let mut matrix = DMatrix::<T>::repeat(width, width, T::one());
    2.0 * best_of(5, || black_box(&mut matrix).add_scalar_mut(T::one()))
}

/// What the processor can do at most: a program of its own, which the compiler may write for this
/// very processor and no other.
fn peak(number: &str) -> f64 {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let program = folder.join(format!("peak{}", std::env::consts::EXE_SUFFIX));
    let built = Command::new("rustc")
        .args(["--edition=2024", "-Copt-level=3", "-Ctarget-cpu=native"])
        .arg("-Ctarget-feature=-prefer-256-bit")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/bench/peak.rs"))
        .arg("-o")
        .arg(&program)
        .stderr(Stdio::null())
        .status();
    assert!(built.is_ok_and(|status| status.success()), "rustc compiles the yardstick");
    let output = Command::new(&program).arg(number).output().expect("the yardstick runs");
    String::from_utf8_lossy(&output.stdout).trim().parse().expect("the yardstick prints a number")
}
