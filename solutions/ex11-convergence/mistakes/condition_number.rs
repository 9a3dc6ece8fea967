//! You returned κ ln(1/ε). The condition number counts *steps* of descent, with a learning rate near
//! 1/λₘₐₓ, for the worst targets. The time of the flow has other units: double the kernel, and the
//! time halves, while κ stays.
//!
//! Chapter 11, "What the condition number counts".

use nalgebra::{DMatrix, DVector};

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    let _ = (f0, y);
    let (largest, smallest) = (theta.symmetric_eigenvalues().max(), theta.symmetric_eigenvalues().min());
    if smallest > 1e-10 * largest { (1.0 / epsilon).ln() * largest / smallest } else { f64::INFINITY }
}

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    let _ = (f0, y, learning_rate);
    let (largest, smallest) = (theta.symmetric_eigenvalues().max(), theta.symmetric_eigenvalues().min());
    (smallest > 1e-10 * largest)
        .then(|| ((1.0 / epsilon).ln() * largest / smallest).ceil() as usize)
}
