//! Why an answer is wrong: from all of its values, not from one.
//!
//! In this order: the function is right given an earlier one that is wrong; a known mistake gives
//! the same answers; a simple relation holds between all answers and all expected values; the
//! answers are wrong only where the inputs have something in common; a known mistake gives the same
//! answers on nearly all calls.

mod inputs;
mod pattern;

use ntk_harness::{Arguments, MistakeText, Outcome, Panic, Value};

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

/// A known mistake whose every answer is the learner's, panics of the same words included.
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
/// Answers of which there are few, and panics, are shared by functions that have nothing in common.
fn nearly_a_mistake(evidence: &Evidence<'_>) -> Option<String> {
    if evidence.calls.iter().any(|call| is_one_of_few(&call.expected)) {
        return None;
    }
    let failing = evidence.failing.iter().filter(|failing| **failing).count();
    let telling: Vec<bool> = evidence
        .called
        .iter()
        .zip(evidence.failing)
        .map(|(called, failing)| *failing && called.value().is_some())
        .collect();
    let (explained, mistake) = evidence
        .mistakes()
        .map(|mistake| {
            let agreement = evidence.agreement(mistake);
            let both = agreement.iter().zip(&telling);
            (both.filter(|(agrees, telling)| **agrees && **telling).count(), mistake)
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

/// Whether a value is one of few that a function might return: two wrong answers agree by chance.
fn is_one_of_few(value: &Value) -> bool {
    match value {
        Value::Float(_) | Value::Vector(_) | Value::Matrix(_) => false,
        Value::List(values) | Value::Tuple(values) => values.iter().all(is_one_of_few),
        Value::Integer(_)
        | Value::Bool(_)
        | Value::Text(_)
        | Value::Function(_)
        | Value::Option(_) => true,
    }
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
                if agree(yours, theirs, self.allowance(call)))
        })
        .collect()
    }
}

/// Whether the learner's outcome is the mistake's. A panic has a hundred causes: two agree only if
/// they say the same but for the numbers.
fn agree(yours: &Outcome, theirs: &Outcome, allowance: Allowance) -> bool {
    match (yours, theirs) {
        (Outcome::Panic(yours), Outcome::Panic(theirs)) => {
            let words = |panic: &Panic| panic.message.replace(|c: char| c.is_ascii_digit(), "");
            words(yours) == words(theirs)
        }
        _ => same_outcome(yours, theirs, allowance),
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

#[cfg(test)]
mod sheet;

#[cfg(test)]
mod tests {
    use super::sheet::{Sheet, number, panic};
    use super::*;

    const UNWRAP: &str = "called `Option::unwrap()` on a `None` value";

    fn known(sheet: &Sheet) -> Option<Diagnosis> {
        known_mistake(&sheet.evidence())
    }

    #[test]
    fn a_panic_is_a_mistakes_only_if_it_says_the_same() {
        let sheet = |message: &str| {
            let mut sheet = Sheet::new("f").mistake("inverse", "You inverted it.");
            sheet.call(&[], number(1.0)).answers(Outcome::Value(number(1.0)));
            sheet.call(&[], number(2.0)).answers(panic(message)).mistaken("inverse", panic(UNWRAP));
            sheet
        };
        assert!(known(&sheet(UNWRAP)).is_some());
        assert_eq!(known(&sheet("Gemv: dimensions mismatch.")), None);
    }

    #[test]
    fn the_numbers_in_a_panic_do_not_matter() {
        let mut sheet = Sheet::new("f").mistake("wide", "You took too many.");
        let message = |index: usize| panic(&format!("index out of bounds: the index is {index}"));
        sheet.call(&[], number(1.0)).answers(message(7)).mistaken("wide", message(12));
        assert!(known(&sheet).is_some());
    }

    fn nearly(expected: &Value, answers: [Outcome; 4], mistaken: &Outcome) -> Option<String> {
        let mut sheet = Sheet::new("f").mistake("other", "You did another thing.");
        for answer in answers {
            sheet.call(&[], expected.clone()).answers(answer).mistaken("other", mistaken.clone());
        }
        nearly_a_mistake(&sheet.evidence())
    }

    #[test]
    fn a_mistake_nearly_agrees_by_numbers_alone() {
        let value = |float| Outcome::Value(number(float));
        let answers = [value(2.0), value(2.0), value(2.0), value(7.0)];
        assert!(nearly(&number(1.0), answers, &value(2.0)).is_some());
        let failed = || panic("Gemv: dimensions mismatch.");
        let answers = [failed(), failed(), failed(), value(7.0)];
        assert_eq!(nearly(&number(1.0), answers, &failed()), None);
    }

    #[test]
    fn a_mistake_does_not_nearly_agree_in_an_option_or_a_truth_value() {
        let option = |float| Value::Option(Some(Box::new(number(float))));
        let none = || Outcome::Value(Value::Option(None));
        let answers = [none(), none(), none(), Outcome::Value(option(2.0))];
        assert_eq!(nearly(&option(1.0), answers, &none()), None);
        let value = |truth| Outcome::Value(Value::Bool(truth));
        let answers = [value(false), value(false), value(false), value(false)];
        assert_eq!(nearly(&Value::Bool(true), answers, &value(false)), None);
    }
}
