//! You took x and 2x for different points. Without biases f(2x) = 2 f(x): whoever knows one knows the
//! other, and their rows of the kernel are proportional.
//!
//! Chapter 2, "When it has an inverse".

use nalgebra::{DMatrix, DVector};

use crate::network;

pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    let points: Vec<DVector<f64>> = xs.row_iter().map(|row| row.transpose()).collect();
    let close = |x: &DVector<f64>, y: &DVector<f64>| (x - y).norm() <= 1e-10 * (x.norm() + y.norm());
    let zero = points.iter().any(|x| x.norm() == 0.0);
    let lines = network::distinct(&points, |x, y| close(x, y) || close(&-x, y));
    let has_opposite = |x: &&DVector<f64>| points.iter().any(|y| close(&-*x, y));
    let opposites: Vec<DVector<f64>> = points.iter().filter(has_opposite).cloned().collect();
    lines - usize::from(zero) + network::span(&opposites)
}
