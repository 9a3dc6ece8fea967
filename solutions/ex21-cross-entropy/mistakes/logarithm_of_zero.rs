//! The probability was computed first, and its logarithm then. Far out p is 0 or 1 in floating point, and
//! the loss infinite or not a number. ln p = −ln(1 + e^{−f}) never needs p.
//!
//! Chapter 21, "The loss and its residual".

use nalgebra::DVector;

pub fn cross_entropy(f: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let terms = f.iter().zip(y).map(|(&f, &y)| {
        let p = crate::solution::sigmoid(f);
        -(y * p.ln() + (1.0 - y) * (1.0 - p).ln())
    });
    terms.sum()
}
