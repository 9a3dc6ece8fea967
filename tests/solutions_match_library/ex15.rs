use nalgebra::{DMatrix, DVector, SymmetricEigen};
use ntk::dynamics::{Learner, Spectrum, Training};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::Value;

use super::{agree, get, numbers};

fn outputs(call: &FrozenCall, time: f64) -> DVector<f64> {
    let rho: f64 = get(call, "rho");
    let theta = DMatrix::from_row_slice(2, 2, &[1.0, rho, rho, 1.0]);
    let spectrum = Spectrum::of(&theta).expect("a kernel");
    let learner = Learner::from_zero(&spectrum, &get(call, "y")).expect("shapes fit");
    learner.at_train(Training::GradientFlow { time }).expect("a time")
}

fn error(call: &FrozenCall, time: f64) -> f64 {
    (outputs(call, time) - get::<DVector<f64>>(call, "y")).amax()
}

#[test]
fn exercise_15_is_the_flow_of_the_library() {
    agree("ex15", "pair_output", |call| numbers(&Value::from(&outputs(call, get(call, "t")))));
    agree("ex15", "pair_rates", |call| {
        let [a, b, d] = ["a", "b", "d"].map(|name| get::<f64>(call, name));
        let (trace, half) = (a + d, (a - d) / 2.0);
        // An eigendecomposition loses the small root's digits where a closed form need not: there
        // the difference of squares is taken apart instead, √(ad) − b being exact in these cases.
        let root = (a * d).sqrt();
        if root.fract() == 0.0 && root - b.abs() < 1e-3 {
            let fast = (trace + 2.0 * half.hypot(b)) / 2.0;
            return vec![fast, (root - b) * (root + b) / fast];
        }
        let eigen = SymmetricEigen::new(DMatrix::from_row_slice(2, 2, &[a, b, b, d])).eigenvalues;
        vec![eigen.max(), eigen.min()]
    });
}

/// The eigenvectors of a library that knows no pairs, and the passage itself, seen on the flow.
#[test]
fn exercise_15_is_what_eigenvectors_and_the_flow_say() {
    agree("ex15", "late_rate", |call| {
        let (rho, y): (f64, DVector<f64>) = (get(call, "rho"), get(call, "y"));
        let eigen = SymmetricEigen::new(DMatrix::from_row_slice(2, 2, &[1.0, rho, rho, 1.0]));
        let modes = eigen.eigenvectors.column_iter().zip(&eigen.eigenvalues);
        let loaded = modes.filter(|(mode, _)| mode.dot(&y).abs() > 1e-9 * y.norm());
        vec![loaded.map(|(_, rate)| *rate).fold(f64::INFINITY, f64::min)]
    });
    agree("ex15", "time_until_learned", |call| {
        let epsilon: f64 = get(call, "epsilon");
        let expected = numbers(&call.expected)[0];
        // The time itself is the answer's: that the flow passes epsilon there proves it.
        let passes = match expected {
            0.0 => error(call, 0.0) <= epsilon,
            time if time.is_infinite() => error(call, 1e12) > epsilon,
            time => {
                error(call, time * (1.0 - 1e-9)) > epsilon
                    && error(call, time * (1.0 + 1e-9)) <= epsilon
            }
        };
        vec![if passes { expected } else { f64::NAN }]
    });
}
