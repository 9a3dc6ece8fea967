//! ln(|y|/ε) over the late rate: right for one mode. Where both take part, the fast one is over long
//! before, and the slow one has only its own, smaller part to lose.
//!
//! Chapter 15, "How long".

use nalgebra::DVector;

pub fn time_until_learned(rho: f64, y: &DVector<f64>, epsilon: f64) -> f64 {
    let size = y.amax();
    if size <= epsilon {
        0.0
    } else {
        (size / epsilon).ln() / crate::solution::late_rate(rho, y)
    }
}
