//! Serves the solution of exercise 20, and its known mistakes.

mod solution;
use solution::{drift_and_bound, kernel_gradient, relu_jump, typical_pull};

#[path = "../../exercises/ex20-kernel-drift/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    always_the_other_way: relu_jump;
    averaged_squares: typical_pull;
    boundary_counted_closed: relu_jump;
    both_ends_only: drift_and_bound;
    columns_first: kernel_gradient;
    curvature_sign: kernel_gradient;
    distance_of_an_entry: drift_and_bound;
    distance_of_the_preactivation: relu_jump;
    distances_added: drift_and_bound;
    end_left_out: drift_and_bound;
    entry_by_entry: typical_pull;
    first_layer_alone: typical_pull;
    first_order_change: drift_and_bound;
    gate_from_the_start: relu_jump;
    gradient_at_the_start: drift_and_bound;
    half_the_product_rule: kernel_gradient;
    largest_entry: drift_and_bound;
    mean_of_the_pull: typical_pull;
    no_cancellation: typical_pull;
    readout_counted_once: kernel_gradient;
    readout_not_squared: relu_jump;
    relu_as_smooth: relu_jump;
    root_n_for_n: kernel_gradient;
    slopes_held_fixed: kernel_gradient;
    this_draw: typical_pull;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
