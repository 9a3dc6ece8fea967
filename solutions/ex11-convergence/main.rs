//! Serves the solution of exercise 11, and its known mistakes.

mod solution;
use solution::{learning_rates, mode_loads, steps_to, time_to};

#[path = "../../exercises/ex11-convergence/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    above_zero: learning_rates;
    absolute_error: time_to, steps_to;
    best_of_the_geometric_mean: learning_rates;
    best_of_the_mean: learning_rates;
    best_with_momentum: learning_rates;
    best_without_overshoot: learning_rates;
    condition_number: time_to, steps_to;
    dead_mode_counted: learning_rates;
    dead_mode_forbids: time_to, steps_to;
    dead_mode_left_out: time_to, steps_to;
    eigenvectors_as_rows: mode_loads;
    every_mode: time_to;
    exchanged: learning_rates;
    first_slope: time_to;
    flow_in_steps: steps_to;
    half_of_the_limit: learning_rates;
    largest_eigenvalue: time_to;
    largest_load_first: mode_loads;
    limit_ignored: steps_to;
    limit_of_the_diagonal: learning_rates;
    limit_of_the_slowest: learning_rates;
    limit_of_the_trace: learning_rates;
    loss_for_residual: time_to, steps_to;
    mean_loss: time_to, learning_rates, steps_to;
    mean_of_times: time_to;
    not_shared: mode_loads;
    not_squared: mode_loads;
    one_step_fewer: steps_to;
    one_step_more: steps_to;
    rates_included: mode_loads;
    shares_of_points: mode_loads;
    smallest_first: mode_loads;
    slow_modes_dropped: time_to, learning_rates;
    targets_for_residual: mode_loads, time_to, steps_to;
    unsorted: mode_loads;
    worst_case: time_to;
    worst_targets: steps_to;
    zero_divides: mode_loads, time_to;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
