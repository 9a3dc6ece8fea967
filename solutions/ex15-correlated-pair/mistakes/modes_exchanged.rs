//! The rates stand with the wrong modes: two correlated points with *equal* labels help each other,
//! so (1, 1) has 1 + ρ, and (1, −1) has 1 − ρ.
//!
//! Chapter 15, "Two points, two modes".

use nalgebra::DVector;

pub fn pair_output(rho: f64, y: &DVector<f64>, t: f64) -> DVector<f64> {
    crate::solution::pair_output(-rho, y, t)
}

pub fn late_rate(rho: f64, y: &DVector<f64>) -> f64 {
    crate::solution::late_rate(-rho, y)
}

pub fn time_until_learned(rho: f64, y: &DVector<f64>, epsilon: f64) -> f64 {
    crate::solution::time_until_learned(-rho, y, epsilon)
}
