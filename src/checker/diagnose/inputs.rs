//! What the inputs of the failing calls have in common, and the others have not.

use ntk_harness::{Arguments, Matrix, Value};

use super::Evidence;

/// Something that may be true of a call's arguments, in words that follow "wrong only where".
struct Trait {
    words: String,
    holds: Box<dyn Fn(&Arguments) -> bool>,
}

/// The first trait that parts the failing calls from the passing ones.
pub fn explain(evidence: &Evidence<'_>) -> Option<String> {
    let failing = evidence.failing.iter().filter(|failing| **failing).count();
    if failing == 0 || failing == evidence.failing.len() {
        return None;
    }
    let marks = |found: &Trait| -> Vec<bool> {
        evidence.calls.iter().map(|call| (found.holds)(&call.arguments)).collect()
    };
    let candidates: Vec<(Trait, Vec<bool>)> = traits(evidence)
        .into_iter()
        .map(|found| {
            let marks = marks(&found);
            (found, marks)
        })
        .collect();
    let exact = candidates.iter().find(|(_, marks)| marks == evidence.failing);
    let covering = || {
        candidates
            .iter()
            .filter(|(_, marks)| {
                evidence.failing.iter().zip(marks).all(|(failing, mark)| !failing || *mark)
            })
            .map(|candidate| (candidate, candidate.1.iter().filter(|mark| **mark).count()))
            // A trait of nearly all calls says nothing.
            .filter(|(_, count)| count * 2 <= evidence.calls.len())
            .min_by_key(|(_, count)| *count)
            .map(|(candidate, _)| candidate)
    };
    let (found, _) = exact.or_else(covering)?;
    Some(format!(
        "Wrong only where {} ({failing} of {} cases); right on all others.",
        found.words,
        evidence.calls.len()
    ))
}

fn traits(evidence: &Evidence<'_>) -> Vec<Trait> {
    let Some(first) = evidence.calls.first() else { return Vec::new() };
    let mut all: Vec<Trait> = vec![
        of("an input is the zero vector", |a| vectors(a).any(|v| norm(v) == 0.0)),
        of("a matrix is singular", |a| matrices(a).any(is_singular)),
        of("the two inputs are exactly parallel", |a| angle(a).is_some_and(|(gap, _)| gap < 1e-12)),
        of("the two inputs are nearly parallel", |a| angle(a).is_some_and(|(gap, _)| gap < 1e-3)),
        of("the two inputs are opposite", |a| angle(a).is_some_and(|(_, gap)| gap < 1e-3)),
        of("an input has another length than 1", |a| {
            vectors(a).any(|v| (norm(v) - 1.0).abs() > 1e-9)
        }),
        of("there is one sample", |a| matrices(a).any(|m| m.rows == 1)),
        of("there is more than one sample", |a| matrices(a).any(|m| m.rows > 1)),
        of("a matrix is not square", |a| matrices(a).any(|m| m.rows != m.columns)),
        of("a matrix has entries off its diagonal", |a| matrices(a).any(has_off_diagonal)),
    ];
    for (name, value) in &first.arguments {
        all.extend(traits_of_argument(name, value));
    }
    all
}

fn traits_of_argument(name: &str, value: &Value) -> Vec<Trait> {
    let named = |words: &str, test: fn(&Value) -> bool| {
        let name = name.to_owned();
        Trait {
            words: words.replace("{}", &name),
            holds: Box::new(move |arguments| arguments.get(&name).is_some_and(test)),
        }
    };
    match value {
        Value::Float(_) => vec![
            named("{} is 0", |v| matches!(v, Value::Float(f) if *f == 0.0)),
            named("{} is not 0", |v| matches!(v, Value::Float(f) if *f != 0.0)),
            named("{} is negative", |v| matches!(v, Value::Float(f) if *f < 0.0)),
            named("{} is above 1", |v| matches!(v, Value::Float(f) if *f > 1.0)),
            named("{} is large", |v| matches!(v, Value::Float(f) if *f > 10.0)),
            named(
                "{} is small and not 0",
                |v| matches!(v, Value::Float(f) if f.abs() < 1e-3 && *f != 0.0),
            ),
        ],
        Value::Integer(_) => vec![
            named("{} is 0", |v| matches!(v, Value::Integer(0))),
            named("{} is 1", |v| matches!(v, Value::Integer(1))),
            named("{} is not 0", |v| matches!(v, Value::Integer(i) if *i != 0)),
            named("{} is above 1", |v| matches!(v, Value::Integer(i) if *i > 1)),
        ],
        Value::Vector(_) => vec![
            named("{} is not zero", |v| matches!(v, Value::Vector(v) if norm(v) > 0.0)),
            named("{} is zero", |v| matches!(v, Value::Vector(v) if norm(v) == 0.0)),
            named(
                "{} has a negative entry",
                |v| matches!(v, Value::Vector(v) if v.iter().any(|entry| *entry < 0.0)),
            ),
        ],
        _ => Vec::new(),
    }
}

fn of(words: &str, holds: fn(&Arguments) -> bool) -> Trait {
    Trait { words: words.to_owned(), holds: Box::new(holds) }
}

fn vectors(arguments: &Arguments) -> impl Iterator<Item = &[f64]> {
    arguments.values().filter_map(|value| match value {
        Value::Vector(entries) => Some(entries.as_slice()),
        _ => None,
    })
}

fn matrices(arguments: &Arguments) -> impl Iterator<Item = &Matrix> {
    arguments.values().filter_map(|value| match value {
        Value::Matrix(matrix) => Some(matrix),
        _ => None,
    })
}

fn norm(vector: &[f64]) -> f64 {
    vector.iter().map(|entry| entry * entry).sum::<f64>().sqrt()
}

/// How far two vectors are from parallel and from opposite, as chords of the unit sphere.
fn angle(arguments: &Arguments) -> Option<(f64, f64)> {
    let both: Vec<&[f64]> = vectors(arguments).collect();
    let [one, other] = both[..] else { return None };
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
