//! Serves the solution of exercise 18, and its known mistakes.

mod solution;
use solution::{decay_term, frozen_tangent_end, towards_start, towards_zero};

#[path = "../../exercises/ex18-weight-decay/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    affine_taken_for_linear: decay_term;
    centre_at_the_start: frozen_tangent_end;
    gates_forgotten: decay_term;
    hidden_layers_counted: towards_zero;
    hidden_unit_for_a_layer: decay_term;
    kernel_instead: decay_term;
    kernel_kept: towards_zero;
    kernel_shrinks_like_the_square: towards_zero;
    moving_ridge: towards_zero;
    no_decay: towards_start;
    offset_not_added: frozen_tangent_end;
    offset_on_one_side: frozen_tangent_end;
    offset_with_the_wrong_sign: frozen_tangent_end;
    one_gradient: towards_zero;
    outputs_decay_by_lambda: towards_zero;
    outputs_do_not_decay: towards_zero;
    outputs_pulled_to_zero: towards_start;
    pulled_to_the_start: towards_zero;
    rate_without_lambda: towards_start;
    ridge_doubled: towards_start;
    ridge_of_a_mean: towards_start;
    start_forgotten: towards_start;
    the_end_at_once: towards_start;
    two_layers_always: towards_zero;
    two_layers_assumed: frozen_tangent_end;
    usual_equation: towards_zero;
    usual_formula: frozen_tangent_end;
    width_counted_twice: decay_term;
    width_forgotten: decay_term;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
