//! From values to a function's arguments, and from what it returns to a value.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt;

use nalgebra::{DMatrix, DVector};
use serde::{Deserialize, Serialize};

use crate::named;
use crate::value::{Matrix, Value};

/// A function's arguments by name.
pub type Arguments = BTreeMap<String, Value>;

/// The type of an argument or of a result, as far as the checker needs it: to read `[1, 0]` in
/// `exercise.toml` as a vector or as a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Type {
    Float,
    Integer,
    Bool,
    Text,
    Vector,
    Matrix,
    List(Box<Type>),
    Tuple(Vec<Type>),
    Option(Box<Type>),
    Function,
}

/// A value that is not of the type that a function asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch(pub String);

impl fmt::Display for Mismatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

fn mismatch<T>(wanted: &str, value: &Value) -> Result<T, Mismatch> {
    Err(Mismatch(format!("{wanted} is wanted here, not {value:?}")))
}

/// What can be read from a value: the owned form of every argument.
pub trait FromValue: Sized {
    fn kind() -> Type;
    fn from_value(value: &Value) -> Result<Self, Mismatch>;
}

/// What a function may return.
pub trait IntoValue {
    fn kind() -> Type;
    fn into_value(self) -> Value;
}

/// A parameter type, and how it is lent from the value that owns it: `&DVector<f64>` from a
/// `DVector<f64>`, `&[T]` from a `Vec<T>`, a number from itself.
pub trait Argument<'a>: Sized {
    type Owned: FromValue;
    fn lend(owned: &'a Self::Owned) -> Self;
}

macro_rules! lent_by_copy {
    ($($plain:ty),*) => {$(
        impl Argument<'_> for $plain {
            type Owned = $plain;
            fn lend(owned: &$plain) -> $plain {
                owned.clone()
            }
        }
    )*};
}
lent_by_copy!(f64, bool, i32, i64, u32, u64, usize, String, DVector<f64>, DMatrix<f64>);

macro_rules! lent_by_reference {
    ($($owned:ty => $lent:ty),*) => {$(
        impl<'a> Argument<'a> for &'a $lent {
            type Owned = $owned;
            fn lend(owned: &'a $owned) -> Self {
                owned
            }
        }
    )*};
}
lent_by_reference!(String => str, DVector<f64> => DVector<f64>, DMatrix<f64> => DMatrix<f64>);

impl<'a, T: FromValue + 'a> Argument<'a> for &'a [T] {
    type Owned = Vec<T>;
    fn lend(owned: &'a Vec<T>) -> Self {
        owned
    }
}

impl<'a, T: Argument<'a>> Argument<'a> for Option<T> {
    type Owned = Option<T::Owned>;
    fn lend(owned: &'a Self::Owned) -> Self {
        owned.as_ref().map(T::lend)
    }
}

impl FromValue for f64 {
    fn kind() -> Type {
        Type::Float
    }
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Float(float) => Ok(*float),
            other => mismatch("a number", other),
        }
    }
}

impl IntoValue for f64 {
    fn kind() -> Type {
        Type::Float
    }
    fn into_value(self) -> Value {
        Value::Float(self)
    }
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl FromValue for $integer {
            fn kind() -> Type {
                Type::Integer
            }
            fn from_value(value: &Value) -> Result<Self, Mismatch> {
                match value {
                    Value::Integer(integer) => (*integer).try_into().map_err(|_| {
                        Mismatch(format!("{integer} does not fit {}", stringify!($integer)))
                    }),
                    other => mismatch("an integer", other),
                }
            }
        }
        impl IntoValue for $integer {
            fn kind() -> Type {
                Type::Integer
            }
            /// An integer beyond i64 is carried as the nearest one: no expected value is that
            /// large, so it is wrong either way.
            fn into_value(self) -> Value {
                Value::Integer(i64::try_from(self).unwrap_or(i64::MAX))
            }
        }
    )*};
}
integers!(i32, i64, u32, u64, usize);

impl FromValue for bool {
    fn kind() -> Type {
        Type::Bool
    }
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Bool(bool) => Ok(*bool),
            other => mismatch("true or false", other),
        }
    }
}

impl IntoValue for bool {
    fn kind() -> Type {
        Type::Bool
    }
    fn into_value(self) -> Value {
        Value::Bool(self)
    }
}

impl FromValue for String {
    fn kind() -> Type {
        Type::Text
    }
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Text(text) => Ok(text.clone()),
            other => mismatch("text", other),
        }
    }
}

impl IntoValue for String {
    fn kind() -> Type {
        Type::Text
    }
    fn into_value(self) -> Value {
        Value::Text(self)
    }
}

impl IntoValue for &str {
    fn kind() -> Type {
        Type::Text
    }
    fn into_value(self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl FromValue for DVector<f64> {
    fn kind() -> Type {
        Type::Vector
    }
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Vector(entries) => Ok(DVector::from_column_slice(entries)),
            other => mismatch("a vector", other),
        }
    }
}

impl IntoValue for DVector<f64> {
    fn kind() -> Type {
        Type::Vector
    }
    fn into_value(self) -> Value {
        Value::from(&self)
    }
}

impl FromValue for DMatrix<f64> {
    fn kind() -> Type {
        Type::Matrix
    }
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Matrix(matrix) if matrix.entries.len() == matrix.rows * matrix.columns => {
                Ok(Matrix::to_nalgebra(matrix))
            }
            other => mismatch("a matrix", other),
        }
    }
}

impl IntoValue for DMatrix<f64> {
    fn kind() -> Type {
        Type::Matrix
    }
    fn into_value(self) -> Value {
        Value::from(&self)
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    fn kind() -> Type {
        Type::List(Box::new(T::kind()))
    }
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::List(values) => values.iter().map(T::from_value).collect(),
            other => mismatch("a list", other),
        }
    }
}

impl<T: IntoValue> IntoValue for Vec<T> {
    fn kind() -> Type {
        Type::List(Box::new(T::kind()))
    }
    fn into_value(self) -> Value {
        Value::List(self.into_iter().map(T::into_value).collect())
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn kind() -> Type {
        Type::Option(Box::new(T::kind()))
    }
    fn from_value(value: &Value) -> Result<Self, Mismatch> {
        match value {
            Value::Option(None) => Ok(None),
            Value::Option(Some(value)) => T::from_value(value).map(Some),
            other => mismatch("an optional value", other),
        }
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn kind() -> Type {
        Type::Option(Box::new(T::kind()))
    }
    fn into_value(self) -> Value {
        Value::Option(self.map(|value| Box::new(value.into_value())))
    }
}

macro_rules! tuples {
    ($(($($name:ident $index:tt),+) = $length:literal;)*) => {$(
        impl<'a, $($name: Argument<'a>),+> Argument<'a> for ($($name,)+) {
            type Owned = ($($name::Owned,)+);
            fn lend(owned: &'a Self::Owned) -> Self {
                ($($name::lend(&owned.$index),)+)
            }
        }
        impl<$($name: FromValue),+> FromValue for ($($name,)+) {
            fn kind() -> Type {
                Type::Tuple(vec![$($name::kind()),+])
            }
            fn from_value(value: &Value) -> Result<Self, Mismatch> {
                match value {
                    Value::Tuple(values) if values.len() == $length => {
                        Ok(($($name::from_value(&values[$index])?,)+))
                    }
                    other => mismatch(concat!("a tuple of ", $length), other),
                }
            }
        }
        impl<$($name: IntoValue),+> IntoValue for ($($name,)+) {
            fn kind() -> Type {
                Type::Tuple(vec![$($name::kind()),+])
            }
            fn into_value(self) -> Value {
                Value::Tuple(vec![$(self.$index.into_value()),+])
            }
        }
    )*};
}
tuples! {
    (A 0, B 1) = 2;
    (A 0, B 1, C 2) = 3;
    (A 0, B 1, C 2, D 3) = 4;
}

/// Functions as arguments are chosen by name, among those that the harness knows with that type.
macro_rules! function_pointers {
    ($(($($input:ident),+)),*) => {$(
        impl<$($input: Any,)+ R: Any> Argument<'_> for fn($($input),+) -> R {
            type Owned = Self;
            fn lend(owned: &Self) -> Self {
                *owned
            }
        }
        impl<$($input: Any,)+ R: Any> FromValue for fn($($input),+) -> R {
            fn kind() -> Type {
                Type::Function
            }
            fn from_value(value: &Value) -> Result<Self, Mismatch> {
                match value {
                    Value::Function(name) => named::find(name)
                        .ok_or_else(|| Mismatch(format!("no function '{name}' of this type"))),
                    other => mismatch("the name of a function", other),
                }
            }
        }
    )*};
}
function_pointers!((A), (A, B), (A, B, C));

#[cfg(test)]
mod tests {
    use super::*;

    fn call<'a, A: Argument<'a>, R: IntoValue>(function: fn(A) -> R, owned: &'a A::Owned) -> Value {
        function(A::lend(owned)).into_value()
    }

    #[test]
    fn slices_options_tuples_and_functions_are_lent_to_the_function() {
        let owned =
            Vec::<f64>::from_value(&Value::List(vec![Value::Float(1.0), Value::Float(2.5)]));
        let sum: fn(&[f64]) -> f64 = |slice| slice.iter().sum();
        assert_eq!(call(sum, &owned.unwrap()), Value::Float(3.5));

        let vector = Value::Vector(vec![3.0, 4.0]);
        let norm: fn(Option<&DVector<f64>>) -> Option<f64> = |vector| vector.map(|v| v.norm());
        let owned = Option::<DVector<f64>>::from_value(&Value::Option(Some(Box::new(vector))));
        assert_eq!(call(norm, &owned.unwrap()), Value::Option(Some(Box::new(Value::Float(5.0)))));

        let pair = Value::Tuple(vec![Value::Integer(2), Value::Text("a".into())]);
        let repeat: fn((usize, String)) -> String = |(count, text)| text.repeat(count);
        let owned = <(usize, String)>::from_value(&pair).unwrap();
        assert_eq!(call(repeat, &owned), Value::Text("aa".into()));

        let relu = <fn(f64) -> f64>::from_value(&Value::Function("relu".into())).unwrap();
        assert_eq!((relu(-1.0), relu(2.0)), (0.0, 2.0));
    }

    #[test]
    fn a_value_of_another_type_is_refused_with_both_named() {
        let error = f64::from_value(&Value::Bool(true)).unwrap_err();
        assert!(error.to_string().contains("a number") && error.to_string().contains("Bool"));
        assert!(u32::from_value(&Value::Integer(-1)).is_err());
        assert!(<fn(f64) -> f64>::from_value(&Value::Function("sinus".into())).is_err());
    }
}
