//! Serves the solution of exercise 19, and its known mistakes.

mod solution;
use solution::{circle_spectra, first_layer_block, readout_block, readout_only_prediction};

#[path = "../../exercises/ex19-two-blocks/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    activation_forgotten: readout_block;
    average_by_similarity: readout_only_prediction;
    both_layers_trained: readout_only_prediction;
    exchanged: circle_spectra;
    gate_open_at_zero: first_layer_block;
    inputs_forgotten: first_layer_block;
    integral_not_mean: circle_spectra;
    inverse_forgotten: readout_only_prediction;
    odd_ones_too: circle_spectra;
    readout_weights_forgotten: first_layer_block;
    readout_weights_in_readout: readout_block;
    readout_weights_not_squared: first_layer_block;
    root_of_width: readout_block, first_layer_block;
    width_forgotten: readout_block, first_layer_block;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
