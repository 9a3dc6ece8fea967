//! Serves the solution of exercise 13, and its known mistakes.

mod solution;
use solution::{decide, fit_exponent, rms_over_seeds, two_powers};

#[path = "../../exercises/ex13-finite-width/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    absolute_errors: fit_exponent;
    axes_exchanged: fit_exponent;
    constant_term: two_powers;
    divided_by_n: rms_over_seeds;
    error_at_the_centre: two_powers;
    error_of_the_plain_mean: rms_over_seeds;
    error_of_the_square: rms_over_seeds;
    error_squared: decide;
    errors_in_sum: fit_exponent;
    errors_not_scaled: two_powers;
    errors_not_squared: two_powers;
    exchanged: two_powers;
    first_allowed: decide;
    first_and_last: fit_exponent;
    independent_errors: two_powers;
    logarithms_forgotten: fit_exponent;
    mean_of_the_sizes: rms_over_seeds;
    mean_square: rms_over_seeds;
    mean_subtracted: rms_over_seeds;
    mixed_logarithms: fit_exponent;
    narrow_widths_decide: two_powers;
    nearest: decide;
    nearest_allowed: decide;
    one_at_a_time: two_powers;
    one_error: decide;
    one_error_for_all: fit_exponent;
    one_logarithm: fit_exponent;
    scatter_about_the_curve: two_powers;
    scatter_about_the_line: fit_exponent;
    scatter_for_error: rms_over_seeds;
    sign_dropped: fit_exponent;
    sizes_compared: decide;
    through_the_origin: fit_exponent;
    two_errors: decide;
    uncentred_error: fit_exponent;
    unweighted: two_powers;
    weighted: fit_exponent;
    weights_by_the_error: two_powers;
    zero_divides: rms_over_seeds;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
