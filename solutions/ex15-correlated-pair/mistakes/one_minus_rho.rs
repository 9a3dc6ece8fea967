//! 1 − ρ is the slow rate only while ρ is positive and the labels differ. Which modes do the labels
//! load, and which of those is the slower one?
//!
//! Chapter 15, "Which mode the labels load".

use nalgebra::DVector;

pub fn late_rate(rho: f64, _y: &DVector<f64>) -> f64 {
    1.0 - rho
}
