//! The line through the first and the last rank. Least squares asks all of them; two ends have all the
//! noise of two points.
//!
//! Chapter 17, "A power law over the ranks".

use nalgebra::DVector;

pub fn decay_exponent(eigenvalues: &DVector<f64>, from: usize, to: usize) -> f64 {
    let mut sorted = eigenvalues.as_slice().to_vec();
    sorted.sort_by(|one, other| other.total_cmp(one));
    let ranks: Vec<usize> = (from..=to).filter(|rank| sorted[rank - 1] > 0.0).collect();
    let (first, last) = (ranks[0], ranks[ranks.len() - 1]);
    (sorted[first - 1] / sorted[last - 1]).ln() / (last as f64 / first as f64).ln()
}
