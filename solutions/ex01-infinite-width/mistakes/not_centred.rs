//! You took the moments about 0. Over all initialisations the mean of f is 0, which tempts; the mean of
//! *these* outputs is not, and the kurtosis is asked about their own mean. A shift of all outputs must
//! not matter.
//!
//! Chapter 1, "How Gaussian is it?".

use nalgebra::DVector;

pub fn excess_kurtosis(outputs: &DVector<f64>) -> f64 {
    let moment = |power| outputs.map(|f| f.powi(power)).mean();
    moment(4) / moment(2).powi(2) - 3.0
}
