//! The reference values of the exercises against the library, which was written independently: two
//! derivations of each formula have to agree on every case (contract R3). A file for each exercise.

#[path = "../common/mod.rs"]
mod common;
mod ex01;
mod ex02;
mod ex03;
mod ex04;
mod ex05;
mod ex06;
mod ex07;
mod ex08;
mod ex09;
mod ex10;
mod ex11;
mod ex12;
mod ex13;
mod ex14;
mod ex15;
mod ex16;
mod ex17;
mod ex18;
mod ex19;
mod ex20;
mod ex21;

use approx::assert_relative_eq;
use common::repository;
use nalgebra::DVector;
use ntk::kernel::{Architecture, Relu};
use ntk_checker::course::Course;
use ntk_checker::frozen::{Exercise, FrozenCall};
use ntk_harness::{FromValue, Value};

/// All frozen calls of a function.
fn calls(exercise: &str, function: &str) -> Vec<FrozenCall> {
    let course = Course::around(repository()).expect("the repository is a course");
    let folder = course.exercise(exercise).expect("the exercise exists");
    let exercise = Exercise::read(folder).expect("it is frozen");
    let frozen = exercise.frozen.functions.into_iter().find(|f| f.name == function);
    let calls = frozen.unwrap_or_else(|| panic!("no function {function}")).calls;
    assert!(calls.len() >= 5, "{function} has too few calls to say anything");
    calls
}

/// Calls `library` on every frozen call of a function and holds its answer against the frozen one.
fn agree(exercise: &str, function: &str, library: impl Fn(&FrozenCall) -> Vec<f64>) {
    for call in &calls(exercise, function) {
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
