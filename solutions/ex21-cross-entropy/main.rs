//! Serves the solution of exercise 21, and its known mistakes.

mod solution;
use solution::{cross_entropy, margin, probability_velocity, softmax_velocity, weighted_kernel};

#[path = "../../exercises/ex21-cross-entropy/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    class_outputs_velocity: softmax_velocity;
    classes_apart: softmax_velocity;
    columns_weighted: weighted_kernel;
    difference_of_large_terms: cross_entropy;
    exponential_overflow: softmax_velocity;
    frozen_residual: margin;
    from_the_mean: softmax_velocity;
    kernel_forgotten: margin;
    labels_exchanged: cross_entropy;
    labels_of_plus_minus_one: cross_entropy;
    late_law_for_all: margin;
    logarithm_of_zero: cross_entropy;
    mean_loss: cross_entropy;
    one_minus_probability: weighted_kernel;
    outputs_velocity: probability_velocity;
    probability_as_slope: probability_velocity;
    probability_as_weight: weighted_kernel;
    probability_clamped: cross_entropy;
    residual_sign: probability_velocity;
    residual_weighted: probability_velocity;
    rows_weighted: weighted_kernel;
    sigmoid_per_class: softmax_velocity;
    slope_overflows: weighted_kernel;
    softmax_over_points: softmax_velocity;
    softmax_over_samples: weighted_kernel;
    squared_loss_residual: probability_velocity;
    start_at_zero: margin;
    symmetric_in_the_flow: probability_velocity;
    towards_the_label: margin;
    weighted_twice: weighted_kernel;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
