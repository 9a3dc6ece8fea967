//! You compare eigenvalues with a fixed number. Θ carries the units of the inputs, squared: inputs
//! measured in another unit have eigenvalues of another size. Compare with the largest of them.
//!
//! Chapter 12, "A ridge, and where it comes from".

use nalgebra::{DMatrix, DVector};

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    let m = y.len();
    let eigen = theta.view((0, 0), (m, m)).into_owned().symmetric_eigen();
    let inverse =
        eigen.eigenvalues.map(|lambda| if lambda > 1e-10 { 1.0 / (lambda + ridge) } else { 0.0 });
    let u = &eigen.eigenvectors;
    theta.view((m, 0), (theta.nrows() - m, m)) * u * inverse.component_mul(&(u.transpose() * y))
}
