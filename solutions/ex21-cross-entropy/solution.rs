use nalgebra::{DMatrix, DVector};

/// ln(1 + eᶻ): for large z the exponential is that of −z, which cannot overflow.
fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}

pub fn sigmoid(f: f64) -> f64 {
    1.0 / (1.0 + (-f).exp())
}

/// p (1 − p). 1 − σ(f) is σ(−f), without a difference that would lose the digits of a small one.
fn weights(f: &DVector<f64>) -> DVector<f64> {
    f.map(|f| sigmoid(f) * sigmoid(-f))
}

pub fn cross_entropy(f: &DVector<f64>, y: &DVector<f64>) -> f64 {
    // −ln p = softplus(−f) and −ln(1 − p) = softplus(f): two terms that are never negative.
    f.iter().zip(y).map(|(&f, &y)| y * softplus(-f) + (1.0 - y) * softplus(f)).sum()
}

pub fn weighted_kernel(theta: &DMatrix<f64>, f: &DVector<f64>) -> DMatrix<f64> {
    // The Gauss–Newton matrix is (D^½J)ᵀ(D^½J); the other order of the factors is D^½ Θ D^½.
    // √(p (1 − p)) is 1/(e^{f/2} + e^{−f/2}), here by an exponential that cannot overflow; p itself
    // would be zero long before its root is.
    let root = f.map(|f| (-f.abs() / 2.0).exp() / (1.0 + (-f.abs()).exp()));
    DMatrix::from_fn(f.len(), f.len(), |i, j| root[i] * theta[(i, j)] * root[j])
}

pub fn probability_velocity(
    theta: &DMatrix<f64>,
    f: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let output_velocity = -(theta * (f.map(sigmoid) - y));
    weights(f).component_mul(&output_velocity)
}

/// Each row's softmax, from the outputs' distances to the largest one.
pub fn softmax(f: &DMatrix<f64>) -> DMatrix<f64> {
    let mut p = f.clone();
    for mut row in p.row_iter_mut() {
        let largest = row.max();
        row.apply(|f| *f = (*f - largest).exp());
        row.unscale_mut(row.sum());
    }
    p
}

pub fn softmax_velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, y: &DMatrix<f64>) -> DMatrix<f64> {
    let p = softmax(f);
    let output_velocity = -(theta * (&p - y));
    // ∂p_c/∂f_k = p_c (δ_ck − p_k): a class gains what its output gains above the mean under p.
    DMatrix::from_fn(f.nrows(), f.ncols(), |i, c| {
        let mean = p.row(i).dot(&output_velocity.row(i));
        p[(i, c)] * (output_velocity[(i, c)] - mean)
    })
}

pub fn margin(theta: f64, f0: f64, t: f64) -> f64 {
    // (1 + e^f) df = Θ dt. With the way δ = f − f0: δ + e^{f0} (e^δ − 1) = Θt.
    let reach = theta * t;
    // Both terms are positive, so each alone would take δ at least as far. From the right, Newton's
    // method on a convex increasing function comes down to the root and never jumps over it.
    let mut way = reach.min((reach * (-f0).exp()).ln_1p());
    for _ in 0..60 {
        let excess = way + f0.exp() * way.exp_m1() - reach;
        way -= excess / (1.0 + (f0 + way).exp());
    }
    f0 + way
}
