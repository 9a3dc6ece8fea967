//! You let each point decay at its own rate Θ(xᵢ, xᵢ), as if Θ were diagonal. The points are
//! coupled. What decays alone is a mode: the part of the residual along an eigenvector.
//!
//! Chapter 4, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn flow_at(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> DVector<f64> {
    y + theta.diagonal().map(|rate| (-rate * t).exp()).component_mul(&(f0 - y))
}
