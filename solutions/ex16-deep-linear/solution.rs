use nalgebra::{DMatrix, DVector};

/// gain/√n, which stands before every layer but the first.
fn factor(first: &DMatrix<f64>, gain: f64) -> f64 {
    gain / (first.nrows() as f64).sqrt()
}

/// ∂f/∂hˡ for ℓ = 1, 2, …, the last hidden layer's at the end.
fn slopes(hidden: &[DMatrix<f64>], readout: &DVector<f64>, factor: f64) -> Vec<DVector<f64>> {
    let mut slopes = vec![readout * factor];
    for weights in hidden.iter().rev() {
        let above = slopes.last().unwrap_or(readout);
        slopes.push(weights.tr_mul(above) * factor);
    }
    slopes.reverse();
    slopes
}

pub fn end_to_end(
    first: &DMatrix<f64>,
    hidden: &[DMatrix<f64>],
    readout: &DVector<f64>,
    gain: f64,
) -> DVector<f64> {
    first.tr_mul(&slopes(hidden, readout, factor(first, gain))[0])
}

pub fn layer_terms(
    first: &DMatrix<f64>,
    hidden: &[DMatrix<f64>],
    readout: &DVector<f64>,
    gain: f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let factor = factor(first, gain);
    let slopes = slopes(hidden, readout, factor);
    // ∂f/∂Wˡ = factor · (∂f/∂hˡ) (hˡ⁻¹)ᵀ: the product of two such is |∂f/∂hˡ|² times hˡ⁻¹·hˡ⁻¹′.
    let mut terms = vec![slopes[0].norm_squared() * x.dot(y)];
    let (mut hx, mut hy) = (first * x, first * y);
    for (weights, slope) in hidden.iter().zip(&slopes[1..]) {
        terms.push(factor * factor * slope.norm_squared() * hx.dot(&hy));
        hx = weights * hx * factor;
        hy = weights * hy * factor;
    }
    terms.push(factor * factor * hx.dot(&hy)); // the readout: ∂f/∂f = 1
    DVector::from_vec(terms)
}

pub fn kernel_matrix(
    first: &DMatrix<f64>,
    hidden: &[DMatrix<f64>],
    readout: &DVector<f64>,
    gain: f64,
) -> DMatrix<f64> {
    let d = first.ncols();
    let unit = |i: usize| DVector::from_fn(d, |k, _| f64::from(u8::from(k == i)));
    DMatrix::from_fn(d, d, |i, j| {
        layer_terms(first, hidden, readout, gain, &unit(i), &unit(j)).sum()
    })
}

pub fn limit_kernel(x: &DVector<f64>, y: &DVector<f64>, layers: usize, gain: f64) -> f64 {
    // Each of the layers above the first brings its factor gain² into every term.
    layers as f64 * gain.powi(2 * (layers as i32 - 1)) * x.dot(y)
}
