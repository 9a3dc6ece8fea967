use nalgebra::DVector;

pub fn rms_over_seeds(values: &DVector<f64>) -> (f64, f64) {
    let count = values.len() as f64;
    let squares = values.map(|v| v * v);
    let mean = squares.mean();
    if mean == 0.0 {
        return (0.0, 0.0);
    }
    let variance = squares.add_scalar(-mean).norm_squared() / (count - 1.0);
    // d√q/dq = 1/(2√q)
    (mean.sqrt(), (variance / count).sqrt() / (2.0 * mean.sqrt()))
}

pub fn fit_exponent(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> (f64, f64) {
    let x = widths.map(f64::ln);
    let from_centre = x.add_scalar(-x.mean());
    // The slope is Σ wᵢ ln vᵢ. The weights add up to 0, so that a factor common to all values is
    // nothing to it.
    let weights = &from_centre / from_centre.norm_squared();
    let relative = errors.component_div(values); // d ln v = dv / v
    (weights.dot(&values.map(f64::ln)), weights.component_mul(&relative).norm())
}

pub fn decide(exponent: f64, error: f64, candidates: &DVector<f64>) -> Option<f64> {
    let mut allowed = candidates.iter().filter(|c| (exponent - **c).abs() <= 4.0 * error);
    match (allowed.next(), allowed.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}

pub fn two_powers(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> ((f64, f64), (f64, f64)) {
    // √n v = a + b x with x = 1/√n: a straight line, whose errors are √n times those of v.
    let root = widths.map(f64::sqrt);
    let x = root.map(|r| 1.0 / r);
    let y = values.component_mul(&root);
    let weight = errors.component_mul(&root).map(|e| 1.0 / (e * e));

    let total = weight.sum();
    let (x_mean, y_mean) = (weight.dot(&x) / total, weight.dot(&y) / total);
    let x = x.add_scalar(-x_mean);
    let spread = weight.dot(&x.component_mul(&x));
    let b = weight.dot(&x.component_mul(&y)) / spread;
    // Seen from the centre, height and slope are independent; a is the height, carried to x = 0.
    let a = y_mean - b * x_mean;
    ((a, (1.0 / total + x_mean * x_mean / spread).sqrt()), (b, (1.0 / spread).sqrt()))
}
