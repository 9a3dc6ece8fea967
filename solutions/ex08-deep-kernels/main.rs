//! Serves the solution of exercise 08, and its known mistakes.

mod layers;
mod solution;
use solution::{dual, ntk_any, ntk_erf, ntk_relu, relu_angle};

#[path = "../../exercises/ex08-deep-kernels/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    acos_near_parallel: relu_angle;
    activation_for_slope: ntk_any;
    all_of_it_its_own: dual;
    angle_from_covariance: ntk_relu;
    cholesky_transposed: dual;
    correlation_divides: dual;
    correlation_ignored: dual;
    cosine_divides: ntk_relu;
    diagonal_kept: ntk_erf, ntk_any;
    gain_forgotten_in_kdot: ntk_relu, ntk_erf, ntk_any;
    gain_ignored: ntk_relu, ntk_erf, ntk_any;
    gain_not_squared: ntk_relu, ntk_erf, ntk_any;
    gain_on_the_first_layer: ntk_relu, ntk_erf, ntk_any;
    gates_all_open: ntk_relu;
    kdot_for_correlation: relu_angle;
    kdot_of_the_next_layer: ntk_relu, ntk_erf, ntk_any;
    layers_of_weights_counted: ntk_relu, ntk_erf, ntk_any;
    lengths_kept: ntk_relu;
    nngp_for_ntk: ntk_relu, ntk_erf, ntk_any;
    one_angle_for_all_layers: ntk_relu;
    overwritten_too_early: ntk_erf, ntk_any;
    perfectly_correlated: dual;
    root_of_less_than_zero: dual;
    singular_pair: dual;
    slope_along_the_cosine: ntk_relu, ntk_erf;
    starts_from_zero: ntk_relu, ntk_erf, ntk_any;
    theta_for_its_complement: relu_angle;
    two_layer_formula: ntk_relu, ntk_erf, ntk_any;
    undivided_kernel: relu_angle;
    unit_lengths: ntk_relu;
    variance_for_deviation: dual;
    weights_without_the_step: dual;
    williams_argument: ntk_erf;
    zero_divides: ntk_relu, dual;
    zero_gives_zero: dual;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
