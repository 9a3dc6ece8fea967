use nalgebra::{DMatrix, DVector};

/// g(Θ) v for a symmetric Θ = U diag(λ) Uᵀ: into the eigenbasis, each part times g(λ), and back.
fn on_modes(theta: &DMatrix<f64>, g: impl Fn(f64) -> f64, v: &DVector<f64>) -> DVector<f64> {
    let eigen = theta.clone().symmetric_eigen();
    let modes = eigen.eigenvectors.transpose() * v;
    &eigen.eigenvectors * eigen.eigenvalues.map(g).component_mul(&modes)
}

pub fn flow_at(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> DVector<f64> {
    y + on_modes(theta, |lambda| (-lambda * t).exp(), &(f0 - y))
}

pub fn predict_at(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
    t: f64,
) -> DVector<f64> {
    // ∫₀ᵗ e^(−λs) ds. An eigenvalue that rounding made ±1e-17 needs no care: exp_m1 gives t for it.
    let integral = |lambda: f64| if lambda == 0.0 { t } else { -(-lambda * t).exp_m1() / lambda };
    f0_test + theta_test_train * on_modes(theta_train, integral, &(y - f0_train))
}

pub fn predict_limit(
    theta_test_train: &DMatrix<f64>,
    theta_train: &DMatrix<f64>,
    f0_test: &DVector<f64>,
    f0_train: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    // Relative to the largest: what counts as zero must not depend on the units of the inputs.
    let cutoff = 1e-10 * theta_train.symmetric_eigenvalues().max();
    let inverse = |lambda: f64| if lambda > cutoff { 1.0 / lambda } else { 0.0 };
    f0_test + theta_test_train * on_modes(theta_train, inverse, &(y - f0_train))
}
