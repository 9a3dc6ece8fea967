//! The sizes of the neurons' parts were added, as if all of them pulled the same way. With random signs
//! they cancel: squares add up, not sizes. That is a factor √n.
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
    let n = a.len();
    let (u, root_n) = (w * z, (n as f64).sqrt());
    let gradient = crate::solution::kernel_gradient(w, a, x, y);
    let part = |i: usize| {
        let [p, p1, _] = crate::solution::tanh(u[i]);
        let by_w = gradient.rows(i * x.len(), x.len());
        (by_w.dot(z) * a[i] * p1 + gradient[n * x.len() + i] * p) / root_n
    };
    let (_, bound) = crate::solution::typical_pull(w, a, x, y, z);
    ((0..n).map(|i| part(i).abs()).sum(), bound)
}
