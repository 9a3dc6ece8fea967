//! Serves the solution of exercise 04, and its known mistakes.

mod solution;
use solution::{flow_at, predict_at, predict_limit};

#[path = "../../exercises/ex04-constant-kernel/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    above_zero: predict_limit;
    absolute_threshold: predict_limit;
    cross_kernel_transposed: predict_at, predict_limit;
    eigenvectors_as_rows: flow_at, predict_at, predict_limit;
    elementwise_exponential: flow_at;
    f0_test_forgotten: predict_at, predict_limit;
    formula_as_printed: predict_at;
    forgotten_inverse: predict_at, predict_limit;
    growing_exponential: flow_at, predict_at;
    inverse_and_exponential: predict_at;
    inverse_of_singular: predict_at, predict_limit;
    jitter: predict_limit;
    long_time_for_limit: predict_limit;
    one_long_step: flow_at, predict_at;
    one_minus_exp: predict_at;
    own_rate_each: flow_at;
    residual_returned: flow_at;
    residual_reversed: predict_at, predict_limit;
    ridge_for_early_stopping: predict_at;
    rounding_as_a_mode: predict_limit;
    slow_modes_dropped: predict_at;
    start_and_end_exchanged: flow_at;
    start_forgotten: flow_at;
    targets_for_residual: predict_at, predict_limit;
    time_ignored: predict_at;
    zero_divides: predict_at, predict_limit;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
