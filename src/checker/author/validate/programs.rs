//! Rules that take running programs: frozen values, the solution, the starter.

use ntk_harness::Outcome;

use super::super::{Seeds, frozen_from_solution};
use super::frozen::Repeatable;
use super::{Validation, allowance};
use crate::build::{self, Built, Target};
use crate::compare;
use crate::definition::Function;
use crate::frozen::{Exercise, Frozen, FrozenCall, FrozenFunction};
use crate::process::{Call, Program, Session};
use crate::report::{Report, Verdict};
use crate::{Result, grade};

impl Validation<'_> {
    /// What takes a running solution.
    pub(super) fn against_programs(&mut self, notice: &dyn Fn(&str)) -> Result<()> {
        let fresh = frozen_from_solution(
            self.course,
            self.folder,
            &self.definition,
            Seeds::Listed,
            notice,
        )?;
        self.mistakes_are_listed_and_speak(&fresh);
        for function in &self.definition.functions.clone() {
            if let Some(frozen) = fresh.named(function) {
                self.mistakes_fail_and_differ(function, frozen, &fresh);
                self.note_cases_that_no_mistake_needs(function, frozen, &fresh);
                self.properties_can_be_tried(function, frozen, &fresh);
                self.tolerance_is_wide_enough_for_rounding(function, frozen);
            }
        }
        let frozen = Frozen::read(self.folder)?;
        if self.frozen_is_what_the_solution_says(&frozen, &fresh, notice)? == Repeatable::No {
            return Ok(());
        }
        let exercise = Exercise {
            folder: self.folder.clone(),
            definition: self.definition.clone(),
            frozen: fresh,
        };
        self.solution_passes(&exercise, notice)?;
        self.starter_compiles_silently_and_fails(&exercise, notice)
    }

    /// Another order of the same sums rounds otherwise, and is right too.
    fn tolerance_is_wide_enough_for_rounding(
        &mut self,
        function: &Function,
        frozen: &FrozenFunction,
    ) {
        if function.tolerance.relative.is_some() || function.tolerance.absolute.is_some() {
            return;
        }
        let exact = |call: &&FrozenCall| allowance(function, call).absolute == 0.0;
        let mut exact = frozen.calls.iter().filter(exact);
        if let Some(call) = exact.find(|call| !compare::numbers(&call.expected).is_empty()) {
            let toml = self.folder.path.join("exercise.toml");
            self.found(
                "complete",
                &toml,
                format!("{}, case \"{}\": the tolerance is nothing", function.name, call.name),
                "Rounding alone would fail an answer. Write a relative or an absolute tolerance, be it 0.",
            );
        }
    }

    fn solution_passes(&mut self, exercise: &Exercise, notice: &dyn Fn(&str)) -> Result<()> {
        let path = self.course.solution_of(self.folder).join("solution.rs");
        let program = build::build_solution(self.course, self.folder, notice)?;
        let report = grade::program_against(&program, exercise)?;
        for (function, report) in exercise.definition.functions.iter().zip(&report.functions) {
            if report.verdict == Verdict::Pass {
                let frozen = exercise.frozen.function(function, &exercise.folder)?;
                self.properties_were_tried(function, frozen, &exercise.frozen, report);
            }
        }
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
                    format!("it does not compile:\n{}", errors.all.join("\n\n")),
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
