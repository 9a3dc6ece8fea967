//! A mean was charged to the steps as well. It divides both eigenvalues by m: the steps may be m times
//! as long, and their number stays.
//!
//! Chapter 17, "Time is not steps".

pub fn growth(d: usize, factor: f64, mean_loss: bool) -> (f64, f64) {
    let (time, steps) = crate::solution::growth(d, factor, mean_loss);
    (time, if mean_loss { steps * factor } else { steps })
}
