use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, Training};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::Value;

use super::{agree, get, numbers};

#[test]
fn exercise_03_is_gradient_descent_of_the_library() {
    let descend = |call: &FrozenCall, f0: &str, steps: u32| {
        let (theta, f0, y): (DMatrix<f64>, DVector<f64>, DVector<f64>) =
            (get(call, "theta"), get(call, f0), get(call, "y"));
        let dt: f64 = get(call, "dt");
        let spectrum = Spectrum::of(&theta).expect("a kernel");
        let learner = Learner::new(&spectrum, &f0, &y).expect("shapes fit");
        let training = Training::GradientDescent { learning_rate: dt, steps };
        numbers(&Value::from(&learner.at_train(training).expect("a rate and a count")))
    };
    agree("ex03", "euler_step", |call| descend(call, "f", 1));
    agree("ex03", "euler_flow", |call| descend(call, "f0", get(call, "steps")));
}
