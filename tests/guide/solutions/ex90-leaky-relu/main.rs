//! Serves the solution of exercise 90, and its known mistakes.

mod solution;
use solution::{kdot_leaky, nngp_leaky};

#[path = "../../exercises/ex90-leaky-relu/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    mixed_gates_forgotten: kdot_leaky;
    mixed_terms_added: nngp_leaky;
    mixed_terms_forgotten: nngp_leaky;
    plain_relu: kdot_leaky;
    slope_not_squared: kdot_leaky, nngp_leaky;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
