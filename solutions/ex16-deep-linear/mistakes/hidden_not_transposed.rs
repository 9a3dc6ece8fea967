//! On the way down from the readout each matrix acts transposed: w·(W h) = (Wᵀw)·h. You applied W
//! itself.
//!
//! Chapter 16, "The network as one map".

use nalgebra::{DMatrix, DVector};

pub fn end_to_end(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DVector<f64> {
    let turned: Vec<DMatrix<f64>> = hidden.iter().map(DMatrix::transpose).collect();
    crate::solution::end_to_end(first, &turned, readout, gain)
}
