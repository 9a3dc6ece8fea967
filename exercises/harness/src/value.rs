//! A value on its way between an exercise and the checker.

use nalgebra::{DMatrix, DVector};
use serde::{Deserialize, Serialize};

/// Anything that an exercise's function takes or returns.
///
/// As JSON every f64 survives to the bit, NaN and the infinities included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    Float(#[serde(with = "exact")] f64),
    Integer(i64),
    Bool(bool),
    Text(String),
    Vector(#[serde(with = "exact_list")] Vec<f64>),
    Matrix(Matrix),
    List(Vec<Value>),
    Tuple(Vec<Value>),
    Option(Option<Box<Value>>),
    /// A function, by the name under which the harness knows it (`"relu"`).
    Function(String),
}

/// A matrix row by row; the shape stands beside the entries, so that 0 × 3 differs from 3 × 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Unchecked")]
pub struct Matrix {
    pub rows: usize,
    pub columns: usize,
    /// Row-major, `rows * columns` of them.
    #[serde(with = "exact_list")]
    pub entries: Vec<f64>,
}

/// A matrix as it was read.
#[derive(Deserialize)]
struct Unchecked {
    rows: usize,
    columns: usize,
    #[serde(with = "exact_list")]
    entries: Vec<f64>,
}

impl TryFrom<Unchecked> for Matrix {
    type Error = String;

    fn try_from(Unchecked { rows, columns, entries }: Unchecked) -> Result<Self, String> {
        if rows.checked_mul(columns) == Some(entries.len()) {
            Ok(Matrix { rows, columns, entries })
        } else {
            Err(format!("{} entries are no {rows} by {columns} matrix", entries.len()))
        }
    }
}

impl Matrix {
    pub fn row(&self, row: usize) -> &[f64] {
        &self.entries[row * self.columns..(row + 1) * self.columns]
    }

    pub fn to_nalgebra(&self) -> DMatrix<f64> {
        DMatrix::from_row_slice(self.rows, self.columns, &self.entries)
    }
}

impl From<&DMatrix<f64>> for Matrix {
    fn from(matrix: &DMatrix<f64>) -> Self {
        Matrix {
            rows: matrix.nrows(),
            columns: matrix.ncols(),
            entries: matrix.transpose().as_slice().to_vec(),
        }
    }
}

impl From<&DVector<f64>> for Value {
    fn from(vector: &DVector<f64>) -> Self {
        Value::Vector(vector.as_slice().to_vec())
    }
}

impl From<&DMatrix<f64>> for Value {
    fn from(matrix: &DMatrix<f64>) -> Self {
        Value::Matrix(matrix.into())
    }
}

/// JSON has no NaN and no infinity: they travel as the strings that `f64::from_str` reads.
mod exact {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[derive(Deserialize)]
    #[serde(untagged)]
    pub(super) enum Number {
        Finite(f64),
        Text(String),
    }

    impl Number {
        pub(super) fn value<E: Error>(self) -> Result<f64, E> {
            match self {
                Number::Finite(value) => Ok(value),
                Number::Text(text) => {
                    text.parse().map_err(|_| E::custom(format!("'{text}' is no number")))
                }
            }
        }
    }

    pub fn serialize<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        if value.is_finite() {
            serializer.serialize_f64(*value)
        } else {
            serializer.serialize_str(&value.to_string())
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        Number::deserialize(deserializer)?.value()
    }
}

mod exact_list {
    use super::exact;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize)]
    #[serde(transparent)]
    struct Exact(#[serde(with = "exact")] f64);

    pub fn serialize<S: Serializer>(values: &[f64], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(values.iter().map(|&value| Exact(value)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<f64>, D::Error> {
        Vec::<exact::Number>::deserialize(deserializer)?
            .into_iter()
            .map(exact::Number::value)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_has_the_entries_that_its_shape_promises() {
        let read = |text: &str| serde_json::from_str::<Matrix>(text);
        assert!(read(r#"{"rows":0,"columns":3,"entries":[]}"#).is_ok());
        let empty = read(r#"{"rows":2,"columns":2,"entries":[]}"#).unwrap_err();
        assert!(empty.to_string().contains("0 entries are no 2 by 2 matrix"), "{empty}");
        assert!(read(r#"{"rows":18446744073709551615,"columns":2,"entries":[1.0]}"#).is_err());
    }

    fn round_trip(value: &Value) -> Value {
        serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
    }

    #[test]
    fn every_float_survives_to_the_bit() {
        let floats = [
            0.1 + 0.2,
            -0.0,
            f64::MIN_POSITIVE,
            5e-324,
            f64::MAX,
            1.0 / 3.0,
            f64::INFINITY,
            f64::NEG_INFINITY,
        ];
        for float in floats {
            let Value::Float(back) = round_trip(&Value::Float(float)) else { panic!("no float") };
            assert_eq!(back.to_bits(), float.to_bits(), "{float}");
        }
        let Value::Vector(back) = round_trip(&Value::Vector(vec![f64::NAN, 1.0])) else {
            panic!("no vector")
        };
        assert!(back[0].is_nan() && back[1] == 1.0);
    }

    #[test]
    fn an_empty_matrix_keeps_its_shape() {
        let value = Value::from(&DMatrix::<f64>::zeros(0, 3));
        assert_eq!(round_trip(&value), value);
    }

    #[test]
    fn a_matrix_crosses_row_by_row() {
        let matrix = DMatrix::from_row_slice(2, 3, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        let crossed = Matrix::from(&matrix);
        assert_eq!(crossed.row(1), [4.0, 5.0, 6.0]);
        assert_eq!(crossed.to_nalgebra(), matrix);
    }
}
