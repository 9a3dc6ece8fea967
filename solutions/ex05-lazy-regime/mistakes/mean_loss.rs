//! Your steps are those of a mean over the samples. The loss here is ½ of a *sum*: nothing is
//! divided by m.
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
    let rate = learning_rate / jacobian.nrows() as f64;
    crate::solution::descend_linear(jacobian, f0, y, rate, steps)
}
