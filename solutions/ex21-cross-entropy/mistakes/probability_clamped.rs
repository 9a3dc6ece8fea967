//! The probability was kept away from 0 and 1 by 1e-12 before taking its logarithm. That hides the
//! infinity and invents a number: a point that is wrong by 800 costs 27.6, and its gradient is gone.
//!
//! Chapter 21, "The loss and its residual".

use nalgebra::DVector;

pub fn cross_entropy(f: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let terms = f.iter().zip(y).map(|(&f, &y)| {
        let p = crate::solution::sigmoid(f).clamp(1e-12, 1.0 - 1e-12);
        -(y * p.ln() + (1.0 - y) * (1.0 - p).ln())
    });
    terms.sum()
}
