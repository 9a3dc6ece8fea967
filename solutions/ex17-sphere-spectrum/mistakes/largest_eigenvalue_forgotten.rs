//! The steps have the time's factor, as if their length did not change. λ₁ grows in proportion to m, so
//! steps have to get shorter, with a sum.
//!
//! Chapter 17, "Time is not steps".

pub fn growth(d: usize, factor: f64, mean_loss: bool) -> (f64, f64) {
    let (time, _) = crate::solution::growth(d, factor, mean_loss);
    (time, factor.powf(2.0 / (d - 1) as f64))
}
