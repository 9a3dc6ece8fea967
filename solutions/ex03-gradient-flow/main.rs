//! Serves the solution of exercise 03, and its known mistakes.

mod solution;
use solution::{euler_flow, euler_step, function_velocity};

#[path = "../../exercises/ex03-gradient-flow/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    brackets_forgotten: function_velocity;
    diagonal_only: function_velocity;
    dt_as_the_whole_time: euler_flow;
    dt_forgotten: euler_step, euler_flow;
    exact_flow: euler_step, euler_flow;
    first_velocity_kept: euler_flow;
    implicit_step: euler_step, euler_flow;
    increment_only: euler_step;
    kernel_forgotten: function_velocity;
    kernel_transposed: function_velocity;
    kernel_twice: function_velocity;
    loss_without_half: function_velocity;
    mean_loss: function_velocity;
    midpoint_step: euler_step, euler_flow;
    one_step_fewer: euler_flow;
    one_step_more: euler_flow;
    residual_returned: euler_flow;
    step_from_the_targets: euler_step;
    targets_forgotten: function_velocity;
    uphill: function_velocity, euler_step, euler_flow;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
