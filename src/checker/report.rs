//! The result of a check: data that any front end renders.

use ntk_harness::{Outcome, Panic, Value};

use super::build::Signature;
use super::compare::Difference;
use super::course::Folder;
use super::process::{End, Printed};
use super::property::Seen;

/// The verdict on one function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Pass,
    Wrong,
    Todo,
    CompileError,
    Signature,
    Panic,
    Timeout,
    Stack,
    Memory,
    Flood,
    Crash,
    Exit,
    NotFinite,
    Shape,
}

impl Verdict {
    /// The stable name, as in `--json`.
    pub fn tag(self) -> &'static str {
        match self {
            Verdict::Pass => "pass",
            Verdict::Wrong => "wrong",
            Verdict::Todo => "todo",
            Verdict::CompileError => "compile-error",
            Verdict::Signature => "signature",
            Verdict::Panic => "panic",
            Verdict::Timeout => "timeout",
            Verdict::Stack => "stack",
            Verdict::Memory => "memory",
            Verdict::Flood => "flood",
            Verdict::Crash => "crash",
            Verdict::Exit => "exit",
            Verdict::NotFinite => "not-finite",
            Verdict::Shape => "shape",
        }
    }
}

/// The verdict on an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExerciseVerdict {
    Pass,
    Fail,
    /// Nothing is wrong, something is not done.
    Todo,
}

impl ExerciseVerdict {
    pub fn tag(self) -> &'static str {
        match self {
            ExerciseVerdict::Pass => "pass",
            ExerciseVerdict::Fail => "fail",
            ExerciseVerdict::Todo => "todo",
        }
    }
}

/// All that a check found out about one exercise.
#[derive(Clone, Debug)]
pub struct Report {
    pub folder: Folder,
    pub title: String,
    pub chapter: u32,
    pub takeaway: String,
    /// rustc's messages, when the file does not compile.
    pub compile_messages: Vec<String>,
    /// In the file's order.
    pub functions: Vec<FunctionReport>,
}

#[derive(Clone, Debug)]
pub struct FunctionReport {
    pub name: String,
    pub verdict: Verdict,
    pub points: u32,
    pub passed: usize,
    pub total: usize,
    /// The first call that failed.
    pub failure: Option<Failure>,
    /// Another function of the exercise, whose `todo!` it came to.
    pub waits_for: Option<String>,
    pub diagnosis: Option<Diagnosis>,
    pub properties: Vec<PropertyReport>,
    pub printed: Printed,
    /// What the exercise asks for, where the function has another signature.
    pub signature: Option<Signature>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PropertyReport {
    pub says: String,
    /// `None`: a value was missing, so nobody knows.
    pub holds: Option<bool>,
    /// Where it fails first.
    pub call: Option<String>,
    /// The values that contradict it there.
    pub seen: Vec<Seen>,
}

/// A call that did not pass.
#[derive(Clone, Debug)]
pub struct Failure {
    pub call: String,
    pub why: String,
    /// In the order of the signature.
    pub arguments: Vec<(String, Value)>,
    pub expected: Value,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    Different { yours: Value, difference: Difference },
    Panicked(Panic),
    Ended(End),
}

/// The likeliest reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Diagnosis {
    /// A known mistake gives the same answer on every call.
    Mistake { tag: String, message: String },
    /// The function is right, given these earlier ones as they stand.
    Given { functions: Vec<String> },
    /// A simple relation between all answers and all expected values.
    Pattern(String),
}

impl Report {
    pub fn verdict(&self) -> ExerciseVerdict {
        let all = |wanted: &[Verdict]| self.functions.iter().all(|f| wanted.contains(&f.verdict));
        if all(&[Verdict::Pass]) {
            ExerciseVerdict::Pass
        } else if all(&[Verdict::Pass, Verdict::Todo]) {
            ExerciseVerdict::Todo
        } else {
            ExerciseVerdict::Fail
        }
    }

    /// Points got, points there are.
    pub fn points(&self) -> (u32, u32) {
        let got = self.functions.iter().map(FunctionReport::points_got).sum();
        (got, self.functions.iter().map(|function| function.points).sum())
    }

    /// The function to speak of: one whose signature keeps all from being built, else the first
    /// that fails by its own fault, else the first that fails.
    pub fn first_that_matters(&self) -> Option<&FunctionReport> {
        let failing = || {
            self.functions.iter().filter(|f| !matches!(f.verdict, Verdict::Pass | Verdict::Todo))
        };
        let own_fault = |function: &&FunctionReport| {
            !matches!(function.diagnosis, Some(Diagnosis::Given { .. }))
        };
        failing()
            .find(|function| function.verdict == Verdict::Signature)
            .or_else(|| failing().find(own_fault))
            .or_else(|| failing().next())
    }
}

impl FunctionReport {
    fn points_got(&self) -> u32 {
        if self.verdict == Verdict::Pass { self.points } else { 0 }
    }

    /// Where its own body, or what it calls, is still to do.
    pub fn todo(&self) -> Option<&Panic> {
        match &self.failure {
            Some(Failure { what: What::Panicked(panic), .. }) if panic.is_todo() => Some(panic),
            _ => None,
        }
    }

    /// The tag of the known mistake that was recognised.
    pub fn mistake(&self) -> Option<&str> {
        match &self.diagnosis {
            Some(Diagnosis::Mistake { tag, .. }) => Some(tag),
            _ => None,
        }
    }
}

/// What became of one call.
#[derive(Clone, Debug)]
pub enum Called {
    Outcome(Outcome),
    Ended(End),
    /// The program had ended before its turn.
    NotCalled,
}

impl Called {
    pub fn value(&self) -> Option<&Value> {
        match self {
            Called::Outcome(Outcome::Value(value)) => Some(value),
            _ => None,
        }
    }
}
