//! 1/2π is Θ for orthogonal points. That is where all pairs end up in high dimensions; in a few,
//! nearby pairs count for more than distant ones take away.
//!
//! Chapter 17, "The largest eigenvalue is a mean".

use std::f64::consts::PI;


pub fn sphere_mean(_d: usize) -> f64 {
    0.5 / PI
}
