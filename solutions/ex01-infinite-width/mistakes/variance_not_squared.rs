//! You divided the fourth moment by the variance, not by its square. The result has the unit of f²: it
//! grows fourfold when all outputs double. The kurtosis is a pure number.
//!
//! Chapter 1, "How Gaussian is it?".

use nalgebra::DVector;

pub fn excess_kurtosis(outputs: &DVector<f64>) -> f64 {
    let mean = outputs.mean();
    let moment = |power| outputs.map(|f| (f - mean).powi(power)).mean();
    moment(4) / moment(2) - 3.0
}
