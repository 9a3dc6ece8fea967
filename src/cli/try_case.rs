//! `ntk try`: one case of one function, with everything in full.

use std::collections::BTreeMap;

use clap::Args;
use serde_json::json;

use ntk_checker::build::{self, Built, Target};
use ntk_checker::compare::{self, Allowance};
use ntk_checker::course::Course;
use ntk_checker::definition::{Definition, Function};
use ntk_checker::frozen::{Exercise, FrozenCall};
use ntk_checker::process::{self, Call, Printed, Program, Session};
use ntk_checker::report::{Called, What};
use ntk_checker::{Error, Result, grade, sample, show};
use ntk_harness::{Arguments as Values, Outcome as Returned, Signature, Value};

use super::{Ending, Outcome, json, notice, text, verdict};

const ABOUT: &str = "\
Without --case it lists the cases. With --input, arguments are exchanged for yours, written as in
exercise.toml; where the solutions are present, the reference says what is expected then.

Examples:
  cargo run -- try ex6 kdot_relu
  cargo run -- try ex6 kdot_relu --case 'lengths 2 and 1'
  cargo run -- try ex6 kdot_relu --input 'x=[1, 0]' --input 'y=[0, 3]'";

#[derive(Args)]
#[command(after_help = ABOUT)]
pub struct Arguments {
    /// Which exercise
    #[arg(value_name = "EX")]
    exercise: String,
    /// Which function of it
    #[arg(value_name = "FUNCTION")]
    function: String,
    /// The case's name, or the beginning of it
    #[arg(long, value_name = "NAME")]
    case: Option<String>,
    /// An argument of yours
    #[arg(long, value_name = "NAME=VALUE")]
    input: Vec<String>,
    /// Print one JSON object on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let exercise = Exercise::read(course.exercise(&arguments.exercise)?)?;
    let function = function(&exercise, &arguments.function)?.clone();
    if arguments.case.is_none() && arguments.input.is_empty() {
        return list_cases(&exercise, &function, arguments.json);
    }
    let program = match build::build(course, &Target::exercise(&exercise.folder), &notice)? {
        Built::Program(program) => program,
        Built::Broken(_) => {
            say!(
                "The file does not compile. What rustc says: cargo run -- check {}",
                exercise.folder.id
            );
            return Ok(Ending::Failed);
        }
    };
    let mut trial = Trial { course, exercise: &exercise, function: &function, program };
    let call = trial.call(arguments)?;
    let (called, printed) = trial.yours(&call.arguments)?;
    let same = verdict::what(&called, call.expected.as_ref(), trial.allowance(&call));
    if arguments.json {
        print_json(&trial, &call, &called, &printed);
    } else {
        say!("{}", render(&trial, &call, &called, &printed));
    }
    Ok(if same.is_none() { Ending::Well } else { Ending::Failed })
}

fn function<'a>(exercise: &'a Exercise, name: &str) -> Result<&'a Function> {
    let Definition { functions, .. } = &exercise.definition;
    functions.iter().find(|function| function.name == name).ok_or_else(|| Error::UnknownFunction {
        exercise: exercise.folder.id.clone(),
        wanted: name.to_owned(),
        functions: functions.iter().map(|function| function.name.clone()).collect(),
    })
}

fn list_cases(exercise: &Exercise, function: &Function, as_json: bool) -> Outcome {
    let cases = function.call_names();
    if as_json {
        let cases: Vec<_> =
            cases.iter().map(|(name, why)| json!({"name": name, "why": why})).collect();
        say!("{:#}", json!({"version": json::VERSION, "function": function.name, "cases": cases}));
        return Ok(Ending::Well);
    }
    say!("{}  {}\n", text::strong(&exercise.folder.id), text::strong(&function.name));
    for (name, why) in cases {
        say!("{}\n{}", format!("  {name}"), text::faint(text::paragraphs(why, "      ")));
    }
    say!("\nOne of them: cargo run -- try {} {} --case NAME", exercise.folder.id, function.name);
    Ok(Ending::Well)
}

struct Trial<'a> {
    course: &'a Course,
    exercise: &'a Exercise,
    function: &'a Function,
    program: Program,
}

/// What is called, and what is expected where that is known.
struct Planned {
    name: String,
    why: String,
    arguments: Values,
    expected: Option<Value>,
    standard_error: f64,
}

impl Trial<'_> {
    fn call(&mut self, arguments: &Arguments) -> Result<Planned> {
        let frozen = self.exercise.frozen.function(self.function, &self.exercise.folder)?;
        let names = self.function.call_names();
        let mut planned = match &arguments.case {
            Some(wanted) => {
                let index = self.case_index(&frozen.calls, wanted)?;
                let call = &frozen.calls[index];
                Planned {
                    name: call.name.clone(),
                    why: names[index].1.to_owned(),
                    arguments: call.arguments.clone(),
                    expected: Some(call.expected.clone()),
                    standard_error: call.standard_error.unwrap_or(0.0),
                }
            }
            None => Planned {
                name: "your own".into(),
                why: "with the inputs that you gave".into(),
                arguments: Values::new(),
                expected: None,
                standard_error: 0.0,
            },
        };
        if !arguments.input.is_empty() {
            let own = self.own_inputs(&arguments.input, &planned.arguments)?;
            planned.arguments = own;
            planned.expected = self.expected(&planned.arguments)?;
        }
        Ok(planned)
    }

    fn case_index(&self, calls: &[FrozenCall], wanted: &str) -> Result<usize> {
        let wanted_lower = wanted.to_lowercase();
        calls
            .iter()
            .position(|call| call.name == wanted)
            .or_else(|| {
                calls.iter().position(|call| call.name.to_lowercase().starts_with(&wanted_lower))
            })
            .ok_or_else(|| Error::Usage {
                problem: format!("{} has no case '{wanted}'", self.function.name),
                remedy: format!(
                    "All of them: cargo run -- try {} {}",
                    self.exercise.folder.id, self.function.name
                ),
            })
    }

    /// The given arguments, exchanged for the learner's.
    fn own_inputs(&self, inputs: &[String], given: &Values) -> Result<Values> {
        let usage = |problem: String| Error::Usage {
            problem,
            remedy: "An input is NAME=VALUE, the value as in exercise.toml: 'x=[1, 0]'".into(),
        };
        let signature = self.signature()?;
        let mut values = given.clone();
        for input in inputs {
            let (name, value) =
                input.split_once('=').ok_or_else(|| usage(format!("'{input}' has no =")))?;
            let name = name.trim();
            let kind = signature.arguments.iter().find(|(known, _)| known == name);
            let (_, kind) =
                kind.ok_or_else(|| usage(format!("{} has no argument '{name}'", signature.name)))?;
            let table: toml::Table = format!("value = {value}")
                .parse()
                .map_err(|_| usage(format!("{name}: '{value}' is no value")))?;
            let value = table.get("value").ok_or_else(|| usage(format!("{name}: no value")))?;
            let value =
                sample::read(value, kind).map_err(|problem| usage(format!("{name}: {problem}")))?;
            values.insert(name.to_owned(), value);
        }
        let missing = signature.arguments.iter().find(|(name, _)| !values.contains_key(name));
        match missing {
            Some((name, _)) => Err(usage(format!("the argument '{name}' is missing"))),
            None => Ok(values),
        }
    }

    fn signature(&self) -> Result<Signature> {
        let mut session = Session::start(&self.program, self.exercise.definition.limits)?;
        let mut all = session.describe()?.functions.into_iter();
        all.find(|signature| signature.name == self.function.name).ok_or_else(|| Error::Program {
            program: self.program.path.display().to_string(),
            problem: format!("it has no function {}", self.function.name),
        })
    }

    /// What the reference says, where it is present.
    fn expected(&self, arguments: &Values) -> Result<Option<Value>> {
        let program = match build::build_solution(self.course, &self.exercise.folder, &notice) {
            Ok(program) => program,
            Err(Error::NoSolution { .. }) => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut session = Session::start(&program, self.exercise.definition.limits)?;
        match session.call(&Call::plain(&self.function.name, arguments)) {
            Ok(Returned::Value(value)) => Ok(Some(value)),
            // The reference need not stand every input that one can think of.
            _ => Ok(None),
        }
    }

    fn yours(&self, arguments: &Values) -> Result<(Called, Printed)> {
        let mut session = Session::start(&self.program, self.exercise.definition.limits)?;
        let called = match session.call(&Call::plain(&self.function.name, arguments)) {
            Ok(outcome) => Called::Outcome(outcome),
            Err(process::Failure::End(end)) => Called::Ended(end),
            Err(process::Failure::Refused(problem)) => {
                return Err(Error::Program {
                    program: self.program.path.display().to_string(),
                    problem,
                });
            }
        };
        Ok((called, session.finish()))
    }

    fn allowance(&self, call: &Planned) -> Allowance {
        Allowance::new(&self.function.tolerance, call.standard_error)
    }

    fn ordered(&self, values: &Values) -> Vec<(String, Value)> {
        let frozen = self.exercise.frozen.function(self.function, &self.exercise.folder);
        frozen.map(|function| function.in_order(values)).unwrap_or_default()
    }
}

fn render(trial: &Trial<'_>, call: &Planned, called: &Called, printed: &Printed) -> String {
    let title = format!("{}, case \"{}\": {}", trial.function.name, call.name, call.why);
    let mut out = format!("{}\n", text::strong(textwrap::fill(&title, text::width())));
    let arguments = trial.ordered(&call.arguments);
    let widest = arguments.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0).max(8);
    for (name, value) in &arguments {
        out.push_str(&verdict::labelled(name, &show::in_full(value), widest, " = "));
    }
    match called {
        Called::Outcome(Returned::Value(value)) => {
            out.push_str(&verdict::labelled("yours", &show::in_full(value), widest, "   "));
        }
        other => {
            let waits_for = match other {
                Called::Outcome(Returned::Panic(panic)) => {
                    grade::waits_for(trial.exercise, trial.function, panic)
                }
                _ => None,
            };
            out.push_str(&format!("\n{}\n\n", verdict::no_value(other, waits_for.as_deref())));
        }
    }
    let expected = match &call.expected {
        Some(value) => show::in_full(value),
        None => "not known: it needs the solution".to_owned(),
    };
    out.push_str(&verdict::labelled("expected", &expected, widest, "   "));
    match verdict::what(called, call.expected.as_ref(), trial.allowance(call)) {
        Some(What::Different { difference, .. }) => {
            out.push_str(&verdict::distance(&difference, widest));
        }
        Some(_) => {}
        None if call.expected.is_some() => {
            out.push_str(&format!("\n  {}\n", text::good("the same")))
        }
        None => {}
    }
    out.push_str(&verdict::printed(printed));
    out.truncate(out.trim_end().len());
    out
}

fn print_json(trial: &Trial<'_>, call: &Planned, called: &Called, printed: &Printed) {
    let inputs: BTreeMap<&String, _> =
        call.arguments.iter().map(|(name, value)| (name, json::plain(value))).collect();
    let passes = call.expected.as_ref().map(|expected| {
        called.value().is_some_and(|yours| {
            compare::difference(yours, expected, trial.allowance(call)).is_none()
        })
    });
    say!(
        "{:#}",
        json!({
            "version": json::VERSION,
            "function": trial.function.name,
            "name": call.name,
            "inputs": inputs,
            "yours": called.value().map(json::plain),
            "expected": call.expected.as_ref().map(json::plain),
            "passes": passes,
            "printed": {"stdout": printed.output, "stderr": printed.errors},
        })
    );
}
