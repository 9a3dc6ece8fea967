//! The size of ∇Θ̂ was taken as its largest entry. With the Euclidean distance only the Euclidean norm
//! makes a bound: Cauchy–Schwarz pairs each norm with its own dual.
//!
//! Chapter 20, "The mean-value bound".

use nalgebra::{DMatrix, DVector};

pub fn drift_and_bound(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    dw: &DMatrix<f64>,
    da: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    pieces: usize,
) -> (f64, f64) {
    let (change, _) = crate::solution::drift_and_bound(w, a, dw, da, x, y, pieces);
    let distance = (dw.norm_squared() + da.norm_squared()).sqrt();
    let at = |k: usize| {
        let share = k as f64 / pieces as f64;
        crate::solution::kernel_gradient(&(w + dw * share), &(a + da * share), x, y).amax()
    };
    (change, distance * (0..=pieces).map(at).fold(0.0, f64::max))
}
