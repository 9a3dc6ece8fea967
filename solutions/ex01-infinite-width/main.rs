//! Serves the solution of exercise 01, and its known mistakes.

mod layers;
mod solution;
use solution::{
    excess_kurtosis, forward, kurtosis_given_hidden, nngp_monte_carlo, variance_by_depth,
};

#[path = "../../exercises/ex01-infinite-width/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    absolute_variance: kurtosis_given_hidden;
    activated_output: forward;
    activation_forgotten: kurtosis_given_hidden;
    activation_of_the_product: nngp_monte_carlo;
    both_moments_over_one_less: excess_kurtosis;
    centred_activation: variance_by_depth;
    columns_as_networks: kurtosis_given_hidden;
    covariance_of_activations: nngp_monte_carlo;
    deviation_for_variance: kurtosis_given_hidden;
    divided_by_root: nngp_monte_carlo;
    error_over_count: nngp_monte_carlo;
    expanded_powers: excess_kurtosis;
    factor_before_every_layer: forward, variance_by_depth;
    fan_out: forward;
    gain_before_activation: forward, variance_by_depth;
    gain_ignored: forward, variance_by_depth;
    gain_not_squared: variance_by_depth;
    gain_on_first: forward, variance_by_depth;
    halves_for_all: variance_by_depth;
    kurtosis_of_the_variance: kurtosis_given_hidden;
    length_not_squared: variance_by_depth;
    loop_from_the_input: forward;
    mean_not_subtracted: nngp_monte_carlo;
    not_centred: excess_kurtosis;
    one_layer_repeated: variance_by_depth;
    one_mean_for_all: kurtosis_given_hidden;
    population_deviation: nngp_monte_carlo;
    printed_first_layer: forward;
    product_of_means: nngp_monte_carlo;
    readout_of_ones: kurtosis_given_hidden;
    readout_unscaled: forward;
    root_d_on_first: forward, variance_by_depth;
    root_doubled: forward;
    root_forgotten: forward;
    root_n_on_first: forward;
    root_of_error_forgotten: nngp_monte_carlo;
    sample_variance: excess_kurtosis, kurtosis_given_hidden;
    spread_for_error: nngp_monte_carlo;
    square_of_the_mean: variance_by_depth;
    stable_everywhere: variance_by_depth;
    standardised_by_variance: excess_kurtosis;
    sum_before_square: kurtosis_given_hidden;
    three_forgotten: kurtosis_given_hidden;
    three_not_subtracted: excess_kurtosis, kurtosis_given_hidden;
    unbiased_kurtosis: excess_kurtosis;
    variance_for_deviation: variance_by_depth;
    variance_not_squared: excess_kurtosis;
    without_activation: nngp_monte_carlo;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
