//! You subtracted the mean: a standard deviation over seeds. Of a distance, which is never negative, that
//! measures how much it *varies*, not how large it is.
//!
//! Chapter 13, "A number and its error".

use nalgebra::DVector;

pub fn rms_over_seeds(values: &DVector<f64>) -> (f64, f64) {
    let centred = values.add_scalar(-values.mean());
    let count = values.len() as f64;
    let deviation = centred.norm() / (count - 1.0).sqrt();
    (deviation, crate::solution::rms_over_seeds(&centred).1)
}
