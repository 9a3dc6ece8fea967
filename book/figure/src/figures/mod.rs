//! The figures, one file each.

mod bands;
mod bound_and_pull;
mod catapult;
mod cube_law;
mod deep_linear;
mod deep_relu;
mod depth_over_width;
mod dial_curves;
mod draws;
mod driven;
mod ensemble_spread;
mod erf_gates;
mod erf_harmonics;
mod erf_lengths;
mod error_parts;
mod even_and_odd;
mod finite_kernels;
mod five_samples;
mod harmonics_learned;
mod hyperbolic_turn;
mod landing;
mod layer_terms;
mod learned_pair;
mod many_networks;
mod mirror_image;
mod natural_paths;
mod no_border;
mod no_end;
mod noisy_circle;
mod one_dial;
mod one_rate;
mod one_sample;
mod one_step;
mod order_and_chaos;
mod pair_rates;
mod quarter_by_depth;
mod random_functions;
mod relu_kernels;
mod samples_by_degree;
mod sawtooth;
mod small_steps;
mod smallest_eigenvalue;
mod sphere_spectra;
mod spread_in_time;
mod start_and_drift;
mod step_factors;
mod stop_in_time;
mod stop_or_ridge;
mod straight_or_bent;
mod three_phases;
mod three_targets;
mod thrown;
mod two_decays;
mod two_gates;
mod two_kinks;
mod two_numbers;
mod two_points;
mod two_samples;
mod two_spectra;
mod variance_by_depth;

use crate::Figure;

/// Every figure, in the order of the book.
pub static ALL: &[Figure] = &[
    random_functions::FIGURE,
    variance_by_depth::FIGURE,
    finite_kernels::FIGURE,
    even_and_odd::FIGURE,
    one_step::FIGURE,
    small_steps::FIGURE,
    two_samples::FIGURE,
    straight_or_bent::FIGURE,
    relu_kernels::FIGURE,
    two_gates::FIGURE,
    erf_gates::FIGURE,
    erf_lengths::FIGURE,
    erf_harmonics::FIGURE,
    deep_relu::FIGURE,
    layer_terms::FIGURE,
    cube_law::FIGURE,
    natural_paths::FIGURE,
    three_targets::FIGURE,
    step_factors::FIGURE,
    error_parts::FIGURE,
    ensemble_spread::FIGURE,
    start_and_drift::FIGURE,
    two_points::FIGURE,
    pair_rates::FIGURE,
    deep_linear::FIGURE,
    smallest_eigenvalue::FIGURE,
    sphere_spectra::FIGURE,
    two_decays::FIGURE,
    two_spectra::FIGURE,
    bound_and_pull::FIGURE,
    no_end::FIGURE,
    catapult::FIGURE,
    thrown::FIGURE,
    landing::FIGURE,
    driven::FIGURE,
    sawtooth::FIGURE,
    many_networks::FIGURE,
    spread_in_time::FIGURE,
    bands::FIGURE,
    one_dial::FIGURE,
    dial_curves::FIGURE,
    no_border::FIGURE,
    two_kinks::FIGURE,
    harmonics_learned::FIGURE,
    mirror_image::FIGURE,
    stop_in_time::FIGURE,
    stop_or_ridge::FIGURE,
    quarter_by_depth::FIGURE,
    order_and_chaos::FIGURE,
    three_phases::FIGURE,
    depth_over_width::FIGURE,
    samples_by_degree::FIGURE,
    learned_pair::FIGURE,
    hyperbolic_turn::FIGURE,
    one_sample::FIGURE,
    one_rate::FIGURE,
];

/// A library error as text.
fn show(error: impl std::fmt::Display) -> String {
    error.to_string()
}
