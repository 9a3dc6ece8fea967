//! The products were squared parameter by parameter. One sign belongs to one neuron: the products of
//! its d weights and its readout change sign together, so they are added first, and squared then.
//!
//! Chapter 20, "The cancellation".

use nalgebra::{DMatrix, DVector};

pub fn typical_pull(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    z: &DVector<f64>,
) -> (f64, f64) {
    let (u, n, d) = (w * z, a.len(), x.len());
    let gradient = crate::solution::kernel_gradient(w, a, x, y);
    let mut squares = 0.0;
    for i in 0..n {
        let [p, p1, _] = crate::solution::tanh(u[i]);
        squares += (0..d).map(|j| (gradient[i * d + j] * a[i] * p1 * z[j]).powi(2)).sum::<f64>();
        squares += (gradient[n * d + i] * p).powi(2);
    }
    let (_, bound) = crate::solution::typical_pull(w, a, x, y, z);
    ((squares / n as f64).sqrt(), bound)
}
