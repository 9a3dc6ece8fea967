//! You divided by m, as for a mean over the training points. The loss of this course is a sum, ½
//! Σ(f − y)². With a mean every rate is m times smaller: both are sound, and mixing the two makes a
//! learning rate wrong by a factor m.
//!
//! Chapter 3, "Sum or mean".

use nalgebra::{DMatrix, DVector};

pub fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    -theta * (f - y) / f.len() as f64
}
