//! Serves the solution of exercise 14, and its known mistakes.

mod solution;
use solution::{
    averaging_scale, kernel_weights, ntk_relu, two_point_prediction, two_point_relu_prediction,
};

#[path = "../../exercises/ex14-two-points/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    acos_near_parallel: ntk_relu;
    determinant_forgotten: two_point_prediction, kernel_weights;
    determinant_sign: two_point_prediction, kernel_weights;
    diagonal_not_exchanged: two_point_prediction, kernel_weights;
    dot_for_cosine: ntk_relu, two_point_relu_prediction;
    forgotten_dot: ntk_relu;
    gram_ignored: two_point_prediction, kernel_weights, averaging_scale;
    mean_of_targets: two_point_prediction, two_point_relu_prediction;
    nngp_for_ntk: ntk_relu, two_point_relu_prediction;
    off_diagonal_forgotten: two_point_prediction, kernel_weights;
    off_diagonal_sign: two_point_prediction, kernel_weights;
    orthogonal_as_unrelated: ntk_relu, two_point_relu_prediction;
    similarity_average: two_point_prediction, kernel_weights;
    squared_length: averaging_scale;
    sum_for_scale: averaging_scale;
    targets_exchanged: two_point_prediction, kernel_weights, two_point_relu_prediction;
    unit_diagonal: two_point_prediction, kernel_weights;
    unit_sphere: two_point_relu_prediction, averaging_scale;
    weights_made_to_sum_to_one: two_point_prediction, kernel_weights, two_point_relu_prediction;
    zero_divides: ntk_relu, two_point_relu_prediction;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
