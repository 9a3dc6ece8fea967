//! Your model's outputs are f₀ − Jδ. They are f₀ + Jδ: that the move goes downhill is in δ already.
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
        let residual = f0 - jacobian * &moved - y;
        moved -= jacobian.tr_mul(&residual) * learning_rate;
    }
    moved
}
