//! The frozen reference values: reviewed as snapshots, and the same as what a check will expect.

mod common;

use std::fmt::Write;

use common::repository;
use ntk_checker::course::Course;
use ntk_checker::frozen::Exercise;
use ntk_harness::Value;

fn exercises() -> Vec<Exercise> {
    let course = Course::around(repository()).expect("the repository is a course");
    let folders = course.exercises().expect("it has exercises");
    folders.into_iter().map(|folder| Exercise::read(folder).expect("it is frozen")).collect()
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

/// Nobody passes by returning what was put in, a constant, or the previous answer.
#[test]
fn no_function_is_passed_by_a_constant() {
    for exercise in exercises() {
        for function in &exercise.frozen.functions {
            let first = text(&function.calls[0].expected);
            let all_alike = function.calls.iter().all(|call| text(&call.expected) == first);
            assert!(!all_alike, "{} {}", exercise.folder.id, function.name);
        }
    }
}
