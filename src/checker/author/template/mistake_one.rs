//! FILL what was computed, in the learner's words, and why it tempts.
//!
//! Chapter {chapter}, "FILL the heading to read".

use nalgebra::DVector;

pub fn first(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    x.sum() + y.sum()
}
