//! Why an answer is wrong: from all of its values, not from one.
//!
//! In this order: the function is right given an earlier one that is wrong; a known mistake gives
//! the same answers; a simple relation holds between all answers and all expected values; the
//! answers are wrong only where the inputs have something in common.

mod inputs;
mod pattern;

use ntk_harness::{Arguments, MistakeText, Outcome, Value};

use super::compare::{self, Allowance};
use super::definition::Function;
use super::frozen::FrozenCall;
use super::report::{Called, Diagnosis, FunctionReport, Verdict};

/// All that is known of a failing function.
pub struct Evidence<'a> {
    pub exercise: &'a str,
    pub function: &'a Function,
    pub calls: &'a [FrozenCall],
    /// What became of each call.
    pub called: &'a [Called],
    /// Which calls did not pass.
    pub failing: &'a [bool],
    /// The earlier functions from which this one follows.
    pub given: &'a [String],
    pub mistakes: &'a [MistakeText],
    /// The verdicts on the functions before this one.
    pub earlier: &'a [FunctionReport],
}

/// Calls the learner's function once more; with `true`, what it should be given the earlier ones.
pub type OnceMore<'a> = dyn FnMut(&Arguments, bool) -> Option<Value> + 'a;

/// The likeliest reason, if one explains every call.
pub fn reason(evidence: &Evidence<'_>, once_more: &mut OnceMore<'_>) -> Option<Diagnosis> {
    given(evidence, once_more)
        .or_else(|| known_mistake(evidence))
        .or_else(|| pattern::explain(evidence, once_more).map(Diagnosis::Pattern))
        .or_else(|| inputs::explain(evidence).map(Diagnosis::Pattern))
}

impl Evidence<'_> {
    fn allowance(&self, call: &FrozenCall) -> Allowance {
        Allowance::new(&self.function.tolerance, call.standard_error.unwrap_or(0.0))
    }

    /// Every call with the value that came back; `None` if any brought none.
    fn values(&self) -> Option<Vec<(&FrozenCall, &Value)>> {
        self.calls
            .iter()
            .zip(self.called)
            .map(|(call, called)| Some((call, called.value()?)))
            .collect()
    }
}

/// Right given the earlier functions as they stand, at least one of which is wrong.
fn given(evidence: &Evidence<'_>, once_more: &mut OnceMore<'_>) -> Option<Diagnosis> {
    let blamed: Vec<String> = evidence
        .earlier
        .iter()
        .filter(|earlier| evidence.given.contains(&earlier.name))
        .filter(|earlier| !matches!(earlier.verdict, Verdict::Pass | Verdict::Todo))
        .map(|earlier| earlier.name.clone())
        .collect();
    if blamed.is_empty() {
        return None;
    }
    let follows = evidence.values()?.into_iter().all(|(call, yours)| {
        once_more(&call.arguments, true)
            .is_some_and(|given| compare::same_answer(yours, &given, evidence.allowance(call)))
    });
    follows.then_some(Diagnosis::Given { functions: blamed })
}

/// A known mistake whose every answer is the learner's, panics included.
fn known_mistake(evidence: &Evidence<'_>) -> Option<Diagnosis> {
    evidence
        .mistakes
        .iter()
        .filter(|mistake| mistake.functions.contains(&evidence.function.name))
        .find(|mistake| {
            evidence.calls.iter().zip(evidence.called).all(|(call, called)| {
                let expected = Outcome::Value(call.expected.clone());
                let theirs = call.mistakes.get(&mistake.name).unwrap_or(&expected);
                matches!(called, Called::Outcome(yours)
                    if same_outcome(yours, theirs, evidence.allowance(call)))
            })
        })
        .map(|mistake| Diagnosis::Mistake {
            tag: format!("{}/{}", evidence.exercise, mistake.name),
            message: mistake.message.clone(),
        })
}

/// Two panics are the same outcome, whatever they say.
pub fn same_outcome(yours: &Outcome, theirs: &Outcome, allowance: Allowance) -> bool {
    match (yours, theirs) {
        (Outcome::Value(yours), Outcome::Value(theirs)) => {
            compare::same_answer(yours, theirs, allowance)
        }
        (Outcome::Panic(_), Outcome::Panic(_)) => true,
        _ => false,
    }
}
