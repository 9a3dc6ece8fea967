//! The two values are twice too large: the quadratic formula ends with a division by 2. Their sum
//! should be the trace.
//!
//! Chapter 15, "Two points, two modes".

pub fn pair_rates(a: f64, b: f64, d: f64) -> (f64, f64) {
    let (fast, slow) = crate::solution::pair_rates(a, b, d);
    (2.0 * fast, 2.0 * slow)
}
