//! Rules on the frozen values: they are the solution's, and the solution's are the same each time.

use ntk_harness::{Outcome, Value};

use super::super::{Seeds, frozen_from_solution};
use super::{Validation, allowance};
use crate::compare::{self, Allowance};
use crate::definition::Function;
use crate::diagnose::same_outcome;
use crate::frozen::{Frozen, FrozenCall, FrozenFunction};
use crate::{Result, show};

impl Validation<'_> {
    pub(super) fn frozen_is_what_the_solution_says(
        &mut self,
        frozen: &Frozen,
        fresh: &Frozen,
        notice: &dyn Fn(&str),
    ) -> Result<Repeatable> {
        let path = Frozen::path(self.folder);
        let stale = format!("Freeze them anew: cargo run -- author freeze {}", self.folder.id);
        let mut repeatable = Repeatable::Yes;
        let mut second_run = None;
        if frozen.mistakes != fresh.mistakes {
            self.found("frozen", &path, "the mistakes' messages have changed".into(), &stale);
        }
        for function in &self.definition.functions.clone() {
            let (Some(old), Some(new)) = (frozen.named(function), fresh.named(function)) else {
                self.found("frozen", &path, format!("{} is missing", function.name), &stale);
                continue;
            };
            if old.calls.len() != new.calls.len() || old.given != new.given {
                let problem = format!("the calls of {} have changed", function.name);
                self.found("frozen", &path, problem, &stale);
                continue;
            }
            let Some((call, _)) = first_changed(old, new, function) else { continue };
            let again = match second_run.take() {
                Some(again) => again,
                None => frozen_from_solution(
                    self.course,
                    self.folder,
                    &self.definition,
                    Seeds::Listed,
                    notice,
                )?,
            };
            let same = self.solution_repeats_itself(function, new, &again);
            second_run = Some(again);
            if same == Repeatable::No {
                repeatable = Repeatable::No;
                continue;
            }
            let problem =
                format!("{}, case \"{}\" is not what the solution says", function.name, call.name);
            self.found("frozen", &path, problem, &stale);
        }
        Ok(repeatable)
    }

    /// Who gives one value in one run and another in the next can be frozen any number of times.
    fn solution_repeats_itself(
        &mut self,
        function: &Function,
        once: &FrozenFunction,
        again: &Frozen,
    ) -> Repeatable {
        let Some(again) = again.named(function) else { return Repeatable::Yes };
        let Some((once, again)) = first_changed(once, again, function) else {
            return Repeatable::Yes;
        };
        let folder = self.course.solution_of(self.folder);
        let allowance = allowance(function, once);
        let same = compare::same_answer(&once.expected, &again.expected, allowance);
        let right = Outcome::Value(once.expected.clone());
        let of = |call: &FrozenCall, name: &str| call.mistakes.get(name).unwrap_or(&right).clone();
        let mut names = once.mistakes.keys().chain(again.mistakes.keys());
        let mistake = names.find(|name| {
            let (one, other) = (of(once, name), of(again, name));
            !same_outcome(&one, &other, allowance_of_mistake(&one, allowance))
        });
        let (who, file, values) = match mistake {
            Some(name) if same => {
                let file = folder.join("mistakes").join(format!("{}.rs", name.replace('-', "_")));
                (format!("the mistake {name}"), file, [of(once, name), of(again, name)])
            }
            _ => {
                let values = [once, again].map(|call| Outcome::Value(call.expected.clone()));
                ("the solution".to_owned(), folder.join("solution.rs"), values)
            }
        };
        let [first, second] = values.map(|value| in_words(&value));
        self.found(
            "repeatable",
            &file,
            format!(
                "{}, case \"{}\": {who} was run twice, and gave {first}, then {second}",
                function.name, once.name
            ),
            "The same arguments give the same answer. Draw from a seed that is an argument; or give \
             the case an `expected` value and a `standard_error`.",
        );
        Repeatable::No
    }
}

/// Does the solution give the same values in each run?
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Repeatable {
    Yes,
    No,
}

fn in_words(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Value(value) => show::value(value, 60),
        Outcome::Panic(panic) => format!("a panic ({})", panic.message),
    }
}

fn first_changed<'a>(
    old: &'a FrozenFunction,
    new: &'a FrozenFunction,
    function: &Function,
) -> Option<(&'a FrozenCall, &'a FrozenCall)> {
    old.calls.iter().zip(&new.calls).find(|(old, new)| !same_call(old, new, function))
}

/// Arguments to a few roundings (a normal draw goes through the system's `ln`), answers to the
/// function's own tolerance.
fn same_call(old: &FrozenCall, new: &FrozenCall, function: &Function) -> bool {
    const ROUNDINGS: Allowance = Allowance { relative: 1e-13, absolute: 1e-300 };
    let same_arguments = old.arguments.len() == new.arguments.len()
        && old.arguments.iter().zip(&new.arguments).all(
            |((name, value), (new_name, new_value))| {
                name == new_name && compare::same_answer(value, new_value, ROUNDINGS)
            },
        );
    let allowance = allowance(function, new);
    same_arguments
        && old.name == new.name
        && compare::same_answer(&old.expected, &new.expected, allowance)
        && old.mistakes.keys().eq(new.mistakes.keys())
        && old.mistakes.iter().zip(&new.mistakes).all(|((_, old), (_, new))| {
            same_outcome(old, new, allowance_of_mistake(old, allowance))
        })
}

/// A mistake's answer may be large where the right one is small.
fn allowance_of_mistake(outcome: &Outcome, allowance: Allowance) -> Allowance {
    let largest = match outcome {
        Outcome::Value(value) => largest(value),
        Outcome::Panic(_) => 0.0,
    };
    Allowance { absolute: allowance.absolute + 1e-9 * largest, ..allowance }
}

fn largest(value: &Value) -> f64 {
    compare::numbers(value).into_iter().map(f64::abs).filter(|n| n.is_finite()).fold(0.0, f64::max)
}
