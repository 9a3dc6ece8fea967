//! You sorted the shares by their own size. The order of the eigenvalues is asked: a large share at
//! the end of the list is what makes training slow, and sorting hides it.
//!
//! Chapter 11, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let mut loads = crate::solution::mode_loads(theta, f0, y).as_slice().to_vec();
    loads.sort_by(|a, b| b.total_cmp(a));
    DVector::from_vec(loads)
}
