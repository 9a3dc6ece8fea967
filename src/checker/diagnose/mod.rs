//! Why an answer is wrong: from all of its values, not from one.
//!
//! In this order: the function is right given an earlier one that is wrong; a known mistake gives
//! the same answers; a simple relation holds between all answers and all expected values; the
//! answers are wrong only where the inputs have something in common; a known mistake gives the same
//! answers on nearly all calls.

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
    if !evidence.failing.contains(&true) {
        return None;
    }
    given(evidence, once_more)
        .or_else(|| known_mistake(evidence))
        .or_else(|| pattern::explain(evidence, once_more).map(Diagnosis::Pattern))
        .or_else(|| inputs::explain(evidence).map(Diagnosis::Pattern))
        .or_else(|| nearly_a_mistake(evidence).map(Diagnosis::Pattern))
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
        .mistakes()
        .find(|mistake| evidence.agreement(mistake).into_iter().all(|agrees| agrees))
        .map(|mistake| Diagnosis::Mistake {
            tag: format!("{}/{}", evidence.exercise, mistake.name),
            message: mistake.message.clone(),
        })
}

/// The known mistake that explains most of the failing calls, where one explains nearly all.
fn nearly_a_mistake(evidence: &Evidence<'_>) -> Option<String> {
    let failing = evidence.failing.iter().filter(|failing| **failing).count();
    let (explained, mistake) = evidence
        .mistakes()
        .map(|mistake| {
            let agreement = evidence.agreement(mistake);
            let both = agreement.iter().zip(evidence.failing);
            (both.filter(|(agrees, failing)| **agrees && **failing).count(), mistake)
        })
        .max_by_key(|(explained, _)| *explained)?;
    (explained >= 3 && 4 * explained >= 3 * failing).then(|| {
        format!(
            "No known mistake explains every case, but one gives your answer on {explained} of the \
             {failing} that fail ({}/{}):\n\n{}",
            evidence.exercise, mistake.name, mistake.message
        )
    })
}

impl Evidence<'_> {
    /// The known mistakes of the function.
    fn mistakes(&self) -> impl Iterator<Item = &MistakeText> {
        self.mistakes.iter().filter(|mistake| mistake.functions.contains(&self.function.name))
    }

    /// On which calls the mistake gives the learner's answer.
    fn agreement(&self, mistake: &MistakeText) -> Vec<bool> {
        let both = self.calls.iter().zip(self.called);
        both.map(|(call, called)| {
            let expected = Outcome::Value(call.expected.clone());
            let theirs = call.mistakes.get(&mistake.name).unwrap_or(&expected);
            matches!(called, Called::Outcome(yours)
                if same_outcome(yours, theirs, self.allowance(call)))
        })
        .collect()
    }
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
