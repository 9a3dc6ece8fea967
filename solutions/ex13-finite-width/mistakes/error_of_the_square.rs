//! Your error is that of the mean square. By the root's derivative it is divided by 2 rms: an error
//! in q becomes one of half that share in √q.
//!
//! Chapter 13, "A number and its error".

use nalgebra::DVector;

pub fn rms_over_seeds(values: &DVector<f64>) -> (f64, f64) {
    let (rms, error) = crate::solution::rms_over_seeds(values);
    (rms, error * 2.0 * rms)
}
