//! Grades an exercise: each function in a program of its own, every call judged here.

use ntk_harness::{Arguments, Outcome, Panic, Value};

use super::build::{self, Built, CompileErrors, Target};
use super::compare::{self, Allowance, Difference};
use super::course::Course;
use super::definition::{Definition, Function};
use super::diagnose::{self, Evidence};
use super::frozen::{Exercise, FrozenCall, FrozenFunction};
use super::process::{self, Call, End, Program, Session};
use super::property::Holding;
use super::report::{Called, Failure, FunctionReport, PropertyReport, Report, Verdict, What};
use super::{Error, Result, starter};

/// Builds the learner's package and grades it.
///
/// # Errors
///
/// Only what is not the learner's doing; a broken file is a verdict.
pub fn learner(course: &Course, exercise: &Exercise, notice: &dyn Fn(&str)) -> Result<Report> {
    let file = exercise.folder.learners_file();
    if !file.is_file() {
        return Err(Error::Content {
            path: course.relative(&file).into(),
            problem: "it is not there".into(),
            remedy: format!("The pristine text again: cargo run -- reset {}", exercise.folder.id),
        });
    }
    match build::build(course, &Target::exercise(&exercise.folder), notice)? {
        Built::Program(program) => program_against(&program, exercise),
        Built::Broken(errors) => Ok(not_compiling(exercise, errors)),
    }
}

/// Grades the reference solution through the same path.
///
/// # Errors
///
/// As [`learner`]; also when the solution is not there.
pub fn solution(course: &Course, exercise: &Exercise, notice: &dyn Fn(&str)) -> Result<Report> {
    program_against(&build::build_solution(course, &exercise.folder, notice)?, exercise)
}

/// Grades a program that is built already.
///
/// # Errors
///
/// As [`learner`].
pub fn program_against(program: &Program, exercise: &Exercise) -> Result<Report> {
    let mut functions: Vec<FunctionReport> = Vec::new();
    for function in &exercise.definition.functions {
        let frozen = exercise.frozen.function(function, &exercise.folder)?;
        let graded = Grading { program, exercise, function, frozen }.grade(&functions)?;
        functions.push(graded);
    }
    Ok(report(exercise, Vec::new(), functions))
}

fn report(exercise: &Exercise, messages: Vec<String>, functions: Vec<FunctionReport>) -> Report {
    let Definition { title, chapter, takeaway, .. } = exercise.definition.clone();
    let folder = exercise.folder.clone();
    Report { folder, title, chapter, takeaway, compile_messages: messages, functions }
}

fn not_compiling(exercise: &Exercise, errors: CompileErrors) -> Report {
    let functions = exercise.definition.functions.iter().map(|function| {
        let signature =
            errors.signatures.iter().find(|wanted| wanted.function == function.name).cloned();
        let verdict = if signature.is_some() { Verdict::Signature } else { Verdict::CompileError };
        FunctionReport {
            name: function.name.clone(),
            verdict,
            points: function.points,
            passed: 0,
            total: function.call_names().len(),
            failure: None,
            waits_for: None,
            diagnosis: None,
            properties: Vec::new(),
            printed: process::Printed::default(),
            signature,
        }
    });
    report(exercise, errors.messages, functions.collect())
}

/// One function of one program.
struct Grading<'a> {
    program: &'a Program,
    exercise: &'a Exercise,
    function: &'a Function,
    frozen: &'a FrozenFunction,
}

impl Grading<'_> {
    fn grade(&self, earlier: &[FunctionReport]) -> Result<FunctionReport> {
        let mut session = Session::start(self.program, self.exercise.definition.limits)?;
        let called = self.call_all(&mut session)?;
        let failures: Vec<Option<(Verdict, What)>> = self
            .frozen
            .calls
            .iter()
            .zip(&called)
            .map(|(call, called)| self.judge(call, called))
            .collect();
        let passed = failures.iter().filter(|failure| failure.is_none()).count();
        let mut verdict = overall(&failures);
        let mut properties = Vec::new();
        let mut diagnosis = None;
        let alive =
            !called.iter().any(|called| matches!(called, Called::Ended(_) | Called::NotCalled));
        if verdict != Verdict::Todo {
            let alive = alive && session.quiet().is_ok();
            if alive {
                properties = self.properties(&called, &mut session);
            }
            if verdict == Verdict::Pass && properties.iter().any(|p| p.holds == Some(false)) {
                verdict = Verdict::Wrong;
            }
            if verdict != Verdict::Pass {
                let failing: Vec<bool> = failures.iter().map(Option::is_some).collect();
                let evidence = Evidence {
                    exercise: &self.exercise.folder.id,
                    function: self.function,
                    calls: &self.frozen.calls,
                    called: &called,
                    failing: &failing,
                    given: &self.frozen.given,
                    mistakes: &self.exercise.frozen.mistakes,
                    earlier,
                };
                diagnosis = diagnose::reason(&evidence, &mut |arguments, given| {
                    alive.then(|| self.once_more(&mut session, arguments, given)).flatten()
                });
            }
        }
        let failure = self.first_failure(failures);
        Ok(FunctionReport {
            name: self.function.name.clone(),
            verdict,
            points: self.function.points,
            passed,
            total: self.frozen.calls.len(),
            waits_for: self.waits_for(failure.as_ref()),
            failure,
            diagnosis,
            properties,
            printed: session.finish(),
            signature: None,
        })
    }

    /// Calls the function on every frozen call, until the program is gone.
    fn call_all(&self, session: &mut Session) -> Result<Vec<Called>> {
        let mut over = false;
        let mut all = Vec::with_capacity(self.frozen.calls.len());
        for call in &self.frozen.calls {
            if over {
                all.push(Called::NotCalled);
                continue;
            }
            match session.call(&Call::plain(&self.function.name, &call.arguments)) {
                Ok(outcome) => all.push(Called::Outcome(outcome)),
                Err(process::Failure::End(end)) => {
                    over = true;
                    all.push(Called::Ended(end));
                }
                Err(process::Failure::Refused(problem)) => {
                    return Err(Error::Program {
                        program: self.program.path.display().to_string(),
                        problem: format!("{}: {problem}", self.function.name),
                    });
                }
            }
        }
        Ok(all)
    }

    /// One more call of the learner's function, for a property or a diagnosis.
    fn once_more(
        &self,
        session: &mut Session,
        arguments: &Arguments,
        given: bool,
    ) -> Option<Value> {
        let call = Call { given, ..Call::plain(&self.function.name, arguments) };
        match session.call(&call) {
            Ok(Outcome::Value(value)) => Some(value),
            _ => None,
        }
    }

    fn waits_for(&self, failure: Option<&Failure>) -> Option<String> {
        let What::Panicked(panic) = &failure?.what else { return None };
        waits_for(self.exercise, self.function, panic)
    }

    fn judge(&self, call: &FrozenCall, called: &Called) -> Option<(Verdict, What)> {
        match called {
            Called::NotCalled => Some((Verdict::Wrong, What::Ended(End::Exit { code: 0 }))),
            Called::Ended(end) => Some((verdict_of_end(end), What::Ended(end.clone()))),
            Called::Outcome(Outcome::Panic(panic)) => {
                let verdict = if panic.is_todo() { Verdict::Todo } else { Verdict::Panic };
                Some((verdict, What::Panicked(panic.clone())))
            }
            Called::Outcome(Outcome::Value(yours)) => {
                let allowance = self.allowance(call);
                let difference = compare::difference(yours, &call.expected, allowance)?;
                let verdict = match difference {
                    Difference::Shape { .. } => Verdict::Shape,
                    Difference::NotFinite(_) => Verdict::NotFinite,
                    Difference::Entries { .. } | Difference::Plain => Verdict::Wrong,
                };
                Some((verdict, What::Different { yours: yours.clone(), difference }))
            }
        }
    }

    fn allowance(&self, call: &FrozenCall) -> Allowance {
        Allowance::new(&self.function.tolerance, call.standard_error.unwrap_or(0.0))
    }

    fn properties(&self, called: &[Called], session: &mut Session) -> Vec<PropertyReport> {
        let yours: Vec<Option<Value>> =
            called.iter().map(|called| called.value().cloned()).collect();
        let allowance = Allowance::new(&self.function.tolerance, 0.0);
        let mut reports = Vec::new();
        for property in &self.function.properties {
            let mut caller = |function: &str, arguments: &Arguments| match session
                .call(&Call::plain(function, arguments))
            {
                Ok(Outcome::Value(value)) => Some(value),
                _ => None,
            };
            let holding = property.try_on(
                &self.function.name,
                &self.frozen.calls,
                &yours,
                allowance,
                &mut caller,
            );
            let (holds, call, seen) = match holding {
                Holding::Holds => (Some(true), None, Vec::new()),
                Holding::Fails { call, seen } => (Some(false), Some(call), seen),
                Holding::Untried => (None, None, Vec::new()),
            };
            reports.push(PropertyReport { says: property.says.clone(), holds, call, seen });
        }
        reports
    }

    fn first_failure(&self, failures: Vec<Option<(Verdict, What)>>) -> Option<Failure> {
        let names = self.function.call_names();
        let ended =
            |failure: &Option<(Verdict, What)>| matches!(failure, Some((_, What::Ended(_))));
        let index = failures
            .iter()
            .position(ended)
            .or_else(|| failures.iter().position(Option::is_some))?;
        let (_, what) = failures.into_iter().nth(index)??;
        let call = &self.frozen.calls[index];
        Some(Failure {
            call: call.name.clone(),
            why: names[index].1.to_owned(),
            arguments: self.frozen.in_order(&call.arguments),
            expected: call.expected.clone(),
            what,
        })
    }
}

/// The other function of the exercise whose `todo!` a function came to, if it was another's.
pub fn waits_for(exercise: &Exercise, function: &Function, panic: &Panic) -> Option<String> {
    if !panic.is_todo() {
        return None;
    }
    let name = starter::function_at(&exercise.folder, panic.at.as_deref()?)?;
    let mut others = exercise.definition.functions.iter().filter(|f| f.name != function.name);
    others.any(|other| other.name == name).then_some(name)
}

/// The first failing call decides, but an end of the program decides before all.
fn overall(failures: &[Option<(Verdict, What)>]) -> Verdict {
    let ended = failures.iter().flatten().find(|(_, what)| matches!(what, What::Ended(_)));
    ended
        .or_else(|| failures.iter().flatten().next())
        .map_or(Verdict::Pass, |(verdict, _)| *verdict)
}

fn verdict_of_end(end: &End) -> Verdict {
    match end {
        End::Timeout { .. } => Verdict::Timeout,
        End::Stack => Verdict::Stack,
        End::Memory { .. } => Verdict::Memory,
        End::Flood { .. } | End::TooLong { .. } => Verdict::Flood,
        End::Crash { .. } => Verdict::Crash,
        End::Exit { .. } => Verdict::Exit,
    }
}
