//! Is this value that value? Type and shape first, then every entry; NaN equals nothing.

use ntk_harness::Value;

use super::definition::Tolerance;

/// How far an entry may be off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Allowance {
    pub relative: f64,
    /// Includes what a random function may be off: its standard errors.
    pub absolute: f64,
}

impl Allowance {
    /// `standard_error`: the case's, 0 for a function that draws nothing.
    pub fn new(tolerance: &Tolerance, standard_error: f64) -> Allowance {
        Allowance {
            relative: tolerance.relative.unwrap_or(0.0),
            absolute: tolerance.absolute.unwrap_or(0.0)
                + tolerance.standard_errors * standard_error,
        }
    }

    /// The largest error that passes at an entry.
    pub fn at(&self, expected: f64) -> f64 {
        self.absolute + self.relative * expected.abs()
    }
}

/// What sets two values apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// Another type or another shape, each in words: `3 × 2 matrix`.
    Shape { yours: String, expected: String },
    /// A NaN or an infinity where a finite number belongs.
    NotFinite(Entry),
    /// The entry that comes first and the entry that is furthest off, in units of what is allowed.
    Entries { first: Entry, worst: Entry, wrong: usize, of: usize },
    /// Texts, truth values or integers that differ.
    Plain,
}

/// One number of a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// `[2]`, `[0, 1]`; empty where the value is a single number.
    pub place: Vec<usize>,
    pub yours: f64,
    pub expected: f64,
    pub error: f64,
    pub allowed: f64,
}

impl Entry {
    fn new(place: Vec<usize>, yours: f64, expected: f64, allowance: Allowance) -> Entry {
        let error = if yours == expected { 0.0 } else { (yours - expected).abs() };
        Entry { place, yours, expected, error, allowed: allowance.at(expected) }
    }

    fn passes(&self) -> bool {
        // Infinities pass only if they are the same; a NaN makes every comparison false.
        self.yours == self.expected || (self.expected.is_finite() && self.error <= self.allowed)
    }

    fn excess(&self) -> f64 {
        let excess = self.error / self.allowed.max(f64::MIN_POSITIVE);
        if excess.is_nan() { f64::INFINITY } else { excess }
    }
}

/// The difference between two values, if there is one that counts.
pub fn difference(yours: &Value, expected: &Value, allowance: Allowance) -> Option<Difference> {
    let shapes = (shape(yours), shape(expected));
    if shapes.0 != shapes.1 {
        return Some(Difference::Shape { yours: shapes.0, expected: shapes.1 });
    }
    let mut pairs = Pairs { entries: Vec::new(), plain: false, allowance };
    pairs.collect(yours, expected, &mut Vec::new());
    pairs.judge()
}

/// Whether two outputs are the same answer, NaN and all: to recognise a known mistake.
pub fn same_answer(one: &Value, other: &Value, allowance: Allowance) -> bool {
    if shape(one) != shape(other) {
        return false;
    }
    let mut pairs = Pairs { entries: Vec::new(), plain: false, allowance };
    pairs.collect(one, other, &mut Vec::new());
    !pairs.plain
        && pairs
            .entries
            .iter()
            .all(|entry| entry.passes() || (entry.yours.is_nan() && entry.expected.is_nan()))
}

/// Every number of a value, in order.
pub fn numbers(value: &Value) -> Vec<f64> {
    let mut pairs = Pairs {
        entries: Vec::new(),
        plain: false,
        allowance: Allowance { relative: 0.0, absolute: 0.0 },
    };
    pairs.collect(value, value, &mut Vec::new());
    pairs.entries.into_iter().map(|entry| entry.yours).collect()
}

/// Type and shape in words. Two values can be compared entry by entry if these agree.
pub fn shape(value: &Value) -> String {
    match value {
        Value::Float(_) => "a number".into(),
        Value::Integer(_) => "an integer".into(),
        Value::Bool(_) => "true or false".into(),
        Value::Text(_) => "text".into(),
        Value::Function(_) => "a function".into(),
        Value::Vector(entries) => format!("a vector of length {}", entries.len()),
        Value::Matrix(matrix) => format!("a {} × {} matrix", matrix.rows, matrix.columns),
        Value::List(values) => format!("a list of {}{}", values.len(), inner(values)),
        Value::Tuple(values) => format!("a tuple of {}{}", values.len(), inner(values)),
        Value::Option(None) => "None".into(),
        Value::Option(Some(value)) => format!("Some of {}", shape(value)),
    }
}

fn inner(values: &[Value]) -> String {
    let mut shapes: Vec<String> = values.iter().map(shape).collect();
    shapes.dedup();
    if shapes.is_empty() { String::new() } else { format!(" ({})", shapes.join(", ")) }
}

struct Pairs {
    entries: Vec<Entry>,
    /// Something other than a floating-point number differs.
    plain: bool,
    allowance: Allowance,
}

impl Pairs {
    /// Walks two values of the same shape.
    fn collect(&mut self, yours: &Value, expected: &Value, place: &mut Vec<usize>) {
        match (yours, expected) {
            (Value::Float(a), Value::Float(b)) => self.push(place, *a, *b),
            (Value::Vector(a), Value::Vector(b)) => {
                for (index, (a, b)) in a.iter().zip(b).enumerate() {
                    self.push_at(place, &[index], *a, *b);
                }
            }
            (Value::Matrix(a), Value::Matrix(b)) => {
                for (index, (x, y)) in a.entries.iter().zip(&b.entries).enumerate() {
                    self.push_at(place, &[index / a.columns, index % a.columns], *x, *y);
                }
            }
            (Value::List(a), Value::List(b)) | (Value::Tuple(a), Value::Tuple(b)) => {
                for (index, (a, b)) in a.iter().zip(b).enumerate() {
                    place.push(index);
                    self.collect(a, b, place);
                    place.pop();
                }
            }
            (Value::Option(Some(a)), Value::Option(Some(b))) => self.collect(a, b, place),
            (a, b) => self.plain |= a != b,
        }
    }

    fn push(&mut self, place: &[usize], yours: f64, expected: f64) {
        self.entries.push(Entry::new(place.to_vec(), yours, expected, self.allowance));
    }

    fn push_at(&mut self, place: &[usize], inner: &[usize], yours: f64, expected: f64) {
        self.push(&[place, inner].concat(), yours, expected);
    }

    fn judge(self) -> Option<Difference> {
        if let Some(entry) =
            self.entries.iter().find(|entry| !entry.yours.is_finite() && entry.expected.is_finite())
        {
            return Some(Difference::NotFinite(entry.clone()));
        }
        if self.plain {
            return Some(Difference::Plain);
        }
        let of = self.entries.len();
        let wrong: Vec<Entry> = self.entries.into_iter().filter(|entry| !entry.passes()).collect();
        let worst = wrong.iter().max_by(|a, b| a.excess().total_cmp(&b.excess()));
        match (wrong.first(), worst) {
            (Some(first), Some(worst)) => Some(Difference::Entries {
                first: first.clone(),
                worst: worst.clone(),
                wrong: wrong.len(),
                of,
            }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use ntk_harness::Matrix;
    use proptest::prelude::*;

    use super::*;

    const TIGHT: Allowance = Allowance { relative: 1e-12, absolute: 1e-15 };

    #[test]
    fn nan_equals_nothing_not_even_nan() {
        let nan = Value::Float(f64::NAN);
        assert!(difference(&nan, &Value::Float(1.0), TIGHT).is_some());
        assert!(difference(&nan, &nan, TIGHT).is_some());
        assert!(same_answer(&nan, &nan, TIGHT));
    }

    #[test]
    fn an_infinity_equals_itself_alone() {
        let (plus, minus) = (Value::Float(f64::INFINITY), Value::Float(f64::NEG_INFINITY));
        assert_eq!(difference(&plus, &plus, TIGHT), None);
        assert!(difference(&plus, &minus, TIGHT).is_some());
        assert!(difference(&Value::Float(1e300), &plus, TIGHT).is_some());
    }

    #[test]
    fn shape_is_compared_before_the_entries() {
        let wide = Value::Matrix(Matrix { rows: 1, columns: 2, entries: vec![1.0, 2.0] });
        let tall = Value::Matrix(Matrix { rows: 2, columns: 1, entries: vec![1.0, 2.0] });
        let Some(Difference::Shape { yours, expected }) = difference(&wide, &tall, TIGHT) else {
            panic!("the shapes differ");
        };
        assert_eq!((yours.as_str(), expected.as_str()), ("a 1 × 2 matrix", "a 2 × 1 matrix"));
    }

    #[test]
    fn first_and_worst_entry_are_told_apart() {
        let yours = Value::Vector(vec![1.0, 2.5, 9.0]);
        let expected = Value::Vector(vec![1.0, 2.0, 3.0]);
        let Some(Difference::Entries { first, worst, wrong, of }) =
            difference(&yours, &expected, TIGHT)
        else {
            panic!("two entries differ");
        };
        assert_eq!((first.place, worst.place), (vec![1], vec![2]));
        assert_eq!((wrong, of), (2, 3));
    }

    proptest! {
        #[test]
        fn a_value_equals_itself(entries in prop::collection::vec(-1e300..1e300f64, 0..9)) {
            let value = Value::Vector(entries);
            prop_assert_eq!(difference(&value, &value, TIGHT), None);
        }

        #[test]
        fn an_error_passes_exactly_up_to_the_allowance(
            expected in -1e6..1e6f64, share in 0.0..2.0f64,
        ) {
            let allowance = Allowance { relative: 1e-3, absolute: 1e-3 };
            let yours = expected + share * allowance.at(expected);
            let found = difference(&Value::Float(yours), &Value::Float(expected), allowance);
            // The sum itself rounds: stay clear of the edge.
            if (share - 1.0).abs() > 1e-6 {
                prop_assert_eq!(found.is_none(), share < 1.0);
            }
        }

        #[test]
        fn one_wrong_entry_is_found_wherever_it_is(
            entries in prop::collection::vec(-1e3..1e3f64, 1..30), at in any::<prop::sample::Index>(),
        ) {
            let at = at.index(entries.len());
            let mut wrong = entries.clone();
            wrong[at] += 1.0;
            let found = difference(&Value::Vector(wrong), &Value::Vector(entries), TIGHT);
            let Some(Difference::Entries { first, wrong, .. }) = found else {
                return Err(TestCaseError::fail("not found"));
            };
            prop_assert_eq!((first.place, wrong), (vec![at], 1));
        }
    }
}
