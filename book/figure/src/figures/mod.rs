//! The figures, one file each.

mod natural_paths;
mod one_step;
mod relu_kernels;
mod small_steps;
mod step_factors;
mod three_targets;
mod two_points;
mod two_samples;

use crate::Figure;

/// Every figure, in the order of the book.
pub static ALL: [Figure; 8] = [
    one_step::FIGURE,
    small_steps::FIGURE,
    two_samples::FIGURE,
    relu_kernels::FIGURE,
    natural_paths::FIGURE,
    three_targets::FIGURE,
    step_factors::FIGURE,
    two_points::FIGURE,
];

/// A library error as text.
fn show(error: impl std::fmt::Display) -> String {
    error.to_string()
}
