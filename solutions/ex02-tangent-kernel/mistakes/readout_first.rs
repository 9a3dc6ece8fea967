//! You put the readout's derivatives before those of the first layer. The kernel would not mind, the
//! order asked for is that of the layers: w₁, w₂, …, and a at the end.
//!
//! Chapter 2, "Every derivative of two layers".

use nalgebra::{DMatrix, DVector};

pub fn gradient(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DVector<f64> {
    let (n, d) = (readout.len(), x.len());
    let right = crate::solution::gradient(first, readout, x, phi, slope);
    DVector::from_fn(n * d + n, |at, _| if at < n { right[n * d + at] } else { right[at - n] })
}
