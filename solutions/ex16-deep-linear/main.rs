//! Serves the solution of exercise 16, and its known mistakes.

mod solution;
use solution::{end_to_end, kernel_matrix, layer_terms, limit_kernel};

#[path = "../../exercises/ex16-deep-linear/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    factor_forgotten: end_to_end, layer_terms, kernel_matrix;
    factor_in_every_layer: end_to_end, layer_terms, kernel_matrix;
    first_layer_alone: kernel_matrix;
    gain_in_every_layer: limit_kernel;
    gain_not_squared: limit_kernel;
    hidden_in_reverse: end_to_end, layer_terms;
    hidden_not_transposed: end_to_end;
    limit_for_finite_width: layer_terms, kernel_matrix;
    nngp_for_ntk: limit_kernel;
    output_map_squared: kernel_matrix;
    own_factor_forgotten: layer_terms;
    power_of_the_product: limit_kernel;
    power_with_gain: limit_kernel;
    readout_in_front: layer_terms;
    slopes_not_squared: layer_terms;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
