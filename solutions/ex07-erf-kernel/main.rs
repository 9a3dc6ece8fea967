//! Serves the solution of exercise 07, and its known mistakes.

mod solution;
use solution::{circle_rates, kdot_erf, nngp_erf, ntk_erf, ntk_steep};

#[path = "../../exercises/ex07-erf-kernel/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    acos_for_asin: nngp_erf;
    area_by_subtraction: kdot_erf;
    bias_ignored: ntk_erf, circle_rates;
    bias_in_the_covariance_only: ntk_erf;
    bias_in_the_factor_only: ntk_erf;
    bias_in_the_readout_only: ntk_erf;
    bias_not_squared: ntk_erf;
    bias_not_trained: ntk_erf;
    bias_of_one: ntk_erf;
    cancelling_determinant: kdot_erf;
    chain_rule_forgotten: ntk_steep;
    chain_rule_twice: ntk_steep;
    chance_of_agreement: nngp_erf;
    cosine_for_dot: ntk_erf;
    cosine_in_the_arcsine: nngp_erf;
    covariance_added: kdot_erf;
    determinant_of_the_covariance: kdot_erf;
    divided_by_root_two: ntk_steep;
    first_layer_only: ntk_erf;
    first_point_twice: circle_rates;
    forgotten_dot: ntk_erf;
    forgotten_root: nngp_erf, kdot_erf;
    forgotten_two_over_pi: nngp_erf;
    fourier_series: circle_rates;
    half_of_the_circle: circle_rates;
    half_turn: circle_rates;
    height_of_the_bell: kdot_erf;
    independent_slopes: kdot_erf;
    largest_first: circle_rates;
    lengths_in_front: nngp_erf;
    lengths_not_squared: nngp_erf;
    mean_over_points: circle_rates;
    nngp_for_ntk: ntk_erf;
    nngp_rates: circle_rates;
    one_height: kdot_erf;
    one_input_scaled: ntk_steep;
    one_slope: ntk_steep;
    output_bias: ntk_erf;
    parallel_only: kdot_erf;
    scaled_kernel: ntk_steep;
    shared_noise: nngp_erf;
    slope_along_rho: kdot_erf;
    slope_along_the_cosine: kdot_erf;
    slope_for_steepness: ntk_steep;
    steep_nngp: ntk_steep;
    steepness_without_root_two: ntk_steep;
    unit_circle: circle_rates;
    unit_lengths: nngp_erf, kdot_erf;
    williams_argument: nngp_erf, kdot_erf;
    zero_divides: nngp_erf, kdot_erf;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
