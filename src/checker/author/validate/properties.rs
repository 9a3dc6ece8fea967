//! Rules on the properties: each can be tried, and the reference has it.

use std::collections::BTreeSet;

use ntk_harness::Value;

use super::Validation;
use crate::definition::Function;
use crate::frozen::{Frozen, FrozenFunction};
use crate::property::{Kind, Property};
use crate::report::FunctionReport;

const REMEDY: &str = "Its names are those of signatures.rs and of the cases; src/checker/property.rs \
                      says what each kind asks for.";

impl Validation<'_> {
    /// Whatever can be seen without calling the function.
    pub(super) fn properties_can_be_tried(
        &mut self,
        function: &Function,
        frozen: &FrozenFunction,
        fresh: &Frozen,
    ) {
        for property in &function.properties {
            for obstacle in obstacles(property, frozen, fresh) {
                let problem = said(function, property, &obstacle);
                self.found("properties", &self.toml(), problem, REMEDY);
            }
        }
    }

    /// A property that nobody could try on the reference, though nothing seemed to be in its way.
    pub(super) fn properties_were_tried(
        &mut self,
        function: &Function,
        frozen: &FrozenFunction,
        fresh: &Frozen,
        report: &FunctionReport,
    ) {
        let both = function.properties.iter().zip(&report.properties);
        for (property, _) in both.filter(|(_, report)| report.holds.is_none()) {
            if obstacles(property, frozen, fresh).is_empty() {
                let why = match property.kind {
                    Kind::PositiveSemidefinite {} => "asks for a symmetric matrix, and it is none",
                    _ => "was not tried: a call for it brought no value",
                };
                let problem = said(function, property, why);
                self.found(
                    "properties",
                    &self.toml(),
                    problem,
                    "Leave out with `except` the cases on which it asks for too much.",
                );
            }
        }
    }
}

fn said(function: &Function, property: &Property, what: &str) -> String {
    format!("{}: the property \"{}\" {what}", function.name, property.says)
}

/// Why a property cannot be tried, or would hold whatever the function does.
fn obstacles(property: &Property, frozen: &FrozenFunction, fresh: &Frozen) -> Vec<String> {
    let mut found = Vec::new();
    let calls: BTreeSet<&String> = frozen.calls.iter().map(|call| &call.name).collect();
    for name in property.except.iter().filter(|name| !calls.contains(name)) {
        found.push(format!("excepts \"{name}\", and there is no such case"));
    }
    if calls.iter().all(|name| property.except.contains(name)) {
        found.push("is asked on no case".to_owned());
    }
    let mut argument = |name: &String, is_number: bool| {
        if !frozen.arguments.contains(name) {
            let all = frozen.arguments.join(", ");
            found.push(format!("speaks of \"{name}\", and the arguments are {all}"));
        } else if is_number
            && frozen.calls.iter().any(|call| !is_a_number(call.arguments.get(name)))
        {
            found.push(format!("gives \"{name}\" a number, and it is none"));
        }
    };
    match &property.kind {
        Kind::Swap { arguments: [first, second] } => {
            argument(first, false);
            argument(second, false);
            if first == second {
                found.push("exchanges an argument with itself".to_owned());
            }
        }
        Kind::Homogeneous { argument: name, .. } => argument(name, false),
        Kind::Monotone { argument: name, values, .. } => {
            argument(name, true);
            if values.len() < 2 {
                found.push("has fewer than two values to compare".to_owned());
            }
        }
        Kind::Equals { function, at } => {
            at.keys().for_each(|name| argument(name, true));
            found.extend(no_equal(function, at.keys().collect(), frozen, fresh));
        }
        Kind::Symmetric {} | Kind::PositiveSemidefinite {} => {
            if frozen.calls.iter().any(|call| !matches!(call.expected, Value::Matrix(_))) {
                found.push("wants a matrix, and the answer is none".to_owned());
            }
        }
    }
    found
}

/// Why the other function cannot be called on what is left of the arguments.
fn no_equal(
    other: &str,
    replaced: BTreeSet<&String>,
    frozen: &FrozenFunction,
    fresh: &Frozen,
) -> Option<String> {
    let Some(called) = fresh.functions.iter().find(|function| function.name == other) else {
        return Some(format!("speaks of \"{other}\", and there is no such function"));
    };
    let own = frozen.arguments.iter().filter(|name| !replaced.contains(name));
    let (left, wanted) = (own.collect::<BTreeSet<_>>(), called.arguments.iter().collect());
    (left != wanted).then(|| {
        let left: Vec<&str> = left.into_iter().map(String::as_str).collect();
        let (wanted, left) = (called.arguments.join(", "), left.join(", "));
        format!("calls {other}({wanted}) with {left}: the arguments that `at` does not set")
    })
}

fn is_a_number(value: Option<&Value>) -> bool {
    matches!(value, Some(Value::Float(_) | Value::Integer(_)))
}
