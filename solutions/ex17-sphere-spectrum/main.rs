//! Serves the solution of exercise 17, and its known mistakes.

mod solution;
use solution::{decay_exponent, growth, pair_bound, sphere_mean};

#[path = "../../exercises/ex17-sphere-spectrum/signatures.rs"]
mod signatures;

ntk_harness::mistakes! {
    angle_from_inner_product: pair_bound;
    angles_uniform: sphere_mean;
    closest_pair_only: pair_bound;
    exponential_fit: decay_exponent;
    inner_product_uniform: sphere_mean;
    largest_eigenvalue_forgotten: growth;
    last_rank_left_out: decay_exponent;
    leading_term: pair_bound;
    mean_ignored: growth;
    mean_is_one: sphere_mean;
    mean_slows_steps_too: growth;
    mixed_logarithms: decay_exponent;
    most_distant_pair: pair_bound;
    neighbours_in_the_list: pair_bound;
    one_minus_theta_computed: pair_bound;
    opposite_counts_as_close: pair_bound;
    orthogonal_pairs: sphere_mean;
    ranks_closed_up: decay_exponent;
    ranks_from_zero: decay_exponent;
    readout_block_only: sphere_mean;
    sign_of_theta: pair_bound;
    slope_returned: decay_exponent;
    smallest_first: decay_exponent;
    space_for_sphere: growth;
    sphere_one_dimension_up: sphere_mean;
    square_in_every_dimension: growth;
    steps_for_time: growth;
    time_and_steps_exchanged: growth;
    two_ends_only: decay_exponent;
    typical_neighbour: growth;
    unsorted: decay_exponent;
    whole_gram: pair_bound;
}

fn main() {
    signatures::main_with_mistakes(known_mistakes());
}
