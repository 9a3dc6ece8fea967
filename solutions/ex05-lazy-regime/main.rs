//! Serves the solution of exercise 05, and its known mistakes.

mod solution;
use solution::{descend_linear, displacement, lazy_width, linearised, movement};

#[path = "../../exercises/ex05-lazy-regime/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    above_zero: displacement;
    absolute_threshold: displacement;
    amplitudes_added: displacement;
    distance_of_the_outputs: displacement;
    divided_by_columns: movement;
    divided_by_rows: movement;
    eigenvectors_as_rows: displacement;
    exponent_doubled: displacement;
    f0_ignored: descend_linear;
    factor_not_squared: displacement;
    features_at_the_end: linearised;
    first_layer_only: linearised;
    first_speed: displacement;
    flow_for_steps: descend_linear;
    inverse_of_singular: displacement;
    kernel_for_inverse: displacement;
    largest_entry: movement;
    layer_lengths: movement;
    length_gained: movement;
    lengths_added: movement;
    lengths_not_squared: lazy_width;
    long_time_for_the_end: lazy_width;
    loss_without_half: descend_linear;
    mean_loss: descend_linear;
    mean_over_neurons: linearised;
    mean_size: movement;
    move_subtracted: descend_linear;
    move_that_shrinks: lazy_width;
    network_itself: linearised;
    one_for_all_layers: movement;
    one_minus_exp: displacement;
    one_sample_at_a_time: descend_linear;
    one_step_more: descend_linear;
    outputs_for_parameters: lazy_width;
    parameters_for_moves: linearised;
    readout_not_counted: lazy_width;
    readout_only: linearised;
    readout_out_of_the_slope: linearised;
    relative_by_layers: movement;
    relative_layers: movement;
    relative_squared: movement;
    relative_to_the_end: movement;
    residual_of_the_start: descend_linear;
    root_before_the_mean: movement;
    root_kept: lazy_width;
    root_on_the_start_only: linearised;
    rounded_down: lazy_width;
    rounding_as_a_mode: displacement;
    second_order_kept: linearised;
    share_not_squared: lazy_width;
    slope_forgotten: linearised;
    slow_modes_dropped: displacement;
    squared_distance: displacement;
    squares_kept: movement;
    start_forgotten: linearised;
    start_twice: linearised;
    straight_to_the_end: descend_linear;
    targets_for_residual: displacement, lazy_width;
    time_ignored: displacement;
    undivided: linearised;
    uphill: descend_linear;
    weights_of_the_samples: displacement;
    width_of_zero: lazy_width;
    zero_divides: displacement;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
