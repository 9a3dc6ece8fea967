//! What must hold of a function's answers whatever the values: symmetry, limits, scaling.

use std::collections::BTreeMap;

use ntk_harness::{Arguments, Value};
use serde::Deserialize;

use super::compare::{self, Allowance, Difference};
use super::frozen::FrozenCall;
use super::show;

/// `[[function.property]]`
#[derive(Clone, Debug, Deserialize)]
pub struct Property {
    /// The property in a few words, as it stands in the verdict.
    pub says: String,
    /// Calls on which it is not asked, by name: a limit that a slow case has not reached, say.
    #[serde(default)]
    pub except: Vec<String>,
    /// `kind = "swap"`, and the keys that this kind asks for.
    #[serde(flatten)]
    pub kind: Kind,
}

/// The kinds, each with its keys. A key that is none of them is refused.
//
// The kinds without keys are written with brackets: else serde would let any key pass there.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Kind {
    /// The returned matrix is its own transpose.
    Symmetric {},
    /// The returned matrix has no negative eigenvalue; asked where it is symmetric.
    PositiveSemidefinite {},
    /// Two arguments may change places.
    Swap { arguments: [String; 2] },
    /// Twice the argument gives 2^degree times the value.
    Homogeneous { argument: String, degree: i32 },
    /// The value is that of another function on the same arguments, some of them replaced.
    Equals {
        function: String,
        #[serde(default)]
        at: BTreeMap<String, f64>,
    },
    /// A number that never falls (or never rises) as the argument takes these values.
    Monotone { argument: String, values: Vec<f64>, direction: Direction },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    Increasing,
    Decreasing,
}

/// Whether a property holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Holding {
    Holds,
    /// It fails, first on the call of that name.
    Fails {
        call: String,
        /// The values that contradict it.
        seen: Vec<Seen>,
    },
    /// A value was missing.
    Untried,
}

/// A value that was seen where a property fails.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// What it is, in words: `yours, x doubled`.
    pub of: String,
    pub value: Value,
}

/// Calls a function of the learner's program; `None` if no value came back.
pub type Caller<'a> = dyn FnMut(&str, &Arguments) -> Option<Value> + 'a;

impl Kind {
    /// As it stands in `exercise.toml`.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Symmetric {} => "symmetric",
            Kind::PositiveSemidefinite {} => "positive-semidefinite",
            Kind::Swap { .. } => "swap",
            Kind::Homogeneous { .. } => "homogeneous",
            Kind::Equals { .. } => "equals",
            Kind::Monotone { .. } => "monotone",
        }
    }
}

impl Property {
    /// Tries the property on every call. `yours` are the values of the calls, in their order.
    pub fn try_on(
        &self,
        function: &str,
        calls: &[FrozenCall],
        yours: &[Option<Value>],
        allowance: Allowance,
        caller: &mut Caller<'_>,
    ) -> Holding {
        let asked = calls.iter().zip(yours).filter(|(call, _)| !self.except.contains(&call.name));
        for (call, value) in asked {
            let Some(value) = value else { return Holding::Untried };
            match self.holds(function, call, value, allowance, caller) {
                Some(Ok(())) => {}
                Some(Err(seen)) => return Holding::Fails { call: call.name.clone(), seen },
                None => return Holding::Untried,
            }
        }
        Holding::Holds
    }

    /// On one call; with the values that contradict the property where it fails, and `None` where
    /// a value is missing.
    fn holds(
        &self,
        function: &str,
        call: &FrozenCall,
        value: &Value,
        allowance: Allowance,
        caller: &mut Caller<'_>,
    ) -> Option<Result<(), Vec<Seen>>> {
        // A NaN has a verdict of its own, and says nothing about symmetry.
        if compare::numbers(value).iter().any(|number| number.is_nan()) {
            return None;
        }
        match &self.kind {
            Kind::Symmetric {} => Some(symmetric(value, &transposed(value)?, allowance)),
            // Without symmetry the question is not about eigenvalues yet.
            Kind::PositiveSemidefinite {} => {
                symmetric(value, &transposed(value)?, allowance).ok()?;
                Some(positive_semidefinite(value, allowance))
            }
            Kind::Swap { arguments: [first, second] } => {
                let mut swapped = call.arguments.clone();
                let one = swapped.remove(first)?;
                let other = swapped.insert(second.clone(), one)?;
                swapped.insert(first.clone(), other);
                let exchanged = format!("yours, {first} and {second} exchanged");
                let other = caller(function, &swapped)?;
                Some(same((&exchanged, &other), ("yours, as they are", value), allowance))
            }
            Kind::Homogeneous { argument, degree } => {
                let mut doubled = call.arguments.clone();
                scale(doubled.get_mut(argument)?, 2.0);
                let mut wanted = value.clone();
                scale(&mut wanted, 2f64.powi(*degree));
                let other = caller(function, &doubled)?;
                let doubled = format!("yours, {argument} doubled");
                Some(same((&doubled, &other), ("expected", &wanted), allowance))
            }
            Kind::Equals { function: other, at } => {
                let mut here = call.arguments.clone();
                for (name, value) in at {
                    set(here.get_mut(name)?, *value);
                }
                let there: Arguments =
                    here.iter().filter(|(name, _)| !at.contains_key(*name)).map(own).collect();
                let places: Vec<String> =
                    at.iter().map(|(name, value)| with(name, *value)).collect();
                let (one, wanted) = (caller(function, &here)?, caller(other, &there)?);
                let yours = [vec!["yours".to_owned()], places].concat().join(", ");
                Some(same((&yours, &one), (&format!("your {other}"), &wanted), allowance))
            }
            Kind::Monotone { argument, values, direction } => {
                let mut before: Option<Seen> = None;
                let mut previous = None;
                for value in values {
                    let mut arguments = call.arguments.clone();
                    set(arguments.get_mut(argument)?, *value);
                    let Value::Float(next) = caller(function, &arguments)? else { return None };
                    let rise = next - previous.unwrap_or(next);
                    let slack = allowance.at(next);
                    let wrong = match direction {
                        Direction::Increasing => rise < -slack,
                        Direction::Decreasing => rise > slack,
                    };
                    let here = seen(&format!("yours, {}", with(argument, *value)), next);
                    if next.is_nan() {
                        return Some(Err(vec![here]));
                    }
                    if wrong {
                        return Some(Err(before.into_iter().chain([here]).collect()));
                    }
                    (before, previous) = (Some(here), Some(next));
                }
                Some(Ok(()))
            }
        }
    }
}

fn with(argument: &str, value: f64) -> String {
    format!("{argument} = {}", show::number(value))
}

fn seen(of: &str, number: f64) -> Seen {
    Seen { of: of.to_owned(), value: Value::Float(number) }
}

/// Two values, each with its words: the same, or the pair of entries that is furthest apart.
fn same(
    (yours, one): (&str, &Value),
    (expected, other): (&str, &Value),
    allowance: Allowance,
) -> Result<(), Vec<Seen>> {
    Err(match compare::difference(one, other, allowance) {
        None => return Ok(()),
        Some(Difference::NotFinite(entry) | Difference::Entries { worst: entry, .. }) => {
            let at = match entry.place[..] {
                [] => String::new(),
                _ => format!(" at {}", show::place(&entry.place)),
            };
            vec![
                seen(&format!("{yours}{at}"), entry.yours),
                seen(&format!("{expected}{at}"), entry.expected),
            ]
        }
        Some(Difference::Shape { .. } | Difference::Plain) => vec![
            Seen { of: yours.to_owned(), value: one.clone() },
            Seen { of: expected.to_owned(), value: other.clone() },
        ],
    })
}

/// Whether a matrix is its transpose; if not, the two entries that are furthest apart.
fn symmetric(value: &Value, transposed: &Value, allowance: Allowance) -> Result<(), Vec<Seen>> {
    Err(match compare::difference(value, transposed, allowance) {
        None => return Ok(()),
        Some(Difference::NotFinite(entry) | Difference::Entries { worst: entry, .. }) => {
            let mirrored: Vec<usize> = entry.place.iter().rev().copied().collect();
            vec![
                seen(&format!("yours at {}", show::place(&entry.place)), entry.yours),
                seen(&format!("yours at {}", show::place(&mirrored)), entry.expected),
            ]
        }
        Some(Difference::Shape { .. } | Difference::Plain) => {
            vec![Seen { of: "yours".to_owned(), value: value.clone() }]
        }
    })
}

fn own((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
}

/// The transpose, for a matrix.
pub fn transposed(value: &Value) -> Option<Value> {
    match value {
        Value::Matrix(matrix) => Some(Value::from(&matrix.to_nalgebra().transpose())),
        _ => None,
    }
}

/// Whether a symmetric matrix has no negative eigenvalue; if it has, the least.
fn positive_semidefinite(value: &Value, allowance: Allowance) -> Result<(), Vec<Seen>> {
    let Value::Matrix(matrix) = value else { return Ok(()) };
    if matrix.entries.iter().any(|entry| !entry.is_finite()) {
        return Err(vec![Seen { of: "yours".to_owned(), value: value.clone() }]);
    }
    if matrix.rows == 0 {
        return Ok(());
    }
    let eigenvalues = matrix.to_nalgebra().symmetric_eigenvalues();
    // Rounding moves an eigenvalue by about the rounding of the largest entry, times the size.
    #[expect(clippy::cast_precision_loss, reason = "a size of a few dozen")]
    let slack = allowance.at(eigenvalues.amax()) * matrix.rows as f64;
    let least = eigenvalues.min();
    if least >= -slack { Ok(()) } else { Err(vec![seen("the least eigenvalue", least)]) }
}

/// Multiplies every number of a value.
pub fn scale(value: &mut Value, factor: f64) {
    match value {
        Value::Float(float) => *float *= factor,
        Value::Vector(entries) => entries.iter_mut().for_each(|entry| *entry *= factor),
        Value::Matrix(matrix) => matrix.entries.iter_mut().for_each(|entry| *entry *= factor),
        Value::List(values) | Value::Tuple(values) => {
            values.iter_mut().for_each(|value| scale(value, factor));
        }
        Value::Option(Some(inner)) => scale(inner, factor),
        _ => {}
    }
}

/// Replaces a number and keeps its type.
fn set(place: &mut Value, value: f64) {
    match place {
        Value::Float(float) => *float = value,
        #[expect(clippy::cast_possible_truncation, reason = "an author's whole number")]
        Value::Integer(integer) => *integer = value as i64,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use nalgebra::DMatrix;

    use super::*;

    const ALLOWANCE: Allowance = Allowance { relative: 1e-12, absolute: 1e-12 };

    fn call(arguments: &[(&str, Value)], value: &Value) -> FrozenCall {
        FrozenCall {
            name: "one".into(),
            arguments: arguments.iter().map(|(name, v)| ((*name).to_owned(), v.clone())).collect(),
            expected: value.clone(),
            standard_error: None,
            mistakes: BTreeMap::new(),
        }
    }

    fn holding(kind: Kind, matrix: &DMatrix<f64>) -> Holding {
        let property = Property { says: "it holds".into(), except: Vec::new(), kind };
        let value = Value::from(matrix);
        let call = call(&[], &value);
        property.try_on("gram", &[call], &[Some(value)], ALLOWANCE, &mut |_, _| None)
    }

    /// What is seen to be wrong, a line for each value; nothing where the property holds.
    fn seen_in(holding: Holding) -> Vec<String> {
        match holding {
            Holding::Fails { seen, .. } => {
                seen.iter().map(|s| format!("{}: {}", s.of, show::in_full(&s.value))).collect()
            }
            _ => Vec::new(),
        }
    }

    #[test]
    fn eigenvalues_are_asked_of_symmetric_matrices_only() {
        let matrix = |entries: [f64; 4]| DMatrix::from_row_slice(2, 2, &entries);
        let of = |entries| holding(Kind::PositiveSemidefinite {}, &matrix(entries));
        assert_eq!(of([1.0, 1.0, 1.0, 1.0]), Holding::Holds);
        assert_eq!(seen_in(of([0.0, 2.0, 2.0, 0.0])), ["the least eigenvalue: -2"]);
        assert_eq!(of([1.0, 500.0, 0.0, 1.0]), Holding::Untried);
        assert_eq!(
            seen_in(holding(Kind::Symmetric {}, &matrix([1.0, 500.0, 0.0, 1.0]))),
            ["yours at [0, 1]: 500", "yours at [1, 0]: 0"]
        );
    }

    /// A property that fails of a function of x and y, tried at (1, 2).
    fn failing(kind: Kind, function: fn(f64, f64) -> f64) -> Vec<String> {
        let mut caller = |name: &str, arguments: &Arguments| {
            let of = |name: &str| match arguments.get(name) {
                Some(Value::Float(float)) => *float,
                _ => 0.0,
            };
            let value = if name == "other" { 7.0 } else { function(of("x"), of("y")) };
            Some(Value::Float(value))
        };
        let arguments = [("x", Value::Float(1.0)), ("y", Value::Float(2.0))];
        let value = Value::Float(function(1.0, 2.0));
        let call = call(&arguments, &value);
        let property = Property { says: "it holds".into(), except: Vec::new(), kind };
        seen_in(property.try_on("f", &[call], &[Some(value)], ALLOWANCE, &mut caller))
    }

    #[test]
    fn a_property_that_fails_shows_the_numbers() {
        let swap = Kind::Swap { arguments: ["x".into(), "y".into()] };
        assert_eq!(
            failing(swap, |x, y| x - y),
            ["yours, x and y exchanged: 1", "yours, as they are: -1"]
        );
        let homogeneous = Kind::Homogeneous { argument: "x".into(), degree: 1 };
        assert_eq!(failing(homogeneous, |x, y| x + y), ["yours, x doubled: 4", "expected: 6"]);
        let equals = Kind::Equals { function: "other".into(), at: [("y".into(), 0.0)].into() };
        assert_eq!(failing(equals, |x, y| x + y), ["yours, y = 0: 1", "your other: 7"]);
    }

    #[test]
    fn where_a_function_turns_is_shown_and_where_it_is_no_number() {
        let grows = || Kind::Monotone {
            argument: "x".into(),
            values: vec![0.0, 0.5, 2.0],
            direction: Direction::Increasing,
        };
        assert_eq!(
            failing(grows(), |x, _| x * (1.0 - x)),
            ["yours, x = 0.5: 0.25", "yours, x = 2: -2"]
        );
        let hole = |x: f64, _| if x == 0.5 { f64::NAN } else { x };
        assert_eq!(failing(grows(), hole), ["yours, x = 0.5: NaN"]);
    }
}
