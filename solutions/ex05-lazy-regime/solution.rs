use nalgebra::{DMatrix, DVector};

pub fn linearised(
    first0: &DMatrix<f64>,
    readout0: &DVector<f64>,
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> f64 {
    // a φ(h) changes by Δa φ(h) + a φ′(h) Δh, all at θ₀; a + Δa together make the new a. The product
    // Δa Δh is of second order and stays out.
    let (h0, change) = (first0 * x, (first - first0) * x);
    let activations = h0.map(phi).dot(readout);
    let slopes = h0.map(slope).component_mul(&change).dot(readout0);
    (activations + slopes) / (readout0.len() as f64).sqrt()
}

pub fn descend_linear(
    jacobian: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    steps: usize,
) -> DVector<f64> {
    let mut moved = DVector::zeros(jacobian.ncols());
    for _ in 0..steps {
        let residual = f0 + jacobian * &moved - y;
        moved -= jacobian.tr_mul(&residual) * learning_rate;
    }
    moved
}

pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    // θ − θ₀ = Jᵀ g(Θ) (y − f₀) with g(λ) = (1 − e^(−λt))/λ, so J is in its squared length only as
    // JJᵀ = Θ: along each eigenvector λ g(λ)² = (1 − e^(−λt))²/λ.
    let eigen = theta.clone().symmetric_eigen();
    let modes = eigen.eigenvectors.tr_mul(&(y - f0));
    let cutoff = 1e-10 * eigen.eigenvalues.max();
    let square = |(&lambda, &mode): (&f64, &f64)| {
        if lambda > cutoff { ((-lambda * t).exp_m1() * mode).powi(2) / lambda } else { 0.0 }
    };
    eigen.eigenvalues.iter().zip(&modes).map(square).sum::<f64>().sqrt()
}

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    // Squares add up over layers, lengths do not.
    let squares: Vec<f64> =
        before.iter().zip(after).map(|(before, after)| (after - before).norm_squared()).collect();
    let distance = squares.iter().sum::<f64>().sqrt();
    let length = before.iter().map(|layer| layer.norm_squared()).sum::<f64>().sqrt();
    let entries =
        squares.iter().zip(before).map(|(square, layer)| (square / layer.len() as f64).sqrt());
    (distance, distance / length, DVector::from_iterator(before.len(), entries))
}

pub fn lazy_width(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    inputs: usize,
    share: f64,
) -> usize {
    // The displacement has no n in it, and ‖θ₀‖² = n (d + 1): the ratio falls as 1/√n because the
    // network grows, not because it moves less.
    let ratio = displacement(theta, f0, y, f64::INFINITY) / share;
    (ratio * ratio / (inputs as f64 + 1.0)).ceil().max(1.0) as usize
}
