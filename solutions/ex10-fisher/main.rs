//! Serves the solution of exercise 10, and its known mistakes.

mod solution;
use solution::{empirical_fisher, fisher, fisher_spectrum, natural_rates, natural_step};

#[path = "../../exercises/ex10-fisher/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    above_zero: natural_step, natural_rates;
    absolute_threshold: natural_step, natural_rates;
    centred_gradients: empirical_fisher;
    complement: natural_rates;
    damping_forgotten: natural_step, natural_rates;
    dead_modes_moved: natural_rates;
    deviation_for_variance: fisher;
    diagonal_fisher: natural_step;
    empirical_preconditioner: natural_step;
    error_not_averaged: fisher;
    fisher_for_empirical: empirical_fisher;
    gradient_rates: natural_rates;
    inverse_only: natural_rates;
    inverse_of_fisher: natural_step;
    inverse_of_kernel: natural_step;
    jitter: natural_step;
    kernel_spectrum: fisher_spectrum;
    kernel_twice: natural_step;
    left_on_the_samples: natural_step;
    loss_without_half: empirical_fisher;
    matrix_for_inverse: natural_step;
    mean_over_samples: fisher, empirical_fisher;
    noise_as_weight: fisher;
    noise_forgotten: fisher;
    noise_multiplied: fisher;
    ntk_for_fisher: fisher;
    ones: natural_rates;
    parameter_modes: natural_rates;
    plain_gradient: natural_step;
    residual_not_squared: empirical_fisher;
    residuals_averaged: empirical_fisher;
    sample_side: empirical_fisher;
    singular_values: fisher_spectrum;
    slow_modes_dropped: natural_step, natural_rates;
    smallest_first: fisher_spectrum, natural_rates;
    square_of_the_sum: fisher, empirical_fisher;
    square_root: natural_step;
    unsorted: fisher_spectrum, natural_rates;
    uphill: natural_step;
    weighted_kernel: fisher;
    zero_divides: natural_rates;
    zeros_left_out: fisher_spectrum;
    zeros_only_added: fisher_spectrum;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
