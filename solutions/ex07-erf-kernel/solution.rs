use std::f64::consts::{FRAC_2_PI, SQRT_2, TAU};

use nalgebra::DVector;

/// det(I + Λ) = (1 + |x|²)(1 + |y|²) − (x·y)², with Λ the covariance of w·x and w·y.
///
/// Multiplied out it is a sum of squares: |x|²|y|² − (x·y)² is |x|² times the square of that part of
/// y which is orthogonal to x. As printed it subtracts numbers of the size |x|⁴ from each other.
fn determinant(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (a, b) = (x.norm_squared(), y.norm_squared());
    let orthogonal = if a > 0.0 { y - x * (x.dot(y) / a) } else { y.clone() };
    1.0 + a + b + a * orthogonal.norm_squared()
}

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    // With a noise each, the inputs are (x, 1, 0) and (y, 0, 1). The cosine of their angle θ is
    // ρ = x·y / √((1 + |x|²)(1 + |y|²)), and the mean of the product of signs is
    // 1 − 2θ/π = (2/π) asin ρ. Near ρ = 1 the arctangent of ρ / √(1 − ρ²) keeps what asin loses.
    FRAC_2_PI * x.dot(y).atan2(determinant(x, y).sqrt())
}

pub fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    // φ′(z) = √(2/π) e^(−z²/2): two of them turn the Gaussian weight's Λ⁻¹ into Λ⁻¹ + I.
    FRAC_2_PI / determinant(x, y).sqrt()
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    // A bias is the weight of one more input, which is the same for all samples.
    let (x, y) = (x.clone().push(bias), y.clone().push(bias));
    nngp_erf(&x, &y) + x.dot(&y) * kdot_erf(&x, &y)
}

pub fn ntk_steep(x: &DVector<f64>, y: &DVector<f64>, steepness: f64) -> f64 {
    // erf(s w·x) = φ(w·(√2 s x)): the same function of the same weights, so the same gradients too.
    let factor = SQRT_2 * steepness;
    ntk_erf(&(x * factor), &(y * factor), 0.0)
}

pub fn circle_rates(radius: f64, bias: f64, points: usize) -> DVector<f64> {
    let angle = |i: usize| TAU * i as f64 / points as f64;
    let point = |i| DVector::from_vec(vec![radius * angle(i).cos(), radius * angle(i).sin()]);
    // Row 0 of Θv = λv, where the eigenvector's own entry is cos 0 = 1.
    let row: Vec<f64> = (0..points).map(|i| ntk_erf(&point(0), &point(i), bias)).collect();
    DVector::from_fn(points / 2 + 1, |k, _| {
        row.iter().enumerate().map(|(i, theta)| theta * (k as f64 * angle(i)).cos()).sum()
    })
}
