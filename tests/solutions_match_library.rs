//! The reference values of the exercises against the library, which was written independently: two
//! derivations of each formula have to agree on every case (contract R3).

mod common;

use approx::assert_relative_eq;
use common::repository;
use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, TestPoints, Training};
use ntk::kernel::{Architecture, Relu};
use ntk_checker::course::Course;
use ntk_checker::frozen::{Exercise, FrozenCall};
use ntk_harness::{FromValue, Value};

/// Calls `library` on every frozen call of a function and holds its answer against the frozen one.
fn agree(exercise: &str, function: &str, library: impl Fn(&FrozenCall) -> Vec<f64>) {
    let course = Course::around(repository()).expect("the repository is a course");
    let folder = course.exercise(exercise).expect("the exercise exists");
    let exercise = Exercise::read(folder).expect("it is frozen");
    let frozen = exercise.frozen.functions.iter().find(|f| f.name == function);
    let frozen = frozen.unwrap_or_else(|| panic!("no function {function}"));
    assert!(frozen.calls.len() >= 5, "{function} has too few calls to say anything");
    for call in &frozen.calls {
        let expected = numbers(&call.expected);
        let computed = library(call);
        assert_eq!(computed.len(), expected.len(), "{function}, {}", call.name);
        for (computed, expected) in computed.iter().zip(&expected) {
            assert_relative_eq!(computed, expected, max_relative = 1e-11, epsilon = 1e-13);
        }
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    ntk_checker::compare::numbers(value)
}

fn get<T: FromValue>(call: &FrozenCall, name: &str) -> T {
    T::from_value(&call.arguments[name]).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn two_layer() -> Architecture<Relu> {
    Architecture::new(1, Relu)
}

fn kernel(call: &FrozenCall, of: impl Fn(&[f64], &[f64]) -> f64) -> Vec<f64> {
    let (x, y): (DVector<f64>, DVector<f64>) = (get(call, "x"), get(call, "y"));
    vec![of(x.as_slice(), y.as_slice())]
}

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

#[test]
fn exercise_06_is_the_kernel_of_the_library() {
    let relu = two_layer();
    agree("ex06", "nngp_relu", |call| kernel(call, |x, y| relu.nngp(x, y).expect("finite")));
    agree("ex06", "kdot_relu", |call| kernel(call, |x, y| relu.kdot(x, y).expect("finite")));
    agree("ex06", "ntk_relu", |call| kernel(call, |x, y| relu.ntk(x, y).expect("finite")));
    agree("ex06", "ntk_gram", |call| {
        let gram = relu.ntk_gram(&get(call, "xs")).expect("finite");
        numbers(&Value::from(&gram))
    });
}

#[test]
fn exercise_14_is_the_regression_of_the_library() {
    let solve = |gram: DMatrix<f64>, cross: DMatrix<f64>, y: DVector<f64>| {
        let spectrum = Spectrum::of(&gram).expect("a kernel");
        let learner = Learner::from_zero(&spectrum, &y).expect("shapes fit");
        let points = TestPoints::from_zero(&spectrum, &cross).expect("shapes fit");
        learner.at_test(&points, Training::until_converged()).expect("no parameter")[0]
    };
    agree("ex14", "two_point_prediction", |call| {
        let number = |name: &str| get::<f64>(call, name);
        let (a, b, d) = (number("theta_11"), number("theta_12"), number("theta_22"));
        vec![solve(
            DMatrix::from_row_slice(2, 2, &[a, b, b, d]),
            DMatrix::from_row_slice(1, 2, &[number("theta_1"), number("theta_2")]),
            DVector::from_vec(vec![number("y1"), number("y2")]),
        )]
    });
    let relu = two_layer();
    agree("ex14", "ntk_relu", |call| kernel(call, |x, y| relu.ntk(x, y).expect("finite")));
    agree("ex14", "two_point_relu_prediction", |call| {
        let point = |name: &str| get::<DVector<f64>>(call, name).transpose();
        let xs = DMatrix::from_rows(&[point("x1"), point("x2")]);
        let star = DMatrix::from_rows(&[point("x_star")]);
        vec![solve(
            relu.ntk_gram(&xs).expect("finite"),
            relu.ntk_cross(&star, &xs).expect("finite"),
            DVector::from_vec(vec![get(call, "y1"), get(call, "y2")]),
        )]
    });
}
