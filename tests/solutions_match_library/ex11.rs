use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, Training};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::{FromValue, Value};

use super::{agree, calls, get, numbers};

/// With the exercise's own threshold, where a mode either counts or does not.
fn spectrum(call: &FrozenCall) -> Spectrum {
    Spectrum::with_tolerance(&get::<DMatrix<f64>>(call, "theta"), 1e-10).expect("a kernel")
}

fn learner<'a>(call: &FrozenCall, spectrum: &'a Spectrum) -> Learner<'a> {
    let (f0, y): (DVector<f64>, DVector<f64>) = (get(call, "f0"), get(call, "y"));
    Learner::new(spectrum, &f0, &y).expect("shapes fit")
}

#[test]
fn exercise_11_is_the_flow_of_the_library() {
    agree("ex11", "mode_loads", |call| {
        let spectrum = spectrum(call);
        let start = Training::GradientFlow { time: 0.0 };
        let errors = learner(call, &spectrum).mode_errors(start).expect("a time");
        let all = errors.norm_squared();
        let share = |error: f64| if all > 0.0 { error * error / all } else { 0.0 };
        numbers(&Value::from(&errors.map(share)))
    });
    agree("ex11", "time_to", |call| {
        let spectrum = spectrum(call);
        vec![learner(call, &spectrum).time_to(get(call, "epsilon")).expect("a share")]
    });
}

/// The best rate by search, without the formula: what the worst mode loses, 1 − |1 − ηλ|, rises to
/// one maximum.
#[test]
fn exercise_11_finds_the_best_learning_rate() {
    agree("ex11", "learning_rates", |call| {
        let spectrum = spectrum(call);
        let limit = spectrum.stability_limit();
        let moving = &spectrum.eigenvalues().as_slice()[..spectrum.rank()];
        let lost =
            |rate: f64| moving.iter().map(|l| (rate * l).min(2.0 - rate * l)).fold(1.0, f64::min);
        let (mut low, mut high) = (0.0, limit);
        for _ in 0..200 {
            let third = (high - low) / 3.0;
            let (one, other) = (low + third, high - third);
            if lost(one) < lost(other) { low = one } else { high = other }
        }
        vec![limit, low]
    });
}

/// The counted step is the first one, and by a margin: no platform's rounding can move it.
#[test]
fn exercise_11_counts_the_descent_of_the_library() {
    for call in calls("ex11", "steps_to") {
        let spectrum = spectrum(&call);
        let learner = learner(&call, &spectrum);
        let (learning_rate, epsilon): (f64, f64) =
            (get(&call, "learning_rate"), get(&call, "epsilon"));
        let left = |steps| {
            let descent = Training::GradientDescent { learning_rate, steps };
            learner.error_norm(descent).expect("a rate and a count")
        };
        let allowed = epsilon * left(0);
        let steps = Option::<u32>::from_value(&call.expected).expect("a count or none");
        match steps {
            Some(0) => assert_eq!(allowed, 0.0, "{}", call.name),
            Some(steps) => {
                assert!(left(steps) < allowed * (1.0 - 1e-6), "{}", call.name);
                assert!(left(steps - 1) > allowed * (1.0 + 1e-6), "{}", call.name);
            }
            None => {
                let never = learner.error_norm(Training::until_converged()).expect("no parameter");
                let stable = learning_rate < spectrum.stability_limit();
                assert!(!stable || never > allowed * (1.0 + 1e-6), "{}", call.name);
            }
        }
    }
}
