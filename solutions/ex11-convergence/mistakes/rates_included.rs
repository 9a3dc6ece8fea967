//! You weighed each share by its eigenvalue: what each mode contributes to the first fall of the
//! loss. That is how fast the mode is leaving, and not how much of it is there.
//!
//! Chapter 11, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let (loads, lambda) = (crate::solution::mode_loads(theta, f0, y), sorted(theta));
    let weighed = loads.component_mul(&lambda);
    let all = weighed.sum();
    if all > 0.0 { weighed / all } else { weighed }
}

fn sorted(theta: &DMatrix<f64>) -> DVector<f64> {
    let mut lambda = theta.symmetric_eigenvalues().as_slice().to_vec();
    lambda.sort_by(|a, b| b.total_cmp(a));
    DVector::from_vec(lambda)
}
