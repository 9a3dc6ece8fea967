use std::f64::consts::{FRAC_2_PI, FRAC_2_SQRT_PI, TAU};

use nalgebra::{DMatrix, DVector};
use ntk::kernel::{Architecture, Erf, Quadrature};
use ntk_checker::frozen::FrozenCall;

use super::{agree, get, kernel};

#[test]
fn exercise_07_is_the_erf_kernel_of_the_library() {
    let erf = Architecture::new(1, Erf);
    agree("ex07", "nngp_erf", |call| kernel(call, |x, y| erf.nngp(x, y).expect("finite")));
    agree("ex07", "kdot_erf", |call| kernel(call, |x, y| erf.kdot(x, y).expect("finite")));
    agree("ex07", "ntk_erf", |call| {
        // The library's biases stand in every layer, the output's own included.
        let bias: f64 = get(call, "bias");
        let biased = erf.with_bias(bias);
        kernel(call, |x, y| biased.ntk(x, y).expect("finite") - bias * bias)
    });
    agree("ex07", "ntk_steep", |call| {
        // By quadrature, from the activation itself; the steepest has its step between the nodes.
        let s: f64 = get(call, "steepness");
        if s > 10.0 {
            return kernel(call, |x, y| as_printed(s, x, y));
        }
        let slope = |z: f64| FRAC_2_SQRT_PI * s * (-(s * z).powi(2)).exp();
        let steep = Architecture::new(1, Quadrature::new(|z: f64| libm::erf(s * z), slope));
        kernel(call, |x, y| steep.ntk(x, y).expect("finite"))
    });
    agree("ex07", "circle_rates", circle_rates);
}

/// The formulas of erf(s z) in one piece.
fn as_printed(s: f64, x: &[f64], y: &[f64]) -> f64 {
    let dot = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| 2.0 * s * s * x * y).sum::<f64>();
    let (a, b, c) = (1.0 + dot(x, x), 1.0 + dot(y, y), dot(x, y));
    FRAC_2_PI * ((c / (a * b).sqrt()).asin() + c / (a * b - c * c).sqrt())
}

/// Each eigenvalue as vᵀΘv / vᵀv, from the whole matrix.
fn circle_rates(call: &FrozenCall) -> Vec<f64> {
    let (radius, bias): (f64, f64) = (get(call, "radius"), get(call, "bias"));
    let points: usize = get(call, "points");
    let angle = |i: usize| TAU * i as f64 / points as f64;
    let xs = DMatrix::from_fn(points, 2, |i, j| radius * [angle(i).cos(), angle(i).sin()][j]);
    let biased = Architecture::new(1, Erf).with_bias(bias);
    let gram = biased.ntk_gram(&xs).expect("finite").add_scalar(-bias * bias);
    let rate = |k: usize| {
        let v = DVector::from_fn(points, |i, _| (k as f64 * angle(i)).cos());
        v.dot(&(&gram * &v)) / v.norm_squared()
    };
    (0..=points / 2).map(rate).collect()
}
