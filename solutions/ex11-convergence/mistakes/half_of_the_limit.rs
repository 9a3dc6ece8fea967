//! Your limit is 1/λₘₐₓ: the last rate at which no mode overshoots. Overshooting is no harm while a
//! mode comes back closer than it was, |1 − ηλ| < 1, and that goes on up to 2/λₘₐₓ.
//!
//! Chapter 11, "Steps, not time".

use nalgebra::DMatrix;

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    let (limit, best) = crate::solution::learning_rates(theta);
    (limit / 2.0, best)
}
