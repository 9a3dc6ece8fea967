//! The two have changed places: the time of the flow comes first, then the number of steps.
//!
//! Chapter 17, "Time is not steps".

pub fn growth(d: usize, factor: f64, mean_loss: bool) -> (f64, f64) {
    let (time, steps) = crate::solution::growth(d, factor, mean_loss);
    (steps, time)
}
