use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, Training, tangent_gram};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::Value;

use super::{agree, calls, get, numbers};

#[test]
fn exercise_05_is_the_linearised_training_of_the_library() {
    agree("ex05", "linearised", |call| vec![linearised(call)]);
    agree("ex05", "descend_linear", |call| {
        // In closed form, mode by mode, where the exercise steps.
        let jacobian: DMatrix<f64> = get(call, "jacobian");
        let descent = Training::GradientDescent {
            learning_rate: get(call, "learning_rate"),
            steps: get(call, "steps"),
        };
        let spectrum = Spectrum::of(&tangent_gram(&jacobian).expect("finite")).expect("a kernel");
        let gap = residual_modes(call, &spectrum);
        let filter = spectrum.eigenvalues().map(|lambda| descent.filter(lambda));
        let samples = spectrum.eigenvectors() * filter.component_mul(&gap);
        numbers(&Value::from(&(jacobian.transpose() * samples)))
    });
    agree("ex05", "displacement", |call| vec![displacement(call, get(call, "t"))]);
    agree("ex05", "movement", |call| {
        let (before, after): (Vec<DMatrix<f64>>, Vec<DMatrix<f64>>) =
            (get(call, "before"), get(call, "after"));
        let long = |layers: &[DMatrix<f64>]| -> Vec<f64> {
            layers.iter().flat_map(|layer| layer.iter().copied()).collect()
        };
        let (start, end) = (long(&before), long(&after));
        let norm = |entries: &mut dyn Iterator<Item = f64>| {
            entries.fold(0.0, |length: f64, entry| length.hypot(entry))
        };
        let distance = norm(&mut start.iter().zip(&end).map(|(a, b)| a - b));
        let mut measures = vec![distance, distance / norm(&mut start.iter().copied())];
        measures.extend(before.iter().zip(&after).map(|(before, after)| {
            let squares = before.iter().zip(after).map(|(a, b)| (a - b).powi(2));
            (squares.sum::<f64>() / before.len() as f64).sqrt()
        }));
        measures
    });
    for call in calls("ex05", "lazy_width") {
        assert_eq!(call.expected, Value::Integer(lazy_width(&call)), "{}", call.name);
    }
}

/// Uᵀ(y − f₀).
fn residual_modes(call: &FrozenCall, spectrum: &Spectrum) -> DVector<f64> {
    let (f0, y): (DVector<f64>, DVector<f64>) = (get(call, "f0"), get(call, "y"));
    let learner = Learner::new(spectrum, &f0, &y).expect("shapes fit");
    -learner.mode_errors(Training::GradientFlow { time: 0.0 }).expect("a time")
}

/// √(vᵀΘv) with v = g(Θ)(y − f₀) of gradient flow.
fn displacement(call: &FrozenCall, time: f64) -> f64 {
    let theta: DMatrix<f64> = get(call, "theta");
    let spectrum = Spectrum::with_tolerance(&theta, 1e-10).expect("a kernel");
    let flow = Training::GradientFlow { time };
    let filter = spectrum.eigenvalues().map(|lambda| flow.filter(lambda));
    let v = filter.component_mul(&residual_modes(call, &spectrum));
    v.iter().zip(spectrum.eigenvalues()).map(|(v, lambda)| lambda * v * v).sum::<f64>().sqrt()
}

/// The first of all widths, tried one after the other, that fits.
fn lazy_width(call: &FrozenCall) -> i64 {
    let inputs: usize = get(call, "inputs");
    let share: f64 = get(call, "share");
    let distance = displacement(call, f64::INFINITY);
    let needed = (distance / share).powi(2) / (inputs as f64 + 1.0);
    assert!((needed - needed.round()).abs() > 1e-6 || needed < 1e-6, "{}: a near tie", call.name);
    let fits = |&n: &u32| distance <= share * (f64::from(n) * (inputs as f64 + 1.0)).sqrt();
    (1..).find(fits).expect("a width").into()
}

/// A number and its derivative along the move from θ₀ to θ.
#[derive(Clone, Copy)]
struct Dual(f64, f64);

/// f₀ + the derivative of the real network along the move, by forward differentiation.
fn linearised(call: &FrozenCall) -> f64 {
    type Unary = fn(f64) -> f64;
    let (phi, slope): (Unary, Unary) = (get(call, "phi"), get(call, "slope"));
    let (first0, first): (DMatrix<f64>, DMatrix<f64>) = (get(call, "first0"), get(call, "first"));
    let (readout0, readout): (DVector<f64>, DVector<f64>) =
        (get(call, "readout0"), get(call, "readout"));
    let x: DVector<f64> = get(call, "x");
    let mut output = Dual(0.0, 0.0);
    for i in 0..readout0.len() {
        let mut h = Dual(0.0, 0.0);
        for (j, x) in x.iter().enumerate() {
            h = Dual(h.0 + first0[(i, j)] * x, h.1 + (first[(i, j)] - first0[(i, j)]) * x);
        }
        let hidden = Dual(phi(h.0), slope(h.0) * h.1);
        let weight = Dual(readout0[i], readout[i] - readout0[i]);
        output = Dual(
            output.0 + weight.0 * hidden.0,
            output.1 + weight.1 * hidden.0 + weight.0 * hidden.1,
        );
    }
    (output.0 + output.1) / (readout0.len() as f64).sqrt()
}
