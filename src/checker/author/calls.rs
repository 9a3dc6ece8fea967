//! Every call of an exercise with the solution's answer and each known mistake's.

use std::collections::BTreeMap;
use std::path::Path;

use ntk_harness::{Arguments, Description, MistakeText, Outcome, Signature, Value};

use crate::compare::Allowance;
use crate::course::{Course, Folder};
use crate::definition::{Definition, Function};
use crate::diagnose::same_outcome;
use crate::frozen::{Frozen, FrozenCall, FrozenFunction, VERSION};
use crate::process::{Call, Failure, Program, Session};
use crate::{Error, Result, build, sample};

use super::place::with_line;

/// Where drawn arguments come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeds {
    /// The seeds of `exercise.toml`: the frozen samples.
    Listed,
    /// Fresh samples from this seed.
    Fresh(u64),
}

/// Runs the solution and its mistakes on every call.
///
/// # Errors
///
/// No solution, or an author's error in `exercise.toml` or in the solution, named.
pub fn frozen_from_solution(
    course: &Course,
    folder: &Folder,
    definition: &Definition,
    seeds: Seeds,
    notice: &dyn Fn(&str),
) -> Result<Frozen> {
    let program = build::build_solution(course, folder, notice)?;
    let mut session = Session::start(&program, definition.limits)?;
    let description = session.describe()?;
    let mut reference =
        Reference { course, folder, definition, program, session, description, seeds };
    let functions = definition
        .functions
        .iter()
        .map(|function| reference.function(function))
        .collect::<Result<_>>()?;
    Ok(Frozen { version: VERSION, functions, mistakes: reference.description.mistakes })
}

struct Reference<'a> {
    course: &'a Course,
    folder: &'a Folder,
    definition: &'a Definition,
    program: Program,
    session: Session,
    description: Description,
    seeds: Seeds,
}

impl Reference<'_> {
    fn function(&mut self, function: &Function) -> Result<FrozenFunction> {
        let signature = self
            .description
            .functions
            .iter()
            .find(|signature| signature.name == function.name)
            .cloned()
            .ok_or_else(|| {
                self.wrong(
                    format!("there is no function '{}' in signatures.rs", function.name),
                    "Names in exercise.toml are those of signatures.rs, in the same order.",
                )
            })?;
        let mut calls = Vec::new();
        for planned in self.plan(function, &signature)? {
            calls.push(self.answer(function, &signature, planned)?);
        }
        let arguments = signature.arguments.iter().map(|(name, _)| name.clone()).collect();
        let given = signature.given;
        Ok(FrozenFunction { name: function.name.clone(), arguments, given, calls })
    }

    /// All calls with their arguments, before anything is run.
    fn plan(&self, function: &Function, signature: &Signature) -> Result<Vec<Planned>> {
        let read = |name: &str, given: &BTreeMap<String, toml::Value>, seed: &str| {
            sample::arguments(signature, given, seed).map_err(|problem| {
                self.wrong(
                    format!("{}, case \"{name}\": {problem}", function.name),
                    "Arguments are those of signatures.rs, by name.",
                )
            })
        };
        let mut all = Vec::new();
        for case in &function.cases {
            all.push(Planned {
                name: case.name.clone(),
                arguments: read(&case.name, &case.arguments, "")?,
                expected: case.expected.clone(),
                standard_error: case.standard_error,
            });
        }
        for sample in &function.samples {
            for number in 1..=sample.count {
                let seed = match self.seeds {
                    Seeds::Listed => format!("{}/{number}", sample.seed),
                    Seeds::Fresh(seed) => {
                        format!("{seed}/{}/{}/{number}", function.name, sample.name)
                    }
                };
                let name = sample.call_name(number);
                let arguments = read(&sample.name, &sample.arguments, &seed)?;
                all.push(Planned { name, arguments, expected: None, standard_error: None });
            }
        }
        Ok(all)
    }

    fn answer(
        &mut self,
        function: &Function,
        signature: &Signature,
        planned: Planned,
    ) -> Result<FrozenCall> {
        let Planned { name, arguments, expected, standard_error } = planned;
        let place = format!("{}, case \"{name}\"", function.name);
        let expected = match expected {
            Some(value) => {
                let value = sample::read(&value, &signature.returns).map_err(|problem| {
                    let problem = format!("{place}: expected: {problem}");
                    self.wrong(problem, "It is the function's result.")
                })?;
                self.without_nan(value, &place, "`expected` is")?
            }
            None => match self.call(&Call::plain(&function.name, &arguments), &place)? {
                Outcome::Value(value) => self.without_nan(value, &place, "the solution returns")?,
                Outcome::Panic(panic) => {
                    return Err(self.wrong(
                        format!("{place}: the solution panics: {}", panic.message),
                        "The solution answers every case; see solution.rs.",
                    ));
                }
            },
        };
        let allowance = Allowance::new(&function.tolerance, standard_error.unwrap_or(0.0));
        let right = Outcome::Value(expected.clone());
        let mut mistakes = BTreeMap::new();
        for mistake in self.mistakes_of(&function.name) {
            let call =
                Call { mistake: Some(&mistake.name), ..Call::plain(&function.name, &arguments) };
            let outcome = match self.call(&call, &place)? {
                // Where a panic stood says nothing in a frozen file.
                Outcome::Panic(panic) => Outcome::Panic(ntk_harness::Panic { at: None, ..panic }),
                value @ Outcome::Value(_) => value,
            };
            if !same_outcome(&outcome, &right, allowance) {
                mistakes.insert(mistake.name.clone(), outcome);
            }
        }
        Ok(FrozenCall { name, arguments, expected, standard_error, mistakes })
    }

    fn mistakes_of(&self, function: &str) -> Vec<MistakeText> {
        let all = self.description.mistakes.iter();
        all.filter(|mistake| mistake.functions.iter().any(|name| name == function))
            .cloned()
            .collect()
    }

    /// One call with the full time to itself; a program that ends is started anew for the next.
    fn call(&mut self, call: &Call<'_>, place: &str) -> Result<Outcome> {
        self.session.restart_clock();
        match self.session.call(call) {
            Ok(outcome) => Ok(outcome),
            Err(Failure::Refused(problem)) => Err(self.wrong(
                format!("{place}: {problem}"),
                "Arguments are those of signatures.rs, by name and type.",
            )),
            Err(Failure::End(end)) => {
                self.session = Session::start(&self.program, self.definition.limits)?;
                let solution = self.course.solution_of(self.folder);
                let (who, file) = match call.mistake {
                    None => ("the solution".to_owned(), solution.join("solution.rs")),
                    Some(name) => (
                        format!("the mistake {name}"),
                        solution.join("mistakes").join(format!("{}.rs", name.replace('-', "_"))),
                    ),
                };
                Err(self.wrong_in(
                    &file,
                    format!("{place}: {who} {end}"),
                    "A solution or a mistake returns or panics; it does not hang, exit or crash.",
                ))
            }
        }
    }

    fn without_nan(&self, value: Value, place: &str, whose: &str) -> Result<Value> {
        if crate::compare::numbers(&value).iter().any(|number| number.is_nan()) {
            return Err(self.wrong(
                format!("{place}: {whose} NaN"),
                "NaN equals nothing, so nobody could pass this case.",
            ));
        }
        Ok(value)
    }

    fn wrong(&self, problem: String, remedy: &str) -> Error {
        self.wrong_in(&self.folder.path.join("exercise.toml"), problem, remedy)
    }

    fn wrong_in(&self, file: &Path, problem: String, remedy: &str) -> Error {
        Error::Content {
            path: with_line(self.course, file, &problem).into(),
            problem,
            remedy: remedy.to_owned(),
        }
    }
}

struct Planned {
    name: String,
    arguments: Arguments,
    expected: Option<toml::Value>,
    standard_error: Option<f64>,
}
