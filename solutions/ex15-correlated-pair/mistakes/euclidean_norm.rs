//! You wait for the Euclidean norm of the residual. Asked for is the larger of the two errors, which
//! is smaller, so its time comes earlier.
//!
//! Chapter 15, "How long".

use nalgebra::DVector;

pub fn time_until_learned(rho: f64, y: &DVector<f64>, epsilon: f64) -> f64 {
    let residual = |t: f64| (crate::solution::pair_output(rho, y, t) - y).norm();
    if residual(0.0) <= epsilon {
        return 0.0;
    }
    let mut late = 1.0;
    while residual(late) > epsilon {
        late *= 2.0;
        if late > 1e9 {
            return f64::INFINITY;
        }
    }
    let mut early = 0.0;
    for _ in 0..100 {
        let middle = (early + late) / 2.0;
        if residual(middle) > epsilon { early = middle } else { late = middle }
    }
    late
}
