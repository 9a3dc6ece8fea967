//! The frozen reference values: reviewed as snapshots, and the same as what a check will expect.

mod common;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use common::repository;
use ntk_checker::course::Course;
use ntk_checker::frozen::{Exercise, Frozen, FrozenCall, FrozenFunction};
use ntk_harness::Value;

fn exercises() -> Vec<Exercise> {
    let course = Course::around(repository()).expect("the repository is a course");
    frozen(&course).unwrap_or_else(|unread| panic!("{unread}"))
}

/// All exercises of a course, or what to do about each that cannot be read.
fn frozen(course: &Course) -> Result<Vec<Exercise>, String> {
    let folders = course.exercises().map_err(|error| error.to_string())?;
    let (mut exercises, mut unread) = (Vec::new(), Vec::new());
    for folder in folders {
        let id = folder.id.clone();
        let is_frozen = Frozen::path(&folder).is_file();
        match Exercise::read(folder) {
            Ok(exercise) => exercises.push(exercise),
            Err(_) if !is_frozen => {
                unread.push(format!("{id} is not frozen: cargo run -- author freeze {id}"));
            }
            Err(error) => unread.push(format!("{id}: {error}")),
        }
    }
    if unread.is_empty() { Ok(exercises) } else { Err(unread.join("\n")) }
}

#[test]
fn an_exercise_that_is_not_frozen_is_named_with_the_command() {
    let course = common::Course::with_miniature("reference-unfrozen", "ex90");
    let read = || frozen(&Course::around(&course.root).expect("it is a course"));
    assert_eq!(read().map(|exercises| exercises.len()), Ok(1));
    fs::remove_file(course.path("exercises/ex90-mini/frozen.json")).expect("it was there");
    assert_eq!(
        read().map(|exercises| exercises.len()),
        Err("ex90 is not frozen: cargo run -- author freeze ex90".to_owned())
    );
}

/// Twelve significant digits: what no platform's libm moves. Whole numbers, words and None as they are.
fn text(value: &Value) -> String {
    let floats = ntk_checker::compare::numbers(value);
    if floats.is_empty() {
        return format!("{value:?}");
    }
    let numbers: Vec<String> = floats.iter().map(|number| format!("{number:.11e}")).collect();
    numbers.join(" ")
}

#[test]
fn the_expected_values_of_every_exercise_are_reviewed() {
    for exercise in exercises() {
        let mut listing = String::new();
        for function in &exercise.frozen.functions {
            let _ = writeln!(listing, "{}", function.name);
            for call in &function.calls {
                let _ = writeln!(listing, "  {}: {}", call.name, text(&call.expected));
            }
        }
        insta::assert_snapshot!(exercise.folder.id.clone(), listing);
    }
}

/// Nobody passes by returning a constant, or what was put in.
#[test]
fn no_function_is_passed_by_a_constant_or_by_an_argument() {
    for exercise in exercises() {
        for function in &exercise.frozen.functions {
            let passed = effortless(function);
            assert!(
                passed.is_none(),
                "{} {}: {passed:?} passes",
                exercise.folder.id,
                function.name
            );
        }
    }
}

/// The constant, or the argument's name, that is right on every call.
fn effortless(function: &FrozenFunction) -> Option<String> {
    let all = |answer: &dyn Fn(&FrozenCall) -> Option<String>| {
        function.calls.iter().all(|call| answer(call) == Some(text(&call.expected)))
    };
    let first = function.calls.first().map(|call| text(&call.expected));
    if all(&|_| first.clone()) {
        return first.or(Some("anything".to_owned()));
    }
    let mut names = function.arguments.iter();
    names.find(|name| all(&|call| call.arguments.get(*name).map(text))).cloned()
}

#[test]
fn what_passes_without_effort_is_named() {
    let call = |put_in: f64, expected: f64| FrozenCall {
        name: String::new(),
        arguments: [("x".to_owned(), Value::Float(put_in))].into(),
        expected: Value::Float(expected),
        standard_error: None,
        mistakes: BTreeMap::new(),
    };
    let passed = |calls: &[(f64, f64)]| {
        effortless(&FrozenFunction {
            name: String::new(),
            arguments: vec!["x".to_owned()],
            given: Vec::new(),
            calls: calls.iter().map(|&(x, y)| call(x, y)).collect(),
        })
    };
    assert_eq!(passed(&[(1.0, 1.0), (2.0, 4.0)]), None);
    assert_eq!(passed(&[(1.0, 1.0), (2.0, 2.0)]), Some("x".to_owned()));
    assert_eq!(passed(&[(1.0, 2.0), (3.0, 2.0)]), Some(text(&Value::Float(2.0))));
}
