//! Serves the solution of exercise 06, and its known mistakes.

mod solution;
use solution::{kdot_relu, nngp_relu, ntk_gram, ntk_relu};

#[path = "../../exercises/ex06-relu-kernel/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    acos_near_parallel: kdot_relu;
    cosine_for_dot: ntk_relu;
    columns_as_samples: ntk_gram;
    dot_for_cosine: nngp_relu, kdot_relu;
    first_layer_only: ntk_relu;
    forgotten_dot: ntk_relu;
    forgotten_norms: nngp_relu;
    forgotten_two_pi: nngp_relu, kdot_relu;
    he_gain: nngp_relu, kdot_relu;
    kdot_gram: ntk_gram;
    nngp_for_ntk: ntk_relu;
    nngp_gram: ntk_gram;
    normalised_rows: ntk_gram;
    slope_along_the_cosine: kdot_relu;
    theta_for_its_complement: nngp_relu, kdot_relu;
    upper_triangle: ntk_gram;
    zero_as_orthogonal: kdot_relu;
    zero_divides: nngp_relu, kdot_relu;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
