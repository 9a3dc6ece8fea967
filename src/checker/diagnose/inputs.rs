//! What the inputs of the failing calls have in common, and the others have not.

use ntk_harness::{Arguments, Matrix, Value};

use super::Evidence;
use crate::report::Called;

/// Something that may be true of a call's arguments, in words that follow "where".
struct Trait {
    words: String,
    /// A place where formulas break, as zero is, and no mere sign or size: one failing call there is
    /// no chance.
    special: bool,
    holds: Box<dyn Fn(&Arguments) -> bool>,
}

/// The first trait that parts the failing calls from the passing ones; where there is none, a
/// special one that all failing calls have.
pub fn explain(evidence: &Evidence<'_>) -> Option<String> {
    let calls = evidence.calls.len();
    let failing = evidence.failing.iter().filter(|failing| **failing).count();
    // What was never called is neither right nor wrong.
    let called = evidence.called.iter().all(|called| !matches!(called, Called::NotCalled));
    if failing == 0 || !called {
        return None;
    }
    let candidates: Vec<(Trait, Vec<bool>, usize)> = traits(evidence)
        .into_iter()
        .map(|found| {
            let marks: Vec<bool> =
                evidence.calls.iter().map(|call| (found.holds)(&call.arguments)).collect();
            let count = marks.iter().filter(|mark| **mark).count();
            (found, marks, count)
        })
        // A trait of most calls says nothing.
        .filter(|(_, _, count)| count * 2 <= calls)
        .collect();
    let parts = |marks: &[bool]| marks == evidence.failing;
    let covers = |marks: &[bool]| {
        evidence.failing.iter().zip(marks).all(|(failing, mark)| !failing || *mark)
    };
    let exact = candidates
        .iter()
        .find(|(found, marks, _)| parts(marks) && (failing > 1 || found.special))
        .map(|(found, ..)| match failing {
            1 => format!("The one case that fails is the only one where {}.", found.words),
            _ => format!(
                "Wrong only where {} ({failing} of {calls} cases); right on all others.",
                found.words
            ),
        });
    exact.or_else(|| {
        candidates
            .iter()
            .filter(|(found, marks, _)| failing > 1 && found.special && covers(marks))
            .min_by_key(|(.., count)| *count)
            .map(|(found, _, count)| {
                let pass = match count - failing {
                    1 => "one that passes".to_owned(),
                    others => format!("{others} that pass"),
                };
                format!("In all {failing} cases that fail, {}; and in {pass} as well.", found.words)
            })
    })
}

fn traits(evidence: &Evidence<'_>) -> Vec<Trait> {
    let Some(first) = evidence.calls.first() else { return Vec::new() };
    let mut all: Vec<Trait> = vec![
        special("an input is the zero vector", |a| inputs(a).any(|v| norm(v) == 0.0)),
        special("the two inputs are exactly parallel", |a| {
            angle(a).is_some_and(|(gap, _)| gap < 1e-12)
        }),
        special("the two inputs are nearly parallel", |a| {
            angle(a).is_some_and(|(gap, _)| gap < 1e-3)
        }),
        special("the two inputs are opposite", |a| angle(a).is_some_and(|(_, gap)| gap < 1e-3)),
        ordinary("an input has another length than 1", |a| {
            inputs(a).any(|v| (norm(v) - 1.0).abs() > 1e-9)
        }),
    ];
    for (name, value) in &first.arguments {
        all.extend(traits_of_argument(name, value));
    }
    all
}

/// A trait of one argument: its words, with the name at `{}`, whether it is special, the test.
type OfOne = (&'static str, bool, fn(&Value) -> bool);

const OF_NUMBERS: [OfOne; 6] = [
    ("{} is 0", true, |v| matches!(v, Value::Float(f) if *f == 0.0)),
    ("{} is not 0", false, |v| matches!(v, Value::Float(f) if *f != 0.0)),
    ("{} is negative", false, |v| matches!(v, Value::Float(f) if *f < 0.0)),
    ("{} is above 1", false, |v| matches!(v, Value::Float(f) if *f > 1.0)),
    ("{} is large", false, |v| matches!(v, Value::Float(f) if *f > 10.0)),
    (
        "{} is small and not 0",
        true,
        |v| matches!(v, Value::Float(f) if f.abs() < 1e-3 && *f != 0.0),
    ),
];

const OF_WHOLE_NUMBERS: [OfOne; 4] = [
    ("{} is 0", true, |v| matches!(v, Value::Integer(0))),
    ("{} is 1", true, |v| matches!(v, Value::Integer(1))),
    ("{} is not 0", false, |v| matches!(v, Value::Integer(i) if *i != 0)),
    ("{} is above 1", false, |v| matches!(v, Value::Integer(i) if *i > 1)),
];

const OF_VECTORS: [OfOne; 3] = [
    ("{} is zero", true, |v| matches!(v, Value::Vector(v) if norm(v) == 0.0)),
    ("{} is not zero", false, |v| matches!(v, Value::Vector(v) if norm(v) > 0.0)),
    (
        "{} has a negative entry",
        false,
        |v| matches!(v, Value::Vector(v) if v.iter().any(|entry| *entry < 0.0)),
    ),
];

const OF_MATRICES: [OfOne; 5] = [
    ("{} is singular", true, |v| matches!(v, Value::Matrix(m) if is_singular(m))),
    ("{} has one row", true, |v| matches!(v, Value::Matrix(m) if m.rows == 1)),
    ("{} has more than one row", false, |v| matches!(v, Value::Matrix(m) if m.rows > 1)),
    ("{} is not square", false, |v| matches!(v, Value::Matrix(m) if m.rows != m.columns)),
    (
        "{} has entries off its diagonal",
        false,
        |v| matches!(v, Value::Matrix(m) if has_off_diagonal(m)),
    ),
];

fn traits_of_argument(name: &str, value: &Value) -> Vec<Trait> {
    let of_one: &[OfOne] = match value {
        Value::Float(_) => &OF_NUMBERS,
        Value::Integer(_) => &OF_WHOLE_NUMBERS,
        Value::Vector(_) => &OF_VECTORS,
        Value::Matrix(_) => &OF_MATRICES,
        _ => &[],
    };
    let named = |&(words, special, test): &OfOne| {
        let name = name.to_owned();
        Trait {
            words: words.replace("{}", &name),
            special,
            holds: Box::new(move |arguments| arguments.get(&name).is_some_and(test)),
        }
    };
    of_one.iter().map(named).collect()
}

fn special(words: &str, holds: fn(&Arguments) -> bool) -> Trait {
    Trait { words: words.to_owned(), special: true, holds: Box::new(holds) }
}

fn ordinary(words: &str, holds: fn(&Arguments) -> bool) -> Trait {
    Trait { special: false, ..special(words, holds) }
}

fn vector<'a>(arguments: &'a Arguments, name: &str) -> Option<&'a [f64]> {
    match arguments.get(name)? {
        Value::Vector(entries) => Some(entries),
        _ => None,
    }
}

/// The two points of a kernel, as the course names them. A lone y is a vector of labels.
fn two_inputs(arguments: &Arguments) -> Option<[&[f64]; 2]> {
    [("x", "y"), ("x1", "x2")]
        .into_iter()
        .find_map(|(one, other)| Some([vector(arguments, one)?, vector(arguments, other)?]))
}

/// The points among the arguments.
fn inputs(arguments: &Arguments) -> impl Iterator<Item = &[f64]> {
    let pair = two_inputs(arguments);
    let alone = if pair.is_none() { vector(arguments, "x") } else { None };
    pair.into_iter().flatten().chain(alone).chain(vector(arguments, "x_star"))
}

fn norm(vector: &[f64]) -> f64 {
    vector.iter().map(|entry| entry * entry).sum::<f64>().sqrt()
}

/// How far the two inputs are from parallel and from opposite, as chords of the unit sphere.
fn angle(arguments: &Arguments) -> Option<(f64, f64)> {
    let [one, other] = two_inputs(arguments)?;
    let (length, other_length) = (norm(one), norm(other));
    if one.len() != other.len() || length == 0.0 || other_length == 0.0 {
        return None;
    }
    let chord = |sign: f64| {
        let both = one.iter().zip(other);
        both.map(|(a, b)| (a / length - sign * b / other_length).powi(2)).sum::<f64>().sqrt()
    };
    Some((chord(1.0), chord(-1.0)))
}

fn is_singular(matrix: &Matrix) -> bool {
    if matrix.rows != matrix.columns || matrix.rows == 0 {
        return false;
    }
    let values = matrix.to_nalgebra().singular_values();
    values.min() <= 1e-10 * values.max()
}

fn has_off_diagonal(matrix: &Matrix) -> bool {
    (0..matrix.rows)
        .any(|i| matrix.row(i).iter().enumerate().any(|(j, entry)| i != j && *entry != 0.0))
}

#[cfg(test)]
mod tests {
    use ntk_harness::Outcome;

    use super::super::sheet::{Sheet, number};
    use super::*;

    /// Calls with one argument each, and whether the learner is right there.
    fn said<T: Clone>(
        name: &str,
        calls: &[(T, bool)],
        value: impl Fn(T) -> Value,
    ) -> Option<String> {
        let mut sheet = Sheet::new("f");
        for (argument, right) in calls {
            sheet.call(&[(name, value(argument.clone()))], number(1.0));
            if !right {
                sheet.answers(Outcome::Value(number(2.0)));
            }
        }
        explain(&sheet.evidence())
    }

    fn entries(entries: &[f64]) -> Value {
        Value::Vector(entries.to_vec())
    }

    #[test]
    fn what_parts_failing_from_passing_calls_is_said() {
        let calls = [(-1.0, false), (-2.0, false), (3.0, true), (1.0, true), (0.5, true)];
        assert_eq!(
            said("x", &calls, number).as_deref(),
            Some("Wrong only where x is negative (2 of 5 cases); right on all others.")
        );
    }

    #[test]
    fn one_failing_call_is_explained_by_a_special_place_alone() {
        let calls = [(0.0, false), (2.0, true), (3.0, true)];
        assert_eq!(
            said("t", &calls, number).as_deref(),
            Some("The one case that fails is the only one where t is 0.")
        );
        let calls = [([1.0, -1.0], false), ([1.0, 1.0], true), ([2.0, 1.0], true)];
        assert_eq!(said("x", &calls, |x| entries(&x)), None);
    }

    #[test]
    fn what_most_calls_have_explains_nothing() {
        let calls = [(0.0, true), (1.0, false), (2.0, false), (3.0, false)];
        assert_eq!(said("t", &calls, number), None);
        let values = calls.map(|(value, right)| ([value, value], right));
        assert_eq!(said("values", &values, |values| entries(&values)), None);
    }

    #[test]
    fn calls_after_the_programs_end_are_no_evidence() {
        let mut sheet = Sheet::new("f");
        for x in [1.0, 2.0, 3.0, -1.0, -2.0] {
            sheet.call(&[("x", number(x))], number(1.0));
            if x < 0.0 {
                sheet.is_not_called();
            }
        }
        assert_eq!(explain(&sheet.evidence()), None);
    }

    #[test]
    fn what_passing_calls_have_too_is_no_cause() {
        let matrix = |rows: usize| Matrix { rows, columns: 2, entries: vec![1.0; 2 * rows] };
        let calls = [(1, false), (1, false), (1, true), (2, true), (3, true), (4, true)];
        assert_eq!(
            said("xs", &calls, |rows| Value::Matrix(matrix(rows))).as_deref(),
            Some("In all 2 cases that fail, xs has one row; and in one that passes as well.")
        );
        // A sign that all failing calls share by chance.
        let calls =
            [(-1.0, false), (-2.0, false), (-3.0, true), (1.0, true), (2.0, true), (3.0, true)];
        assert_eq!(said("x", &calls, number), None);
    }

    #[test]
    fn a_matrix_is_called_by_its_name() {
        let matrix = |rows: usize| Matrix { rows, columns: 2, entries: vec![1.0; 2 * rows] };
        let calls = [(2, false), (3, false), (1, true), (1, true)];
        assert_eq!(
            said("first", &calls, |rows| Value::Matrix(matrix(rows))).as_deref(),
            Some(
                "Wrong only where first has more than one row (2 of 4 cases); right on all others."
            )
        );
    }

    #[test]
    fn labels_are_no_inputs() {
        let parallel = |one: &str, other: &str| {
            let mut sheet = Sheet::new("f");
            for direction in [[1.0, 0.5], [0.0, 1.0], [1.0, 3.0]] {
                let pair = [(one, entries(&[2.0, 1.0])), (other, entries(&direction))];
                sheet.call(&pair, number(1.0));
                if direction == [1.0, 0.5] {
                    sheet.answers(Outcome::Value(number(2.0)));
                }
            }
            explain(&sheet.evidence())
        };
        let said = parallel("x", "y").unwrap_or_default();
        assert!(
            said.ends_with("the only one where the two inputs are exactly parallel."),
            "{said}"
        );
        assert!(parallel("x1", "x2").is_some());
        assert_eq!(parallel("f0", "y"), None);
    }
}
