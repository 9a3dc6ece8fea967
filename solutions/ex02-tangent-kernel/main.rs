//! Serves the solution of exercise 02, and its known mistakes.

mod network;
mod solution;
use solution::{empirical_ntk, gradient, kernel_rank, ntk_by_layers, relu_rank};

#[path = "../../exercises/ex02-tangent-kernel/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    absolute_threshold: kernel_rank;
    anything_above_zero: kernel_rank;
    cosine_of_gradients: empirical_ntk;
    dimension_for_rank: relu_rank;
    divided_by_parameters: empirical_ntk;
    divided_by_samples: empirical_ntk;
    divided_by_width: empirical_ntk;
    down_the_columns: gradient;
    every_line_counts: relu_rank;
    every_point_counts: relu_rank;
    every_ray_counts: relu_rank;
    factor_left_out: ntk_by_layers;
    factor_lost_on_the_way_back: ntk_by_layers;
    factor_not_squared: ntk_by_layers;
    first_layer_left_out: ntk_by_layers;
    first_layer_only: empirical_ntk;
    gain_ignored: ntk_by_layers;
    gain_on_first: ntk_by_layers;
    input_missing: gradient;
    lengths_distinguish: relu_rank;
    limit_for_singular_values: kernel_rank;
    linear_network: relu_rank;
    machine_epsilon: kernel_rank;
    matrix_product: ntk_by_layers;
    never_more_than_points: relu_rank;
    outputs_multiplied: empirical_ntk;
    pairs_in_general_position: relu_rank;
    pre_activation_read: ntk_by_layers;
    rank_of_all_points: relu_rank;
    readout_factor_lost: ntk_by_layers;
    readout_first: gradient;
    readout_kept: gradient;
    readout_missing: gradient;
    readout_only: empirical_ntk, ntk_by_layers;
    root_doubled: gradient;
    root_forgotten: gradient;
    root_on_first: ntk_by_layers;
    slope_forgotten: ntk_by_layers;
    slope_of_the_activation: gradient, ntk_by_layers;
    value_for_slope: gradient, ntk_by_layers;
    zero_counts: relu_rank;
    zero_matrix_full: kernel_rank;
    zeros_counted: kernel_rank;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
