//! You returned ln(1/ε)/λₘₐₓ, the time of the fastest mode. Any residual needs at least that; the
//! slower modes are still there when it is gone.
//!
//! Chapter 11, "The time to an error".

use nalgebra::{DMatrix, DVector};

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    let _ = (f0, y);
    (1.0 / epsilon).ln() / theta.symmetric_eigenvalues().max()
}
