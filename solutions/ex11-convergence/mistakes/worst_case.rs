//! You returned ln(1/ε)/λₘᵢₙ, the time for the worst targets there are: those that lie in the
//! slowest mode alone. It bounds the answer. These targets load other modes as well, and may be done
//! long before.
//!
//! Chapter 11, "The time to an error".

use nalgebra::{DMatrix, DVector};

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    let _ = (f0, y);
    let (largest, smallest) = (theta.symmetric_eigenvalues().max(), theta.symmetric_eigenvalues().min());
    if smallest > 1e-10 * largest { (1.0 / epsilon).ln() / smallest } else { f64::INFINITY }
}
