//! The second derivative φ″ is missing: the slopes φ′(w·x) were taken for constants. They move with w,
//! and that is the half of the drift that ReLU hides in its jumps.
//!
//! Chapter 20, "The gradient of the kernel".

use nalgebra::{DMatrix, DVector};

pub fn kernel_gradient(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    // Θ̂'s gradient with the terms of one neuron as this mistake has them.
    let (s, t, n, both) = (w * x, w * y, a.len() as f64, x.dot(y));
    let mut all = DVector::zeros(a.len() * (x.len() + 1));
    for i in 0..a.len() {
        let ([p, p1, p2], [q, q1, q2]) = (crate::solution::tanh(s[i]), crate::solution::tanh(t[i]));
        let _ = (p2, q2);
        let (by_s, by_t) = (p1 * q, p * q1);
        let by_a = 2.0 * a[i] * both * p1 * q1;
        all.rows_mut(i * x.len(), x.len()).copy_from(&((x * by_s + y * by_t) / n));
        all[a.len() * x.len() + i] = by_a / n;
    }
    all
}
