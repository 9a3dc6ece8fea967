//! Only ∇f(x) was differentiated, not ∇f(y). Θ̂ is a product of two gradients, and the product rule has
//! two terms; they are equal only for x = y.
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
        let by_s = p1 * q + a[i] * a[i] * both * p2 * q1;
        let (by_t, by_a) = (0.0 * p * q2, a[i] * both * p1 * q1);
        all.rows_mut(i * x.len(), x.len()).copy_from(&((x * by_s + y * by_t) / n));
        all[a.len() * x.len() + i] = by_a / n;
    }
    all
}
