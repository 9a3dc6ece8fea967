//! You let everything decay at the smallest eigenvalue. It bounds the worst case; labels that have no
//! part in that mode do not wait for it.
//!
//! Chapter 15, "Which mode the labels load".

use nalgebra::DVector;

fn slowest(rho: f64) -> f64 {
    1.0 - rho.abs()
}

pub fn pair_output(rho: f64, y: &DVector<f64>, t: f64) -> DVector<f64> {
    y * -(-slowest(rho) * t).exp_m1()
}

pub fn late_rate(rho: f64, _y: &DVector<f64>) -> f64 {
    slowest(rho)
}

pub fn time_until_learned(rho: f64, y: &DVector<f64>, epsilon: f64) -> f64 {
    let size = y.amax();
    if size <= epsilon { 0.0 } else { (size / epsilon).ln() / slowest(rho) }
}
