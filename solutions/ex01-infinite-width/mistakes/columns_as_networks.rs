//! You took each column as a network. Here a row is one network, as a row is one sample elsewhere, and
//! its columns are the neurons of the hidden layer.
//!
//! Chapter 1, "Averaging over the readout".

use nalgebra::DMatrix;

pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    crate::solution::kurtosis_given_hidden(&hidden.transpose(), phi)
}
