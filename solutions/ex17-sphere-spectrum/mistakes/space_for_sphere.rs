//! The exponent has d where d − 1 belongs: points of the sphere of ℝᵈ have d − 1 directions to avoid
//! each other in.
//!
//! Chapter 17, "How it grows".

pub fn growth(d: usize, factor: f64, mean_loss: bool) -> (f64, f64) {
    crate::solution::growth(d + 1, factor, mean_loss)
}
