//! The constant of integration is that of f0 = 0. At t = 0 the equation has to give f0 back:
//! f + e^f = f0 + e^{f0} + Θt.
//!
//! Chapter 21, "Hard labels never end".

pub fn margin(theta: f64, f0: f64, t: f64) -> f64 {
    let _ = f0;
    crate::solution::margin(theta, 0.0, t)
}
