//! Your second column is the squared mean prediction. Bias is how far that mean is from the truth at the
//! new point: subtract it before you square.
//!
//! Chapter 12, "Four parts of one error".

use nalgebra::{DMatrix, DVector};

pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    let mut parts = crate::solution::error_parts(theta, nngp, truth, m, sigma, t);
    let (mean, _) =
        crate::solution::ensemble_law(theta, nngp, &truth.rows(0, m).into_owned(), t);
    parts.set_column(1, &mean.component_mul(&mean));
    parts
}
