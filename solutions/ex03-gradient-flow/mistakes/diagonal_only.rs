//! You let each residual move its own point alone, with the strength Θ(xᵢ, xᵢ): an entrywise
//! product with the diagonal. A step on one point moves all others too, by the entries beside the
//! diagonal. That is what a kernel is for, and how points without a label get an output.
//!
//! Chapter 3, "The velocity of the outputs".

use nalgebra::{DMatrix, DVector};

pub fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    -theta.diagonal().component_mul(&(f - y))
}
