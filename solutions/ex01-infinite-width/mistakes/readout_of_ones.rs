//! You took the kurtosis of the summed activations: the outputs for one readout, whose weights are all 1.
//! Asked for is the kurtosis over all readouts with weights from N(0, 1), which can be done on paper.
//!
//! Chapter 1, "Averaging over the readout".

use nalgebra::{DMatrix, DVector};

pub fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64 {
    let outputs: DVector<f64> = hidden.map(phi).column_sum();
    crate::solution::excess_kurtosis(&outputs)
}
