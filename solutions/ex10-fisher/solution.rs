use nalgebra::{DMatrix, DVector};

pub fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64> {
    // With the error ε of variance σ², the score is Σ (εᵢ/σᵢ²) ∇fᵢ. Errors are independent, so of
    // its square the mean keeps the terms i = j alone, and E[ε²]/σ⁴ = 1/σ².
    let mut whitened = jacobian.clone();
    for (mut row, deviation) in whitened.row_iter_mut().zip(noise) {
        row /= *deviation;
    }
    whitened.tr_mul(&whitened)
}

pub fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64> {
    let mut gradients = jacobian.clone();
    for (mut row, residual) in gradients.row_iter_mut().zip(residuals) {
        row *= *residual;
    }
    gradients.tr_mul(&gradients)
}

/// Eigenvalues and eigenvectors of the kernel Θ = JJᵀ, the largest first; zeros without rounding.
fn modes(jacobian: &DMatrix<f64>) -> (DVector<f64>, DMatrix<f64>) {
    let eigen = (jacobian * jacobian.transpose()).symmetric_eigen();
    let mut order: Vec<usize> = (0..jacobian.nrows()).collect();
    order.sort_by(|&i, &j| eigen.eigenvalues[j].total_cmp(&eigen.eigenvalues[i]));
    let cutoff = 1e-10 * eigen.eigenvalues.amax();
    let kept = |&i: &usize| Some(eigen.eigenvalues[i]).filter(|&lambda| lambda > cutoff);
    let values = order.iter().map(|i| kept(i).unwrap_or(0.0));
    (DVector::from_iterator(order.len(), values), eigen.eigenvectors.select_columns(&order))
}

pub fn fisher_spectrum(jacobian: &DMatrix<f64>) -> DVector<f64> {
    // JᵀJ and JJᵀ share what is not zero: of the m eigenvalues, fill up or leave out zeros.
    modes(jacobian).0.resize_vertically(jacobian.ncols(), 0.0)
}

pub fn natural_step(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> DVector<f64> {
    // (JᵀJ + μ)⁻¹ Jᵀ = Jᵀ (JJᵀ + μ)⁻¹. Where Θu = 0, Jᵀu = 0 as well: leaving u out changes nothing,
    // and is the limit μ → 0.
    let (lambda, u) = modes(jacobian);
    let inverse = lambda.map(|lambda| if lambda > 0.0 { 1.0 / (lambda + damping) } else { 0.0 });
    -jacobian.tr_mul(&(&u * inverse.component_mul(&u.tr_mul(residuals))))
}

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    // ṙ = −JJᵀ (JJᵀ + μ)⁻¹ r: along an eigenvector the kernel nearly cancels itself.
    let (lambda, _) = modes(jacobian);
    lambda.map(|lambda| if lambda > 0.0 { lambda / (lambda + damping) } else { 0.0 })
}
