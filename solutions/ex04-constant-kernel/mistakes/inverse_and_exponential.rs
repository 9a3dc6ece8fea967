//! You took Θ⁻¹(I − e^(−Θt)) as it is usually printed. Where Θ is singular there is no inverse, and
//! where Θt is tiny the subtraction loses its digits; yet training has an answer in both cases.
//! Work mode by mode: what the two factors make together, (1 − e^(−λt))/λ, has a value for every λ.
//!
//! Chapter 4, "When Θ is singular".

use nalgebra::{DMatrix, DVector};

pub fn predict_at(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
    t: f64,
) -> DVector<f64> {
    let learned = DMatrix::identity(y.len(), y.len()) - (-theta_train * t).exp();
    let inverse = theta_train.clone().try_inverse().unwrap();
    f0_test + theta_test_train * inverse * learned * (y - f0_train)
}
