//! Serves the solution of exercise 15, and its known mistakes.

mod solution;
use solution::{late_rate, pair_output, pair_rates, time_until_learned};

#[path = "../../exercises/ex15-correlated-pair/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    euclidean_norm: time_until_learned;
    exponential_of_entries: pair_output;
    fastest_loaded: late_rate;
    half_forgotten: pair_rates;
    late_rate_from_the_start: time_until_learned;
    modes_exchanged: pair_output, late_rate, time_until_learned;
    one_minus_rho: late_rate;
    one_output_is_enough: time_until_learned;
    points_for_themselves: pair_output;
    residual_returned: pair_output;
    slowest_rate_for_all: pair_output, late_rate, time_until_learned;
    small_first: pair_rates;
    small_root_by_subtraction: pair_rates;
    unit_diagonal: pair_rates;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
