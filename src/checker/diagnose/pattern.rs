//! Simple relations between all answers and all expected values.

use std::f64::consts::{FRAC_1_PI, FRAC_1_SQRT_2, FRAC_PI_2, PI, SQRT_2, TAU};

use ntk_harness::{Arguments, Value};

use super::{Evidence, OnceMore};
use crate::compare::{self, Allowance};
use crate::frozen::FrozenCall;
use crate::property;
use crate::show;

/// Factors that have a name.
const NAMED: [(f64, &str); 16] = [
    (2.0, "2"),
    (0.5, "½"),
    (4.0, "4"),
    (0.25, "¼"),
    (3.0, "3"),
    (1.0 / 3.0, "⅓"),
    (PI, "π"),
    (FRAC_1_PI, "1/π"),
    (TAU, "2π"),
    (1.0 / TAU, "1/2π"),
    (FRAC_PI_2, "π/2"),
    (2.0 * FRAC_1_PI, "2/π"),
    (SQRT_2, "√2"),
    (FRAC_1_SQRT_2, "1/√2"),
    (2.0 * PI * PI, "2π²"),
    (8.0, "8"),
];

/// The relation in words, if one holds on every call.
pub fn explain(evidence: &Evidence<'_>, once_more: &mut OnceMore<'_>) -> Option<String> {
    let values = evidence.values()?;
    transpose(evidence, &values).or_else(|| {
        let pairs = Pairs::of(evidence, &values);
        pairs
            .as_ref()
            .and_then(Pairs::factor)
            .or_else(|| swapped_arguments(evidence, once_more))
            .or_else(|| one_off(evidence, once_more))
            .or_else(|| pairs.as_ref().and_then(Pairs::size_factor))
            .or_else(|| pairs.as_ref().and_then(Pairs::norm_power))
            .or_else(|| pairs.as_ref().and_then(Pairs::power))
            .or_else(|| pairs.as_ref().and_then(Pairs::offset))
            .or_else(|| places(evidence, &values))
    })
}

fn transpose(evidence: &Evidence<'_>, values: &[(&FrozenCall, &Value)]) -> Option<String> {
    values
        .iter()
        .all(|(call, yours)| {
            property::transposed(yours).is_some_and(|turned| {
                compare::difference(&turned, &call.expected, evidence.allowance(call)).is_none()
            })
        })
        .then(|| "Every answer is the transpose of the expected one: rows and columns have changed places.".into())
}

/// All numbers of all calls, side by side.
struct Pairs<'a> {
    calls: Vec<PairsOfCall<'a>>,
}

/// A call, its numbers as (yours, expected), and how far they may be off.
type PairsOfCall<'a> = (&'a FrozenCall, Vec<(f64, f64)>, Allowance);

/// What an expected number may have been turned into.
type Turned = fn(f64) -> f64;

impl<'a> Pairs<'a> {
    /// `None` where the shapes differ, a number is not finite, or there is none to compare (whole
    /// numbers are right or wrong): no relation can hold then.
    fn of(evidence: &Evidence<'a>, values: &[(&'a FrozenCall, &Value)]) -> Option<Pairs<'a>> {
        let mut calls = Vec::new();
        for (call, yours) in values {
            let (yours_numbers, expected) =
                (compare::numbers(yours), compare::numbers(&call.expected));
            let same_shape = compare::shape(yours) == compare::shape(&call.expected);
            let finite = yours_numbers.iter().chain(&expected).all(|number| number.is_finite());
            if !same_shape || !finite {
                return None;
            }
            let pairs = yours_numbers.into_iter().zip(expected).collect();
            calls.push((*call, pairs, evidence.allowance(call)));
        }
        let any = calls.iter().any(|(_, pairs, _): &PairsOfCall<'_>| !pairs.is_empty());
        any.then_some(Pairs { calls })
    }

    /// Whether `yours = wanted(call, expected)` everywhere, to the tolerance that the expected
    /// value itself has, and to a little more where the relation makes it larger.
    fn all(&self, wanted: impl Fn(&FrozenCall, f64) -> Option<f64>) -> bool {
        self.calls.iter().all(|(call, pairs, allowance)| {
            pairs.iter().all(|&(yours, expected)| {
                wanted(call, expected).is_some_and(|wanted| {
                    let slack = 10.0 * allowance.at(wanted.abs().max(expected.abs()));
                    (yours - wanted).abs() <= slack
                })
            })
        })
    }

    /// The pair with the largest expected value: the one that fixes a factor best.
    fn largest(&self) -> Option<(f64, f64)> {
        let all = self.calls.iter().flat_map(|(_, pairs, _)| pairs.iter().copied());
        all.max_by(|one, other| one.1.abs().total_cmp(&other.1.abs())).filter(|pair| pair.1 != 0.0)
    }

    /// How many pairs a factor has to explain: one proves nothing.
    fn telling(&self) -> usize {
        self.calls.iter().flat_map(|(_, pairs, _)| pairs).filter(|pair| pair.1 != 0.0).count()
    }

    fn factor(&self) -> Option<String> {
        let (yours, expected) = self.largest()?;
        let factor = yours / expected;
        if self.telling() < 2 || !self.all(|_, expected| Some(factor * expected)) {
            return None;
        }
        if factor == 0.0 {
            return Some("Every answer is 0.".into());
        }
        if (factor + 1.0).abs() < 1e-9 {
            return Some("Every answer has the wrong sign, and is right but for that.".into());
        }
        let sign = if factor < 0.0 { ", with the sign changed" } else { "" };
        let known = NAMED.iter().find(|(value, _)| (factor.abs() / value - 1.0).abs() < 1e-9);
        Some(match known {
            Some((_, name)) => {
                format!(
                    "Every answer is {name} times the expected one{sign} (ratio {}).",
                    show::number(factor)
                )
            }
            None => format!(
                "Every answer is the expected one times the same factor, {}.",
                show::number(factor)
            ),
        })
    }

    /// A factor that is a size of the inputs: the number of samples, say.
    fn size_factor(&self) -> Option<String> {
        let names: Vec<String> = self.calls.first()?.0.arguments.keys().cloned().collect();
        for name in names {
            for (what, size) in SIZES {
                let of = |call: &FrozenCall| call.arguments.get(&name).and_then(size);
                let by =
                    |power: f64| self.all(|call, expected| Some(expected * of(call)?.powf(power)));
                let found = [
                    (1.0, "times"),
                    (-1.0, "divided by"),
                    (0.5, "times the square root of"),
                    (-0.5, "divided by the square root of"),
                ]
                .into_iter()
                .find(|(power, _)| by(*power));
                if let Some((_, how)) = found {
                    return Some(format!(
                        "Every answer is the expected one {how} {what} of {name}."
                    ));
                }
            }
        }
        None
    }

    /// A factor that is a power of the product of the input vectors' lengths.
    fn norm_power(&self) -> Option<String> {
        let norms = |call: &FrozenCall| {
            let vectors: Vec<f64> = call
                .arguments
                .values()
                .filter_map(|value| match value {
                    Value::Vector(entries) => {
                        Some(entries.iter().map(|entry| entry * entry).sum::<f64>().sqrt())
                    }
                    _ => None,
                })
                .collect();
            (!vectors.is_empty()).then(|| vectors.iter().product::<f64>())
        };
        let by = |power: f64| {
            self.all(|call, expected| {
                if expected == 0.0 { Some(0.0) } else { Some(expected * norms(call)?.powf(power)) }
            })
        };
        let found = [
            (-1.0, "divided by the product of the inputs' lengths"),
            (1.0, "times the product of the inputs' lengths"),
            (-2.0, "divided by the square of the product of the inputs' lengths"),
            (-0.5, "divided by the square root of the product of the inputs' lengths"),
        ]
        .into_iter()
        .find(|(power, _)| by(*power));
        found.map(|(_, how)| {
            format!("Right up to the normalisation of the inputs: every answer is the expected one {how}.")
        })
    }

    fn power(&self) -> Option<String> {
        if self.telling() < 3 {
            return None;
        }
        let relations: [(Turned, &str); 4] = [
            (|expected| expected * expected, "the square of"),
            (f64::sqrt, "the square root of"),
            (|expected| 1.0 / expected, "one divided by"),
            (|expected| 1.0 - expected, "one minus"),
        ];
        relations
            .into_iter()
            .find(|(relation, _)| self.all(|_, expected| Some(relation(expected))))
            .map(|(_, how)| format!("Every answer is {how} the expected one."))
    }

    fn offset(&self) -> Option<String> {
        let (yours, expected) = self.largest()?;
        let offset = yours - expected;
        let found = self.telling() > 2 && self.all(|_, expected| Some(expected + offset));
        found.then(|| format!("Every answer is off by the same amount, {}.", show::number(offset)))
    }
}

/// Where in a vector or a matrix the wrong entries stand, if it is the same place everywhere.
fn places(evidence: &Evidence<'_>, values: &[(&FrozenCall, &Value)]) -> Option<String> {
    let mut wrong: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    let mut right = Vec::new();
    for (call, yours) in values {
        let (place, size) = entries_apart(yours, &call.expected, evidence.allowance(call))?;
        wrong.extend(place.wrong.into_iter().map(|at| (at, size.clone())));
        right.extend(place.right.into_iter().map(|at| (at, size.clone())));
    }
    type At = fn(&[usize], &[usize]) -> bool;
    let kinds: [(At, &str); 6] = [
        (|at, _| at.len() == 2 && at[0] == at[1], "on the diagonal"),
        (|at, _| at.len() == 2 && at[0] < at[1], "above the diagonal"),
        (|at, _| at.len() == 2 && at[0] > at[1], "below the diagonal"),
        (|at, _| at.len() == 2 && at[0] != at[1], "off the diagonal"),
        (|at, _| at.len() == 1 && at[0] == 0, "in the first entry"),
        (|at, size| at.len() == 1 && at[0] + 1 == size[0], "in the last entry"),
    ];
    let (_, words) = kinds.into_iter().find(|(is_there, _)| {
        wrong.iter().all(|(at, size)| is_there(at, size))
            && right.iter().any(|(at, size)| !is_there(at, size))
    })?;
    Some(format!("Wrong only {words}; every other entry is right, in every case."))
}

struct Apart {
    wrong: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
}

/// The places of right and wrong entries, and the size of the value.
fn entries_apart(
    yours: &Value,
    expected: &Value,
    allowance: Allowance,
) -> Option<(Apart, Vec<usize>)> {
    if compare::shape(yours) != compare::shape(expected) {
        return None;
    }
    let size = match expected {
        Value::Vector(entries) => vec![entries.len()],
        Value::Matrix(matrix) => vec![matrix.rows, matrix.columns],
        _ => return None,
    };
    let columns = *size.last()?;
    let mut apart = Apart { wrong: Vec::new(), right: Vec::new() };
    let both = compare::numbers(yours).into_iter().zip(compare::numbers(expected));
    for (index, (yours, expected)) in both.enumerate() {
        let at = if size.len() == 1 { vec![index] } else { vec![index / columns, index % columns] };
        let passes = (yours - expected).abs() <= allowance.at(expected);
        if passes { apart.right.push(at) } else { apart.wrong.push(at) }
    }
    Some((apart, size))
}

type SizeOf = fn(&Value) -> Option<f64>;

#[expect(clippy::cast_precision_loss, reason = "sizes of a few dozen")]
const SIZES: [(&str, SizeOf); 3] = [
    ("the number of rows", |value| match value {
        Value::Matrix(matrix) => Some(matrix.rows as f64),
        _ => None,
    }),
    ("the number of columns", |value| match value {
        Value::Matrix(matrix) => Some(matrix.columns as f64),
        _ => None,
    }),
    ("the number of entries", |value| match value {
        Value::Vector(entries) => Some(entries.len() as f64),
        _ => None,
    }),
];

/// Right if two arguments of one type change places.
fn swapped_arguments(evidence: &Evidence<'_>, once_more: &mut OnceMore<'_>) -> Option<String> {
    let names: Vec<&String> = evidence.calls.first()?.arguments.keys().collect();
    for (index, first) in names.iter().enumerate() {
        for second in &names[index + 1..] {
            let explains = holds_with(evidence, once_more, |arguments| {
                let mut swapped = arguments.clone();
                let one = swapped.remove(*first)?;
                let other = swapped.insert((*second).clone(), one)?;
                if compare::shape(&other) != compare::shape(&swapped[*second]) {
                    return None;
                }
                swapped.insert((*first).clone(), other);
                Some(swapped)
            });
            if explains {
                return Some(format!(
                    "Right if {first} and {second} change places: you have taken one for the other."
                ));
            }
        }
    }
    None
}

/// Right if a whole number among the arguments is one more, or one less.
fn one_off(evidence: &Evidence<'_>, once_more: &mut OnceMore<'_>) -> Option<String> {
    let whole = |value: &Value| matches!(value, Value::Integer(_));
    let first = evidence.calls.first()?;
    let names = first.arguments.iter().filter(|(_, value)| whole(value)).map(|(name, _)| name);
    for name in names {
        for (step, how) in [(-1, "one too many"), (1, "one too few")] {
            let explains = holds_with(evidence, once_more, |arguments| {
                let mut moved = arguments.clone();
                let Some(Value::Integer(integer)) = moved.get_mut(name) else { return None };
                *integer += step;
                (*integer >= 0).then_some(moved)
            });
            if explains {
                let layer = if name == "depth" { " (off by one layer)" } else { "" };
                return Some(format!(
                    "Right if `{name}` were {} by one: you count {how}{layer}.",
                    if step < 0 { "smaller" } else { "larger" }
                ));
            }
        }
    }
    None
}

/// Whether the learner's function gives every expected value once its arguments are changed. Calls
/// whose arguments cannot be changed so are passed over; two changed ones must be left at least,
/// and one of them must have failed.
fn holds_with(
    evidence: &Evidence<'_>,
    once_more: &mut OnceMore<'_>,
    change: impl Fn(&Arguments) -> Option<Arguments>,
) -> bool {
    let mut tried = 0;
    let mut mended = 0;
    for (call, failing) in evidence.calls.iter().zip(evidence.failing) {
        let Some(changed) = change(&call.arguments) else { continue };
        let Some(value) = once_more(&changed, false) else { return false };
        if compare::difference(&value, &call.expected, evidence.allowance(call)).is_some() {
            return false;
        }
        tried += 1;
        mended += usize::from(*failing);
    }
    tried >= 2 && mended >= 1
}

#[cfg(test)]
mod tests {
    use ntk_harness::{Matrix, Outcome};

    use super::super::sheet::{Sheet, number};
    use super::*;

    #[test]
    fn whole_numbers_are_in_no_relation() {
        let mut sheet = Sheet::new("rank");
        for (rows, rank, yours) in [(2, 2, 2), (3, 2, 3), (4, 4, 4)] {
            let answer = Outcome::Value(Value::Integer(yours));
            sheet.call(&[("xs", matrix(rows))], Value::Integer(rank)).answers(answer);
        }
        assert_eq!(explain(&sheet.evidence(), &mut |_, _| None), None);
    }

    #[test]
    fn a_size_is_named_as_what_it_is() {
        let says = |argument: &dyn Fn(u8) -> Value| {
            let mut sheet = Sheet::new("f");
            for (size, expected) in [(2, 3.0), (3, 5.0), (4, 7.0)] {
                let yours = Outcome::Value(number(expected / f64::from(size)));
                sheet.call(&[("x", argument(size))], number(expected)).answers(yours);
            }
            explain(&sheet.evidence(), &mut |_, _| None).unwrap_or_default()
        };
        // A length is a norm in this course.
        let vector = |size: u8| Value::Vector((1..=size).map(f64::from).collect());
        assert!(says(&vector).ends_with("divided by the number of entries of x."));
        assert!(says(&|size| matrix(size.into())).ends_with("divided by the number of rows of x."));
    }

    fn matrix(rows: usize) -> Value {
        Value::Matrix(Matrix { rows, columns: 1, entries: vec![1.0; rows] })
    }
}
