//! What must hold of a function's answers whatever the values: symmetry, limits, scaling.

use std::collections::BTreeMap;

use ntk_harness::{Arguments, Value};
use serde::Deserialize;

use super::compare::{self, Allowance};
use super::frozen::FrozenCall;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holding {
    Holds,
    /// It fails, first on the call of that name.
    Fails {
        call: String,
    },
    /// A value was missing.
    Untried,
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
                Some(true) => {}
                Some(false) => return Holding::Fails { call: call.name.clone() },
                None => return Holding::Untried,
            }
        }
        Holding::Holds
    }

    fn holds(
        &self,
        function: &str,
        call: &FrozenCall,
        value: &Value,
        allowance: Allowance,
        caller: &mut Caller<'_>,
    ) -> Option<bool> {
        // A NaN has a verdict of its own, and says nothing about symmetry.
        if compare::numbers(value).iter().any(|number| number.is_nan()) {
            return None;
        }
        let same =
            |one: &Value, other: &Value| compare::difference(one, other, allowance).is_none();
        match &self.kind {
            Kind::Symmetric {} => transposed(value).map(|other| same(value, &other)),
            // Without symmetry the question is not about eigenvalues yet.
            Kind::PositiveSemidefinite {} => {
                let symmetric = transposed(value).is_some_and(|other| same(value, &other));
                symmetric.then(|| is_psd(value, allowance))
            }
            Kind::Swap { arguments: [first, second] } => {
                let mut swapped = call.arguments.clone();
                let one = swapped.remove(first)?;
                let other = swapped.insert(second.clone(), one)?;
                swapped.insert(first.clone(), other);
                caller(function, &swapped).map(|other| same(&other, value))
            }
            Kind::Homogeneous { argument, degree } => {
                let mut doubled = call.arguments.clone();
                scale(doubled.get_mut(argument)?, 2.0);
                let mut wanted = value.clone();
                scale(&mut wanted, 2f64.powi(*degree));
                caller(function, &doubled).map(|other| same(&other, &wanted))
            }
            Kind::Equals { function: other, at } => {
                let mut here = call.arguments.clone();
                for (name, value) in at {
                    set(here.get_mut(name)?, *value);
                }
                let there: Arguments =
                    here.iter().filter(|(name, _)| !at.contains_key(*name)).map(own).collect();
                let (one, other) = (caller(function, &here)?, caller(other, &there)?);
                Some(same(&one, &other))
            }
            Kind::Monotone { argument, values, direction } => {
                let mut previous: Option<f64> = None;
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
                    if wrong || next.is_nan() {
                        return Some(false);
                    }
                    previous = Some(next);
                }
                Some(true)
            }
        }
    }
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

fn is_psd(value: &Value, allowance: Allowance) -> bool {
    let Value::Matrix(matrix) = value else { return false };
    let square = matrix.rows == matrix.columns;
    if !square || matrix.entries.iter().any(|entry| !entry.is_finite()) {
        return false;
    }
    if matrix.rows == 0 {
        return true;
    }
    let eigenvalues = matrix.to_nalgebra().symmetric_eigenvalues();
    // Rounding moves an eigenvalue by about the rounding of the largest entry, times the size.
    #[expect(clippy::cast_precision_loss, reason = "a size of a few dozen")]
    let slack = allowance.at(eigenvalues.amax()) * matrix.rows as f64;
    eigenvalues.min() >= -slack
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

    fn holding(kind: Kind, value: &DMatrix<f64>) -> Holding {
        let property = Property { says: "it holds".into(), except: Vec::new(), kind };
        let call = FrozenCall {
            name: "one".into(),
            arguments: Arguments::new(),
            expected: value.into(),
            standard_error: None,
            mistakes: BTreeMap::new(),
        };
        let allowance = Allowance { relative: 1e-12, absolute: 1e-12 };
        property.try_on("gram", &[call], &[Some(value.into())], allowance, &mut |_, _| None)
    }

    #[test]
    fn eigenvalues_are_asked_of_symmetric_matrices_only() {
        let fails = Holding::Fails { call: "one".into() };
        let matrix = |entries: [f64; 4]| DMatrix::from_row_slice(2, 2, &entries);
        let of = |entries| holding(Kind::PositiveSemidefinite {}, &matrix(entries));
        assert_eq!(of([1.0, 1.0, 1.0, 1.0]), Holding::Holds);
        assert_eq!(of([1.0, 2.0, 2.0, 1.0]), fails);
        assert_eq!(of([1.0, 500.0, 0.0, 1.0]), Holding::Untried);
        assert_eq!(holding(Kind::Symmetric {}, &matrix([1.0, 500.0, 0.0, 1.0])), fails);
    }
}
