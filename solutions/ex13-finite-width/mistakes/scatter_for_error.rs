//! Your error is the scatter of one seed. That of their mean square is smaller by √N: more seeds must
//! make the error smaller.
//!
//! Chapter 13, "A number and its error".

use nalgebra::DVector;

pub fn rms_over_seeds(values: &DVector<f64>) -> (f64, f64) {
    let squares = values.map(|v| v * v);
    let mean = squares.mean();
    if mean == 0.0 {
        return (0.0, 0.0);
    }
    let variance = squares.add_scalar(-mean).norm_squared() / (values.len() as f64 - 1.0);
    (mean.sqrt(), variance.sqrt() / (2.0 * mean.sqrt()))
}
