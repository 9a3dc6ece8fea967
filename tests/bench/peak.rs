//! The yardstick of `network.rs`: multiply-adds a second, all in registers, compiled for the processor
//! that it runs on. Prints the rate for f64, or for f32 when asked.

use std::hint::black_box;
use std::time::Instant;

/// Enough independent chains of full registers to hide the latency of each.
const LANES: usize = 16 * 8;
const ROUNDS: usize = 100_000;

macro_rules! rate {
    ($number:ty, $lanes:expr) => {{
        let (factor, term): ($number, $number) = (black_box(0.5), black_box(1.0));
        let once = || {
            let begun = Instant::now();
            let mut sums = [term; $lanes];
            for _ in 0..ROUNDS {
                for sum in &mut sums {
                    *sum = sum.mul_add(factor, term);
                }
            }
            black_box(sums);
            begun.elapsed().as_secs_f64()
        };
        let fastest = (0..50).map(|_| once()).fold(f64::INFINITY, f64::min);
        ($lanes * ROUNDS) as f64 / fastest
    }};
}

fn main() {
    let single = std::env::args().nth(1).is_some_and(|number| number == "f32");
    println!("{}", if single { rate!(f32, 2 * LANES) } else { rate!(f64, LANES) });
}
