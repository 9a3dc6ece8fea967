//! You divided each deviation by the variance before you took the fourth power. To make a number
//! standard, divide by the standard deviation: then the fourth powers are in units of the squared
//! variance.
//!
//! Chapter 1, "How Gaussian is it?".

use nalgebra::DVector;

pub fn excess_kurtosis(outputs: &DVector<f64>) -> f64 {
    let mean = outputs.mean();
    let moment = |power| outputs.map(|f| (f - mean).powi(power)).mean();
    moment(4) / moment(2).powi(4) - 3.0
}
