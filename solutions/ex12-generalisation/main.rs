//! Serves the solution of exercise 12, and its known mistakes.

mod solution;
use solution::{ensemble_law, error_parts, label_noise_variance, ridge_predict};

#[path = "../../exercises/ex12-generalisation/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    above_zero: ridge_predict, label_noise_variance;
    absolute_threshold: ridge_predict;
    as_usually_written: error_parts;
    bias_not_squared: error_parts;
    bias_of_the_limit: error_parts;
    bias_without_truth: error_parts;
    cross_terms_added: ensemble_law;
    early_stopping: ridge_predict;
    filter_once: label_noise_variance;
    flow_of_the_mean_loss: label_noise_variance, ensemble_law;
    independent_starts: ensemble_law;
    infinite_time: label_noise_variance, ensemble_law, error_parts;
    inverse_of_singular: ridge_predict, label_noise_variance, ensemble_law;
    inverse_once: label_noise_variance;
    kernels_exchanged: ensemble_law, error_parts;
    mean_loss: ridge_predict;
    nngp_for_ntk: ensemble_law, error_parts;
    no_spread: ensemble_law, error_parts;
    noise_forgotten: error_parts;
    noise_of_the_fresh_label: label_noise_variance, error_parts;
    normalised_weights: ridge_predict;
    ntk_for_nngp: ensemble_law, error_parts;
    ntk_posterior: ensemble_law;
    one_cross_term: ensemble_law;
    one_cross_term_twice: ensemble_law;
    one_minus_exp: label_noise_variance;
    penalty_without_half: ridge_predict;
    posterior: ensemble_law;
    posterior_covariance: ensemble_law;
    posterior_variance: label_noise_variance;
    ridge_ignored: ridge_predict;
    ridge_in_every_entry: ridge_predict;
    ridge_on_coefficients: ridge_predict;
    samples_as_columns: error_parts;
    sigma_not_squared: label_noise_variance, error_parts;
    slow_modes_dropped: ridge_predict;
    standard_deviation: label_noise_variance;
    start_at_data_only: ensemble_law;
    start_left_alone: ensemble_law, error_parts;
    test_points_first: ridge_predict, label_noise_variance, ensemble_law, error_parts;
    variances_only: ensemble_law;
    weights_added_first: label_noise_variance;
    what_is_left: label_noise_variance, ensemble_law;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
