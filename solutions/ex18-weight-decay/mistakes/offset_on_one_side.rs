//! The offset f₀ − Jθ₀ was added to the ridge regression of y, but not taken from y first. So it is still
//! there however good the fit.
//!
//! Chapter 18, "A tangent that stays".

use nalgebra::{DMatrix, DVector};

pub fn frozen_tangent_end(
    jacobian: &DMatrix<f64>,
    theta0: &DVector<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    lambda: f64,
) -> DVector<f64> {
    let zeros = (DVector::zeros(jacobian.ncols()), DVector::zeros(y.len()));
    let fit = crate::solution::frozen_tangent_end(jacobian, &zeros.0, &zeros.1, y, lambda);
    fit + f0 - jacobian * theta0
}
