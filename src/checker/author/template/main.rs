//! Serves the solution of exercise {number}, and its known mistakes.

mod solution;
use solution::{first, second};

#[path = "../../exercises/{name}/signatures.rs"]
mod signatures;

// FILL: a file in mistakes/ for each, three for every function on average.
ntk_harness::mistakes! {
    sum_for_product: first;
    factor_forgotten: second;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
