//! You left out every eigenvalue below a fixed size, such as the `eps` of nalgebra's
//! `pseudo_inverse`. But Θ carries the units of the inputs squared: given in millimetres the data
//! would be trained, given in kilometres perhaps not at all. Compare with the largest eigenvalue.
//!
//! Chapter 4, "When Θ is singular".

use nalgebra::{DMatrix, DVector};

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let inverse = theta_train.clone().pseudo_inverse(1e-10).expect("1e-10 is not negative");
    f0_test + theta_test_train * (inverse * (y - f0_train))
}
