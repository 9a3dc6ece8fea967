use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, TestPoints, Training};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::Value;

use super::{agree, get, numbers};

#[test]
fn exercise_04_is_gradient_flow_of_the_library() {
    agree("ex04", "flow_at", |call| {
        let (theta, f0, y): (DMatrix<f64>, DVector<f64>, DVector<f64>) =
            (get(call, "theta"), get(call, "f0"), get(call, "y"));
        let spectrum = Spectrum::of(&theta).expect("a kernel");
        let learner = Learner::new(&spectrum, &f0, &y).expect("shapes fit");
        let flow = Training::GradientFlow { time: get(call, "t") };
        numbers(&Value::from(&learner.at_train(flow).expect("a time")))
    });
    let predict = |call: &FrozenCall, time: f64| {
        let (theta, cross): (DMatrix<f64>, DMatrix<f64>) =
            (get(call, "theta_train"), get(call, "theta_test_train"));
        let (f0_test, f0_train, y): (DVector<f64>, DVector<f64>, DVector<f64>) =
            (get(call, "f0_test"), get(call, "f0_train"), get(call, "y"));
        // The exercise's own threshold in the limit, where a mode either counts or does not.
        let spectrum = if time.is_finite() {
            Spectrum::of(&theta).expect("a kernel")
        } else {
            Spectrum::with_tolerance(&theta, 1e-10).expect("a kernel")
        };
        let learner = Learner::new(&spectrum, &f0_train, &y).expect("shapes fit");
        let points = TestPoints::new(&spectrum, &cross, &f0_test).expect("shapes fit");
        let flow = Training::GradientFlow { time };
        numbers(&Value::from(&learner.at_test(&points, flow).expect("a time")))
    };
    agree("ex04", "predict_at", |call| predict(call, get(call, "t")));
    agree("ex04", "predict_limit", |call| predict(call, f64::INFINITY));
}
