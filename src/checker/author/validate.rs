//! `author validate`: proof that an exercise is sound (contract R4).
//!
//! Each rule is one function, named after what it demands; a broken rule is a [`Problem`].

use std::collections::BTreeSet;
use std::path::Path;

use ntk_harness::{Outcome, Value};

use crate::build::{self, Built, Target};
use crate::compare::{self, Allowance};
use crate::course::{Course, Folder};
use crate::definition::{Definition, Function};
use crate::diagnose::same_outcome;
use crate::frozen::{Exercise, Frozen, FrozenCall, FrozenFunction};
use crate::process::{Call, Program, Session};
use crate::report::{Report, Verdict};
use crate::{Error, Result, grade};

use super::{Seeds, frozen_from_solution};

/// What an author has to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule that is broken, a stable name.
    pub rule: &'static str,
    /// The file to open, from the course's root.
    pub file: String,
    pub problem: String,
    pub remedy: &'static str,
}

/// All problems of an exercise; none if it is sound.
///
/// # Errors
///
/// Only what keeps validation from running at all: no solution, no cargo. What an author wrote
/// wrong is a problem in the list.
pub fn validate(course: &Course, folder: &Folder, notice: &dyn Fn(&str)) -> Result<Vec<Problem>> {
    let definition = match Definition::read(folder) {
        Ok(definition) => definition,
        Err(error) => return Ok(vec![as_problem(course, folder, error)?]),
    };
    let mut validation = Validation { course, folder, definition, problems: Vec::new() };
    validation.definition_is_complete();
    validation.functions_stand_in_one_order();
    validation.starter_has_one_todo_a_function();
    match validation.against_programs(notice) {
        Ok(()) => {}
        Err(error) => {
            let problem = as_problem(course, folder, error)?;
            validation.problems.push(problem);
        }
    }
    Ok(validation.problems)
}

/// An author's error in a file is a problem of the exercise; the rest stays an error.
fn as_problem(course: &Course, folder: &Folder, error: Error) -> Result<Problem> {
    match error {
        Error::Content { path, problem, remedy: _ } => Ok(Problem {
            rule: "readable",
            file: course.relative(&path),
            problem,
            remedy: "The message says what was expected there.",
        }),
        Error::Build { package, problem } => Ok(Problem {
            rule: "builds",
            file: course.relative(&folder.path),
            problem: format!("{package} does not build:\n{problem}"),
            remedy: "Mend what rustc says.",
        }),
        other => Err(other),
    }
}

struct Validation<'a> {
    course: &'a Course,
    folder: &'a Folder,
    definition: Definition,
    problems: Vec<Problem>,
}

impl Validation<'_> {
    fn found(&mut self, rule: &'static str, file: &Path, problem: String, remedy: &'static str) {
        let file = self.course.relative(file);
        self.problems.push(Problem { rule, file, problem, remedy });
    }

    fn toml(&self) -> std::path::PathBuf {
        self.folder.path.join("exercise.toml")
    }

    /// Stars, prerequisites, hints, cases: everything that a page or a verdict will show.
    fn definition_is_complete(&mut self) {
        let definition = self.definition.clone();
        let toml = self.toml();
        let mut complain = |problem: String, remedy| self.found("complete", &toml, problem, remedy);
        if !(1..=3).contains(&definition.stars) {
            complain(format!("stars = {}", definition.stars), "Stars are 1, 2 or 3.");
        }
        if definition.functions.is_empty() {
            complain("no [[function]]".into(), "An exercise has at least one function.");
        }
        for function in &definition.functions {
            let name = &function.name;
            if function.hints.is_empty() || function.hints.iter().any(|hint| hint.trim().is_empty())
            {
                complain(
                    format!("{name} has no hints"),
                    "Three are usual: a nudge, the plan, nearly the line.",
                );
            }
            if function.cases.is_empty() {
                complain(
                    format!("{name} has no [[function.case]]"),
                    "Begin with the case to know by heart.",
                );
            }
            if function.tolerance.because.trim().is_empty() {
                complain(format!("{name}: the tolerance has no reason"), "Fill tolerance.because.");
            }
            let mut names = BTreeSet::new();
            for (call, why) in function.call_names() {
                if why.trim().is_empty() {
                    complain(format!("{name}, case \"{call}\" has no why"), "Say what it is for.");
                }
                if !names.insert(call.clone()) {
                    complain(
                        format!("{name} has two cases \"{call}\""),
                        "Names are how a case is found.",
                    );
                }
            }
        }
        for prerequisite in &definition.prerequisites {
            if let Err(error) = self.course.exercise(prerequisite) {
                let problem = format!("prerequisite: {error}");
                self.found(
                    "complete",
                    &toml,
                    problem,
                    "Prerequisites are exercises of this course.",
                );
            }
        }
    }

    /// One order in `exercise.toml`, `signatures.rs` and `starter.rs`: reports follow it.
    fn functions_stand_in_one_order(&mut self) {
        let listed: Vec<String> =
            self.definition.functions.iter().map(|f| f.name.clone()).collect();
        for (file, marker) in [("signatures.rs", "fn "), ("starter.rs", "pub fn ")] {
            let path = self.folder.path.join(file);
            let found = functions_in(&std::fs::read_to_string(&path).unwrap_or_default(), marker);
            if found != listed {
                self.found(
                    "one-order",
                    &path,
                    format!(
                        "the functions are {}, and in exercise.toml {}",
                        found.join(", "),
                        listed.join(", ")
                    ),
                    "List the same functions in the same order.",
                );
            }
        }
    }

    fn starter_has_one_todo_a_function(&mut self) {
        let path = self.folder.path.join("starter.rs");
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                return self.found(
                    "starter",
                    &path,
                    error.to_string(),
                    "Every exercise has its pristine text.",
                );
            }
        };
        for (function, body) in bodies(&text) {
            let count = body.matches("todo!(").count();
            if count != 1 {
                self.found(
                    "starter",
                    &path,
                    format!("`todo!(` stands {count} times in {function}"),
                    "It stands once in each function, as its body.",
                );
            }
        }
        let functions = self.definition.functions.len();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let all: usize = code.map(|line| line.matches("todo!(").count()).sum();
        if all != functions {
            self.found(
                "starter",
                &path,
                format!("`todo!(` stands {all} times, for {functions} functions"),
                "It stands once in each function and nowhere else.",
            );
        }
    }

    /// What takes a running solution.
    fn against_programs(&mut self, notice: &dyn Fn(&str)) -> Result<()> {
        let fresh = frozen_from_solution(
            self.course,
            self.folder,
            &self.definition,
            Seeds::Listed,
            notice,
        )?;
        self.mistakes_are_listed_and_speak(&fresh);
        for function in &self.definition.functions.clone() {
            if let Some(frozen) = fresh.functions.iter().find(|f| f.name == function.name) {
                self.mistakes_fail_and_differ(function, frozen, &fresh);
            }
        }
        let frozen = Frozen::read(self.folder)?;
        self.frozen_is_what_the_solution_says(&frozen, &fresh);
        let exercise = Exercise {
            folder: self.folder.clone(),
            definition: self.definition.clone(),
            frozen: fresh,
        };
        self.solution_passes(&exercise, notice)?;
        self.starter_compiles_silently_and_fails(&exercise, notice)
    }

    fn mistakes_are_listed_and_speak(&mut self, fresh: &Frozen) {
        let folder = self.course.solution_of(self.folder).join("mistakes");
        let files: BTreeSet<String> = std::fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.replace('_', "-")))
            .collect();
        let listed: BTreeSet<String> = fresh.mistakes.iter().map(|m| m.name.clone()).collect();
        for name in files.difference(&listed) {
            let path = folder.join(format!("{}.rs", name.replace('-', "_")));
            self.found(
                "mistakes",
                &path,
                "it is not listed".into(),
                "Name it in mistakes! of main.rs.",
            );
        }
        for mistake in &fresh.mistakes {
            let path = folder.join(format!("{}.rs", mistake.name.replace('-', "_")));
            if mistake.message.split_whitespace().count() < 8 {
                self.found(
                    "mistakes",
                    &path,
                    "its message says too little".into(),
                    "The //! comment at its head is what a learner reads.",
                );
            } else if !["Chapter ", "Appendix "].iter().any(|page| mistake.message.contains(page)) {
                self.found(
                    "mistakes",
                    &path,
                    "its message names no page".into(),
                    "End with where to read on: Chapter 6, \"Title\".",
                );
            }
        }
        let uses: usize = fresh.mistakes.iter().map(|mistake| mistake.functions.len()).sum();
        let functions = self.definition.functions.len();
        if uses < 3 * functions {
            self.found(
                "mistakes",
                &folder,
                format!("{uses} known mistakes for {functions} functions"),
                "At least three for each function, on average.",
            );
        }
    }

    /// Every mistake fails somewhere, and no two give the same answers everywhere.
    fn mistakes_fail_and_differ(
        &mut self,
        function: &Function,
        frozen: &FrozenFunction,
        fresh: &Frozen,
    ) {
        let path = self.course.solution_of(self.folder).join("mistakes");
        let names: Vec<&String> = fresh
            .mistakes
            .iter()
            .filter(|mistake| mistake.functions.contains(&function.name))
            .map(|mistake| &mistake.name)
            .collect();
        if names.is_empty() {
            self.found(
                "mistakes",
                &path,
                format!("{} has no known mistake", function.name),
                "At least one; three are usual.",
            );
        }
        for (index, name) in names.iter().enumerate() {
            if !frozen.calls.iter().any(|call| call.mistakes.contains_key(*name)) {
                self.found(
                    "mistakes-fail",
                    &path,
                    format!("{name} passes every case of {}", function.name),
                    "Add the case that shows it, or drop the mistake.",
                );
            }
            for other in &names[index + 1..] {
                if frozen.calls.iter().all(|call| same_on(call, function, name, other)) {
                    self.found(
                        "mistakes-differ",
                        &path,
                        format!(
                            "{name} and {other} cannot be told apart on the cases of {}",
                            function.name
                        ),
                        "Add the case on which they part, or make them one.",
                    );
                }
            }
        }
    }

    fn frozen_is_what_the_solution_says(&mut self, frozen: &Frozen, fresh: &Frozen) {
        let path = Frozen::path(self.folder);
        let stale = "Freeze them anew: cargo run -- author freeze";
        if frozen.mistakes != fresh.mistakes {
            self.found("frozen", &path, "the mistakes' messages have changed".into(), stale);
        }
        for function in &self.definition.functions.clone() {
            let of = |all: &Frozen| all.functions.iter().find(|f| f.name == function.name).cloned();
            let (Some(old), Some(new)) = (of(frozen), of(fresh)) else {
                self.found("frozen", &path, format!("{} is missing", function.name), stale);
                continue;
            };
            if old.calls.len() != new.calls.len() || old.given != new.given {
                self.found(
                    "frozen",
                    &path,
                    format!("the calls of {} have changed", function.name),
                    stale,
                );
                continue;
            }
            let changed =
                old.calls.iter().zip(&new.calls).find(|(old, new)| !same_call(old, new, function));
            if let Some((old, _)) = changed {
                self.found(
                    "frozen",
                    &path,
                    format!(
                        "{}, case \"{}\" is not what the solution says",
                        function.name, old.name
                    ),
                    stale,
                );
            }
        }
    }

    fn solution_passes(&mut self, exercise: &Exercise, notice: &dyn Fn(&str)) -> Result<()> {
        let path = self.course.solution_of(self.folder).join("solution.rs");
        let program = build::build_solution(self.course, self.folder, notice)?;
        let report = grade::program_against(&program, exercise)?;
        for function in report.functions.iter().filter(|f| f.verdict != Verdict::Pass) {
            let broken = function.properties.iter().find(|property| property.holds == Some(false));
            let why = match (broken, &function.failure) {
                (Some(property), _) => format!(
                    "the property \"{}\" does not hold, case \"{}\"",
                    property.says,
                    property.call.as_deref().unwrap_or("?")
                ),
                (None, Some(failure)) => format!("case \"{}\"", failure.call),
                (None, None) => "?".to_owned(),
            };
            self.found(
                "solution-passes",
                &path,
                format!("{} is {}: {why}", function.name, function.verdict.tag()),
                "The reference passes its own exercise.",
            );
        }
        self.given_clauses_hold(&program, exercise)
    }

    /// With the reference's functions, every `given` clause gives the expected value.
    fn given_clauses_hold(&mut self, program: &Program, exercise: &Exercise) -> Result<()> {
        let mut session = Session::start(program, exercise.definition.limits)?;
        for function in &exercise.definition.functions {
            let frozen = exercise.frozen.function(function, &exercise.folder)?;
            for call in frozen.calls.iter().filter(|_| !frozen.given.is_empty()) {
                session.restart_clock();
                let asked = Call { given: true, ..Call::plain(&function.name, &call.arguments) };
                let allowance = allowance(function, call);
                let holds = matches!(session.call(&asked), Ok(Outcome::Value(value))
                    if compare::difference(&value, &call.expected, allowance).is_none());
                if !holds {
                    self.found(
                        "given",
                        &self.folder.path.join("signatures.rs"),
                        format!("the given clause of {} fails, case \"{}\"", function.name, call.name),
                        "It says how the function follows from earlier ones; with the solution's it is the solution.",
                    );
                    break;
                }
            }
        }
        Ok(())
    }

    /// The pristine text, built from where it stands, as a second binary of the solution.
    fn starter_compiles_silently_and_fails(
        &mut self,
        exercise: &Exercise,
        notice: &dyn Fn(&str),
    ) -> Result<()> {
        let path = self.folder.path.join("starter.rs");
        let package = format!("{}-solution", self.folder.name);
        let binary = format!("{}-starter", self.folder.id);
        let solution = self.course.solution_of(self.folder);
        let manifest = solution.join("Cargo.toml");
        if !std::fs::read_to_string(&manifest).unwrap_or_default().contains(&binary) {
            self.found(
                "starter",
                &manifest,
                format!("there is no binary {binary}, so the pristine text cannot be tried"),
                "Add [[bin]] with that name, path = \"../../exercises/…/starter.rs\", test = false.",
            );
            return Ok(());
        }
        let target = Target { package: &package, binary: &binary, folder: &solution };
        let program = match build::build_with_warnings(self.course, &target, notice)? {
            (Built::Program(program), warnings) => {
                if let Some(warning) = warnings.first() {
                    self.found(
                        "starter",
                        &path,
                        format!("it compiles with a warning:\n{warning}"),
                        "A learner's first build is silent.",
                    );
                }
                program
            }
            (Built::Broken(errors), _) => {
                self.found(
                    "starter",
                    &path,
                    format!("it does not compile:\n{}", errors.messages.join("\n")),
                    "A learner begins with a file that compiles.",
                );
                return Ok(());
            }
        };
        let report: Report = grade::program_against(&program, exercise)?;
        for function in report.functions.iter().filter(|f| f.verdict != Verdict::Todo) {
            self.found(
                "starter",
                &path,
                format!("{} is {} and not yet to do", function.name, function.verdict.tag()),
                "Every function of the starter is a todo!.",
            );
        }
        Ok(())
    }
}

fn allowance(function: &Function, call: &FrozenCall) -> Allowance {
    Allowance::new(&function.tolerance, call.standard_error.unwrap_or(0.0))
}

fn same_on(call: &FrozenCall, function: &Function, one: &str, other: &str) -> bool {
    let right = Outcome::Value(call.expected.clone());
    let of = |name: &str| call.mistakes.get(name).unwrap_or(&right);
    same_outcome(of(one), of(other), allowance(function, call))
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

/// The names after `marker` at the beginning of lines.
fn functions_in(text: &str, marker: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| line.trim_start().strip_prefix(marker))
        .filter_map(|rest| rest.split(['(', '<']).next())
        .map(|name| name.trim().to_owned())
        .collect()
}

/// Every `pub fn` with the text up to the next one.
fn bodies(text: &str) -> Vec<(String, &str)> {
    let starts: Vec<usize> = text.match_indices("pub fn ").map(|(at, _)| at).collect();
    starts
        .iter()
        .enumerate()
        .map(|(index, &start)| {
            let end = starts.get(index + 1).copied().unwrap_or(text.len());
            let name = functions_in(&text[start..end], "pub fn ").into_iter().next();
            (name.unwrap_or_default(), &text[start..end])
        })
        .collect()
}
