//! The time of a sum, also where the loss is a mean. A mean divides every eigenvalue by m, so the flow
//! takes m times as long.
//!
//! Chapter 17, "Time is not steps".

pub fn growth(d: usize, factor: f64, _mean_loss: bool) -> (f64, f64) {
    crate::solution::growth(d, factor, false)
}
