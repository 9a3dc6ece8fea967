//! For tests: what a learner answered, written call by call.

use ntk_harness::{MistakeText, Outcome, Panic, Value};

use super::Evidence;
use crate::compare::{self, Allowance};
use crate::definition::Function;
use crate::frozen::FrozenCall;
use crate::report::Called;

pub struct Sheet {
    function: Function,
    calls: Vec<FrozenCall>,
    called: Vec<Called>,
    failing: Vec<bool>,
    mistakes: Vec<MistakeText>,
}

impl Sheet {
    pub fn new(function: &str) -> Sheet {
        let text = format!(
            "name = '{function}'\npoints = 1\nhints = []\n\
             tolerance = {{ relative = 1e-12, because = 'one rounding' }}"
        );
        Sheet {
            function: toml::from_str(&text).expect("a definition of our own"),
            calls: Vec::new(),
            called: Vec::new(),
            failing: Vec::new(),
            mistakes: Vec::new(),
        }
    }

    pub fn mistake(mut self, name: &str, message: &str) -> Sheet {
        self.mistakes.push(MistakeText {
            name: name.into(),
            functions: vec![self.function.name.clone()],
            message: message.into(),
        });
        self
    }

    /// One more call, answered rightly until another answer is given.
    pub fn call(&mut self, arguments: &[(&str, Value)], expected: Value) -> &mut Sheet {
        let arguments =
            arguments.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.called.push(Called::Outcome(Outcome::Value(expected.clone())));
        self.failing.push(false);
        self.calls.push(FrozenCall {
            name: format!("call {}", self.calls.len()),
            arguments,
            expected,
            standard_error: None,
            mistakes: [].into(),
        });
        self
    }

    /// What the learner's function made of the last call.
    pub fn answers(&mut self, outcome: Outcome) -> &mut Sheet {
        let expected = &self.calls.last().expect("a call").expected;
        let allowance = Allowance::new(&self.function.tolerance, 0.0);
        *self.failing.last_mut().expect("a call") = match &outcome {
            Outcome::Value(value) => compare::difference(value, expected, allowance).is_some(),
            Outcome::Panic(_) => true,
        };
        *self.called.last_mut().expect("a call") = Called::Outcome(outcome);
        self
    }

    /// The program had ended before the last call.
    pub fn is_not_called(&mut self) {
        *self.failing.last_mut().expect("a call") = true;
        *self.called.last_mut().expect("a call") = Called::NotCalled;
    }

    /// What a known mistake makes of the last call.
    pub fn mistaken(&mut self, name: &str, outcome: Outcome) -> &mut Sheet {
        self.calls.last_mut().expect("a call").mistakes.insert(name.into(), outcome);
        self
    }

    pub fn evidence(&self) -> Evidence<'_> {
        Evidence {
            exercise: "ex90",
            function: &self.function,
            calls: &self.calls,
            called: &self.called,
            failing: &self.failing,
            given: &[],
            mistakes: &self.mistakes,
            earlier: &[],
        }
    }
}

pub fn number(float: f64) -> Value {
    Value::Float(float)
}

pub fn panic(message: &str) -> Outcome {
    Outcome::Panic(Panic { message: message.into(), at: None })
}
