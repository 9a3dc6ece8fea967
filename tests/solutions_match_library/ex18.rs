use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{DecayToZero, Learner, Spectrum, Training};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::Value;

use super::{agree, get, numbers};

fn vector(call: &FrozenCall, name: &str) -> DVector<f64> {
    get(call, name)
}

fn at(call: &FrozenCall, outputs: impl Fn(&Learner<'_>) -> DVector<f64>) -> Vec<f64> {
    let spectrum = Spectrum::of(&get::<DMatrix<f64>>(call, "theta")).expect("a kernel");
    let learner =
        Learner::new(&spectrum, &vector(call, "f0"), &vector(call, "y")).expect("shapes fit");
    numbers(&Value::from(&outputs(&learner)))
}

#[test]
fn exercise_18_is_the_decay_of_the_library() {
    agree("ex18", "towards_start", |call| {
        let training = Training::DecayToInit { decay: get(call, "lambda"), time: get(call, "t") };
        at(call, |learner| learner.at_train(training).expect("a time"))
    });
    agree("ex18", "towards_zero", |call| {
        let (layers, decay, time): (usize, f64, f64) =
            (get(call, "layers"), get(call, "lambda"), get(call, "t"));
        if layers == 1 {
            // The library wants a hidden layer. A linear model is a ridge regression around zero.
            let theta: DMatrix<f64> = get(call, "theta");
            let (f0, y) = (vector(call, "f0"), vector(call, "y"));
            let with_ridge = &theta + DMatrix::identity(y.len(), y.len()) * decay;
            let end = &theta * with_ridge.clone().lu().solve(&y).expect("positive definite");
            return numbers(&Value::from(&(&end + (with_ridge * -time).exp() * (f0 - &end))));
        }
        let weight_layers = u32::try_from(layers).expect("a few layers");
        let to_zero = DecayToZero { weight_layers, decay, time };
        at(call, |learner| learner.decayed_at_train(to_zero).expect("a time"))
    });
}

/// f is a quadratic in the scale c of all weights, so its slope at c = 1 is the difference of its
/// values at 3/2 and 1/2, exactly.
#[test]
fn exercise_18_takes_what_a_shorter_network_lacks() {
    agree("ex18", "decay_term", |call| {
        let (w, a, xs): (DMatrix<f64>, DVector<f64>, DMatrix<f64>) =
            (get(call, "w"), get(call, "a"), get(call, "xs"));
        let output = |scale: f64, x: usize| -> f64 {
            let neuron = |i: usize| {
                let z: f64 = (0..w.ncols()).map(|k| scale * w[(i, k)] * xs[(x, k)]).sum();
                scale * a[i] * z.max(0.0)
            };
            (0..w.nrows()).map(neuron).sum::<f64>() / (w.nrows() as f64).sqrt()
        };
        (0..xs.nrows()).map(|x| output(1.5, x) - output(0.5, x)).collect()
    });
}

/// The same minimum in the space of weights.
#[test]
fn exercise_18_ends_where_the_penalised_weights_end() {
    agree("ex18", "frozen_tangent_end", |call| {
        let jacobian: DMatrix<f64> = get(call, "jacobian");
        let (theta0, f0, y) = (vector(call, "theta0"), vector(call, "f0"), vector(call, "y"));
        let lambda: f64 = get(call, "lambda");
        let size = theta0.len();
        let normal = jacobian.tr_mul(&jacobian) + DMatrix::identity(size, size) * lambda;
        let right = jacobian.tr_mul(&(y - &f0 + &jacobian * &theta0));
        let theta = normal.cholesky().expect("λ > 0").solve(&right);
        numbers(&Value::from(&(f0 + jacobian * (theta - theta0))))
    });
}
