//! You divided by the gradients' lengths: the cosine between them, with 1 on the diagonal. The lengths
//! belong to the kernel. They say how far a step moves the sample's own output.
//!
//! Chapter 2, "The Jacobian and the kernel".

use nalgebra::{DMatrix, DVector};

pub fn empirical_ntk(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DMatrix<f64> {
    let theta = crate::solution::empirical_ntk(first, readout, xs, phi, slope);
    DMatrix::from_fn(theta.nrows(), theta.ncols(), |i, j| {
        let lengths = (theta[(i, i)] * theta[(j, j)]).sqrt();
        if lengths > 0.0 { theta[(i, j)] / lengths } else { 0.0 }
    })
}
