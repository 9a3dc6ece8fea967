//! You updated after each sample, so the second one sees what the first has just changed. That is
//! *stochastic* descent. A step of gradient descent uses all residuals from before it.
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
    let mut moved = DVector::zeros(jacobian.ncols());
    for _ in 0..steps {
        for i in 0..jacobian.nrows() {
            let gradient = jacobian.row(i).transpose();
            let residual = f0[i] + gradient.dot(&moved) - y[i];
            moved -= gradient * (residual * learning_rate);
        }
    }
    moved
}
