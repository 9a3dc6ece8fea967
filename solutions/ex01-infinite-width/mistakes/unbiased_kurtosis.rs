//! You corrected for the small number of draws, as statistics packages do ("G₂"): it adds terms of order
//! 1/N. Asked for are the plain moments of these outputs. The correction makes the estimate unbiased for
//! Gaussian data only, and ours are not Gaussian: that is the question.
//!
//! Chapter 1, "How Gaussian is it?".

use nalgebra::DVector;

pub fn excess_kurtosis(outputs: &DVector<f64>) -> f64 {
    let (n, plain) = (outputs.len() as f64, crate::solution::excess_kurtosis(outputs));
    (n - 1.0) / ((n - 2.0) * (n - 3.0)) * ((n + 1.0) * plain + 6.0)
}
