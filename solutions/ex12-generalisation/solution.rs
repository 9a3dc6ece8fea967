use nalgebra::{DMatrix, DVector};

/// Θ(x*, X) g(Θ(X, X)): what a unit of each training residual, learned with the filter g, adds to
/// each prediction. `theta` has the m training points first.
pub fn smoother(theta: &DMatrix<f64>, m: usize, g: impl Fn(f64) -> f64) -> DMatrix<f64> {
    let eigen = theta.view((0, 0), (m, m)).into_owned().symmetric_eigen();
    let cutoff = 1e-10 * eigen.eigenvalues.max();
    // A dead mode is multiplied by Θ(x*, X) v = 0; its g would be 1/0 or 0·∞.
    let filter = eigen.eigenvalues.map(|lambda| if lambda > cutoff { g(lambda) } else { 0.0 });
    let u = &eigen.eigenvectors;
    theta.view((m, 0), (theta.nrows() - m, m)) * u * DMatrix::from_diagonal(&filter) * u.transpose()
}

/// ∫₀ᵗ e^(−λs) ds, for λ > 0 and t up to infinity.
fn flow(t: f64) -> impl Fn(f64) -> f64 {
    move |lambda| -(-lambda * t).exp_m1() / lambda
}

pub fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64> {
    smoother(theta, y.len(), |lambda| 1.0 / (lambda + ridge)) * y
}

pub fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64> {
    // A prediction is a weighted sum of the labels, and the variances of independent terms add up.
    let weights = smoother(theta, m, flow(t));
    let variances = weights.row_iter().map(|row| sigma * sigma * row.norm_squared());
    DVector::from_iterator(weights.nrows(), variances)
}

pub fn ensemble_law(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    y: &DVector<f64>,
    t: f64,
) -> (DVector<f64>, DMatrix<f64>) {
    let (m, all) = (y.len(), theta.nrows());
    let a = smoother(theta, m, flow(t));
    // f = f₀(x*) + A (y − f₀(X)): what is random in it is B f₀ with B = (−A | 1), so that its
    // covariance B K Bᵀ has the four terms of the book, cross terms included.
    let b = DMatrix::from_fn(all - m, all, |i, j| match j {
        _ if j < m => -a[(i, j)],
        _ => f64::from(j == m + i),
    });
    (a * y, &b * nngp * b.transpose())
}

pub fn error_parts(
    theta: &DMatrix<f64>,
    nngp: &DMatrix<f64>,
    truth: &DVector<f64>,
    m: usize,
    sigma: f64,
    t: f64,
) -> DMatrix<f64> {
    let p = truth.len() - m;
    // Noise and start have mean zero and enter linearly: on average the network has learned from
    // clean labels, from zero.
    let (mean, over_starts) = ensemble_law(theta, nngp, &truth.rows(0, m).into_owned(), t);
    let bias = mean - truth.rows(m, p);
    DMatrix::from_columns(&[
        DVector::from_element(p, sigma * sigma),
        bias.component_mul(&bias),
        label_noise_variance(theta, m, sigma, t),
        over_starts.diagonal(),
    ])
}
