//! You followed gradient flow to the time rate · steps. A step of finite length is a straight
//! piece: it multiplies a mode's residual by 1 − rate · λ, and flow by e^(−rate · λ).
//!
//! Chapter 5, "Descent on the tangent".

use nalgebra::{DMatrix, DVector};

pub fn descend_linear(
    jacobian: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    steps: usize,
) -> DVector<f64> {
    let eigen = (jacobian * jacobian.transpose()).symmetric_eigen();
    let time = learning_rate * steps as f64;
    let integral = eigen.eigenvalues.map(|lambda| {
        if lambda.abs() < 1e-12 { time } else { -(-lambda * time).exp_m1() / lambda }
    });
    let modes = integral.component_mul(&eigen.eigenvectors.tr_mul(&(y - f0)));
    jacobian.tr_mul(&(&eigen.eigenvectors * modes))
}
