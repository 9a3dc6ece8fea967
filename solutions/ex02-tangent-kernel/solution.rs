use nalgebra::{DMatrix, DVector};

pub fn gradient(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DVector<f64> {
    let root = (readout.len() as f64).sqrt();
    let h = first * x;
    let mut gradient = Vec::new();
    for (&a, &h) in readout.iter().zip(&h) {
        gradient.extend(x.iter().map(|x| a * slope(h) * x / root)); // by wᵢ
    }
    gradient.extend(h.iter().map(|&h| phi(h) / root)); // by a
    DVector::from_vec(gradient)
}

pub fn empirical_ntk(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
) -> DMatrix<f64> {
    let row = |i: usize| gradient(first, readout, &xs.row(i).transpose(), phi, slope).transpose();
    let rows: Vec<_> = (0..xs.nrows()).map(row).collect();
    let jacobian = DMatrix::from_rows(&rows);
    &jacobian * jacobian.transpose()
}

pub fn ntk_by_layers(
    weights: &[DMatrix<f64>],
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    gain: f64,
) -> DMatrix<f64> {
    let factor = |layer: usize| match layer {
        0 => 1.0,
        _ => gain / (weights[layer].ncols() as f64).sqrt(),
    };
    // Forward: what each layer reads, and the slopes on top of it. A row is a sample.
    let (mut inputs, mut slopes) = (vec![xs.clone()], Vec::new());
    for layer in 0..weights.len() - 1 {
        let h = &inputs[layer] * weights[layer].transpose() * factor(layer);
        slopes.push(h.map(slope));
        inputs.push(h.map(phi));
    }
    // Backward, with ∂f/∂h of the layer at hand. The gradient by its weights is an outer product,
    // factor · (∂f/∂h) inputᵀ, and the product of two of those is the product of two products.
    let mut theta = DMatrix::zeros(xs.nrows(), xs.nrows());
    let mut back = DMatrix::from_element(xs.nrows(), 1, 1.0);
    for layer in (0..weights.len()).rev() {
        let (input, s) = (&inputs[layer], factor(layer));
        let (of_back, of_input) = (&back * back.transpose(), input * input.transpose());
        theta += of_back.component_mul(&of_input) * (s * s);
        if layer > 0 {
            back = (&back * &weights[layer] * s).component_mul(&slopes[layer - 1]);
        }
    }
    theta
}

pub fn kernel_rank(theta: &DMatrix<f64>) -> usize {
    let eigenvalues = theta.clone().symmetric_eigenvalues();
    let largest = eigenvalues.max();
    eigenvalues.iter().filter(|&&lambda| lambda > 1e-10 * largest).count()
}

pub fn relu_rank(xs: &DMatrix<f64>) -> usize {
    // relu(z) = |z|/2 + z/2, so f is an even function, free on every line through 0, and an odd one
    // that is linear. Length says nothing: f(sx) = s f(x).
    let (mut lines, mut opposites): (Vec<DVector<f64>>, Vec<DVector<f64>>) = (vec![], vec![]);
    for x in xs.row_iter().map(|row| row.transpose()).filter(|x| x.norm() > 0.0) {
        let x = x.normalize();
        let known = lines.iter().find(|line| x.dot(line).abs() > 1.0 - 1e-10);
        match known {
            None => lines.push(x),
            Some(line) if x.dot(line) < 0.0 => opposites.push(x),
            Some(_) => {}
        }
    }
    // Where only one side of a line is asked for, its even part can say anything. Where both are,
    // the difference f(x) − f(−x) is the linear function's: these add the rank of their x.
    let odd = match opposites.len() {
        0 => 0,
        _ => DMatrix::from_columns(&opposites).rank(1e-8),
    };
    lines.len() + odd
}
