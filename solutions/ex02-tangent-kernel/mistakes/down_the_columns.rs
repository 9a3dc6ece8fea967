//! All derivatives are there, and the first layer's stand in another order: first all that belong to the
//! feature 1, then to the feature 2. nalgebra stores a matrix column by column, and its iterators follow
//! the store. Asked for is one neuron after the other, the rows of W.
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
    DVector::from_fn(n * d + n, |at, _| {
        if at < n * d { right[(at % n) * d + at / n] } else { right[at] }
    })
}
