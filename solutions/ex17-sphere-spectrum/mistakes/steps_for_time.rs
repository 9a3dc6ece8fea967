//! The same number twice: κ. It counts steps, each about 1/λ₁ long. The time of the flow is 1/λ_min
//! alone, unless the loss is a mean.
//!
//! Chapter 17, "Time is not steps".

pub fn growth(d: usize, factor: f64, _mean_loss: bool) -> (f64, f64) {
    let (_, steps) = crate::solution::growth(d, factor, false);
    (steps, steps)
}
