//! Your values are right, in the order in which the decomposition returned them. It promises
//! none, and the largest first is asked.
//!
//! Chapter 10, "A shared spectrum".

use nalgebra::{DMatrix, DVector};

pub fn fisher_spectrum(jacobian: &DMatrix<f64>) -> DVector<f64> {
    let values = (jacobian * jacobian.transpose()).symmetric_eigenvalues();
    let mut values: Vec<f64> = values.iter().copied().collect();
    // With fewer parameters than samples, which ones to drop can only be known by size.
    while values.len() > jacobian.ncols() {
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let place = values.iter().position(|&value| value == least);
        values.remove(place.expect("the least is one of them"));
    }
    DVector::from_vec(values).resize_vertically(jacobian.ncols(), 0.0)
}

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    let values = (jacobian * jacobian.transpose()).symmetric_eigenvalues();
    let cutoff = 1e-10 * values.amax();
    values.map(|lambda| if lambda > cutoff { lambda / (lambda + damping) } else { 0.0 })
}
