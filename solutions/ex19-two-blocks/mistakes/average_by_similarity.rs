//! You averaged the labels with the kernel values for weights. Regression applies the inverse of the
//! Gram matrix first, which takes out what the samples say of each other.
//!
//! Chapter 19, "Training the readout alone".

use nalgebra::{DMatrix, DVector};

pub fn readout_only_prediction(w: &DMatrix<f64>, xs: &DMatrix<f64>, y: &DVector<f64>, x_star: &DVector<f64>) -> f64 {
    let h = (xs * w.transpose()).map(|z| z.max(0.0));
    let star = (w * x_star).map(|z| z.max(0.0));
    let weights = &h * star;
    if weights.sum() == 0.0 { 0.0 } else { weights.dot(y) / weights.sum() }
}
