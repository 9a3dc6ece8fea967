//! Exercise {number}: FILL the title. Book: chapter {chapter}.
//!
//! FILL why this exercise exists, in a sentence.
//!
//! Replace each `todo!`, save, and run `cargo run -- check {id}`.

use nalgebra::DVector;

/// FILL what it is, in the field's terms.
///
/// `x`, `y`: FILL shapes and ranges. FILL roughly how many lines.
pub fn first(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    todo!("of {x} and {y}")
}

/// FILL the second, which builds on the first.
pub fn second(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    todo!("of {x} and {y}")
}

// The checker calls your functions through these two lines.
mod signatures;

fn main() {
    signatures::main();
}
