//! You divided the sum of squared deviations by N. The mean was fitted to the same numbers, which makes
//! the deviations too small; N − 1 makes up for it. With two seeds that is a factor √2.
//!
//! Chapter 13, "A number and its error".

use nalgebra::DVector;

pub fn rms_over_seeds(values: &DVector<f64>) -> (f64, f64) {
    let count = values.len() as f64;
    let (rms, error) = crate::solution::rms_over_seeds(values);
    (rms, error * ((count - 1.0) / count).sqrt())
}
