use nalgebra::{DMatrix, DVector};

/// f is homogeneous of degree 2 in the weights: f(cθ) = c² f(θ). Its derivative in c at 1 is ∇f·θ on
/// the one side and 2f on the other (Euler). Each layer contributes f.
pub fn decay_term(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DVector<f64> {
    let hidden = (xs * w.transpose()).map(|z| z.max(0.0));
    hidden * a * (2.0 / (a.len() as f64).sqrt())
}

/// f − f₀ is linear in θ − θ₀, so the decay gives −λ(f − f₀): ḟ = −Θ(f − y) − λ(f − f₀).
pub fn towards_start(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    lambda: f64,
    t: f64,
) -> DVector<f64> {
    in_modes(theta, f0, y, |mu, f0, y| f0 + mu * (y - f0) * decayed(mu.max(0.0) + lambda, t))
}

/// ∫₀ᵗ e^{−rate·s} ds, also for rate 0.
fn decayed(rate: f64, t: f64) -> f64 {
    if rate == 0.0 { t } else { -(-rate * t).exp_m1() / rate }
}

/// Solves each mode of the kernel by itself: `mode` takes its eigenvalue, its start and its target.
fn in_modes(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    mode: impl Fn(f64, f64, f64) -> f64,
) -> DVector<f64> {
    let eigen = theta.clone().symmetric_eigen();
    let (start, target) = (eigen.eigenvectors.tr_mul(f0), eigen.eigenvectors.tr_mul(y));
    let end = DVector::from_fn(f0.len(), |i, _| mode(eigen.eigenvalues[i], start[i], target[i]));
    &eigen.eigenvectors * end
}

/// The model is f = b + Jθ: ridge regression of y − b. Nothing is penalised at θ = 0, where f = b.
pub fn frozen_tangent_end(
    jacobian: &DMatrix<f64>,
    theta0: &DVector<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    lambda: f64,
) -> DVector<f64> {
    let b = f0 - jacobian * theta0;
    let kernel = jacobian * jacobian.transpose();
    let with_ridge = &kernel + DMatrix::identity(y.len(), y.len()) * lambda;
    let weights = with_ridge.lu().solve(&(y - &b)).expect("λ > 0 makes it positive definite");
    b + kernel * weights
}

/// ∇f is homogeneous of degree H − 1, and the kernel has two of them: Θ(t) = e^{−2(H−1)λt} Θ. With
/// ∇f·θ = Hf each mode obeys ḟ = −s(t) μ (f − y) − Hλ f, where s(t) = e^{−2(H−1)λt}.
///
/// What is there at the time τ is at t multiplied by exp(−Hλ(t − τ) − μ(S(t) − S(τ))), with S = ∫ s.
/// The start is there at 0, and the labels add s(τ) μ y dτ at every τ: one integral is left.
pub fn towards_zero(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    layers: usize,
    lambda: f64,
    t: f64,
) -> DVector<f64> {
    let shrink = layers as f64 * lambda;
    let fade = 2.0 * (layers as f64 - 1.0) * lambda;
    let kept = |mu: f64, tau: f64| {
        (-shrink * (t - tau) - mu * (decayed(fade, t) - decayed(fade, tau))).exp()
    };
    in_modes(theta, f0, y, |mu, f0, y| {
        let pull = integral(t, |tau| kept(mu, tau) * (-fade * tau).exp());
        kept(mu, 0.0) * f0 + mu * y * pull
    })
}

/// ∫₀ᵗ g, by Gauss's rule with three points on each of 1000 parts.
fn integral(t: f64, g: impl Fn(f64) -> f64) -> f64 {
    const PARTS: usize = 1000;
    let half = t / (2 * PARTS) as f64;
    let off = 0.6_f64.sqrt() * half;
    let part = |i: usize| {
        let middle = (2 * i + 1) as f64 * half;
        (5.0 * (g(middle - off) + g(middle + off)) + 8.0 * g(middle)) / 9.0 * half
    };
    (0..PARTS).map(part).sum()
}
