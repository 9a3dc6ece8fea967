//! You returned 1/(λ + damping). The step carries this inverse, and then J and Jᵀ act on it as well:
//! together they bring the λ back, λ/(λ + damping).
//!
//! Chapter 10, "Damping".

use nalgebra::{DMatrix, DVector};

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    let lambda = crate::solution::fisher_spectrum(jacobian).resize_vertically(jacobian.nrows(), 0.0);
    lambda.map(|lambda| if lambda > 0.0 { 1.0 / (lambda + damping) } else { 0.0 })
}
