//! Σ K(x*, xᵢ) yᵢ without the inverse of the Gram matrix: every sample pulls with its full label, as
//! if the others were not there.
//!
//! Chapter 19, "Training the readout alone".

use nalgebra::{DMatrix, DVector};

pub fn readout_only_prediction(w: &DMatrix<f64>, xs: &DMatrix<f64>, y: &DVector<f64>, x_star: &DVector<f64>) -> f64 {
    let h = (xs * w.transpose()).map(|z| z.max(0.0));
    let star = (w * x_star).map(|z| z.max(0.0));
    (h * star).dot(y) / w.nrows() as f64
}
