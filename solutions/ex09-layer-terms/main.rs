//! Serves the solution of exercise 09, and its known mistakes.

mod layers;
mod solution;
use solution::{layer_terms, network_terms, ntk_of_trained, relu_terms};

#[path = "../../exercises/ex09-layer-terms/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    all_factors_in_every_term: layer_terms, relu_terms;
    backward_left_out: network_terms;
    backward_without_factors: network_terms;
    factor_of_its_own_layer: network_terms;
    factors_from_below: layer_terms, relu_terms;
    first_gates_forgotten: network_terms;
    first_layer_scaled: network_terms;
    first_term_zero: layer_terms, relu_terms;
    flags_from_the_readout: ntk_of_trained;
    flags_ignored: ntk_of_trained;
    forward_left_out: network_terms;
    frozen_for_trained: ntk_of_trained;
    frozen_layer_as_a_wall: ntk_of_trained;
    frozen_layer_removed: ntk_of_trained;
    gain_ignored: relu_terms;
    gain_not_squared: relu_terms;
    gain_on_the_first_layer: relu_terms;
    gate_open_at_zero: network_terms;
    gates_forgotten: network_terms;
    gradients_added_before: network_terms;
    index_off_by_one: layer_terms, relu_terms;
    kdot_of_the_next_layer: relu_terms;
    kernels_for_terms: relu_terms;
    last_term_zero: layer_terms, relu_terms;
    layers_from_the_readout: network_terms;
    layers_of_weights_counted: relu_terms;
    one_factor_only: layer_terms, relu_terms;
    one_hidden_layer_too_many: ntk_of_trained;
    one_over_n: network_terms;
    own_factor_included: layer_terms, relu_terms;
    preactivations_multiplied: network_terms;
    readout_first: layer_terms, relu_terms;
    running_kernel: layer_terms, relu_terms;
    slope_along_the_cosine: relu_terms;
    sum_from_one: layer_terms, relu_terms;
    weights_not_transposed: network_terms;
    width_from_the_columns: network_terms;
    zero_divides: relu_terms;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
