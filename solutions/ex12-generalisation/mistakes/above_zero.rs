//! You kept every mode with λ > 0. Of the eigenvalues that should be zero, rounding makes some a
//! little larger, and dividing by 1e-16 makes a giant of what cannot move. At most 1e-10 of the largest
//! counts as zero.
//!
//! Chapter 12, "A ridge, and where it comes from".

use nalgebra::{DMatrix, DVector};

fn smoother(theta: &DMatrix<f64>, m: usize, g: impl Fn(f64) -> f64) -> DMatrix<f64> {
    let eigen = theta.view((0, 0), (m, m)).into_owned().symmetric_eigen();
    let filter = eigen.eigenvalues.map(|lambda| if lambda > 0.0 { g(lambda) } else { 0.0 });
    let u = &eigen.eigenvectors;
    theta.view((m, 0), (theta.nrows() - m, m)) * u * DMatrix::from_diagonal(&filter) * u.transpose()
}

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    smoother(theta, y.len(), |lambda| 1.0 / (lambda + ridge)) * y
}

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    let weights = smoother(theta, m, |lambda| -(-lambda * t).exp_m1() / lambda);
    let variances = weights.row_iter().map(|row| sigma * sigma * row.norm_squared());
    DVector::from_iterator(weights.nrows(), variances)
}
