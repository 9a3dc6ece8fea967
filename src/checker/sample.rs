//! From `exercise.toml` to arguments: plain values read by type, drawn ones by a named generator.
//!
//! Everything is drawn with ChaCha8, whose stream is the same on every machine and in every
//! version, from a seed that the exercise, the function, the sample and the argument determine.

use std::collections::BTreeMap;

use ntk_harness::{Arguments, Matrix, Signature, Type, Value};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};
use serde::Deserialize;

/// A drawn argument has no more entries than this.
const MOST_ENTRIES: usize = 100_000;

/// How an argument is drawn.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Generator {
    Sphere(Sphere),
    Normal(Normal),
    Gram(Gram),
    Uniform(Uniform),
    Integer(Integer),
}

/// `{ sphere = 5 }`: unit vectors, or rows; with `length = [1.0, 2.0]`, scaled by a factor drawn from
/// that interval.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sphere {
    sphere: Size,
    length: Option<[f64; 2]>,
}

/// `{ normal = [3, 5] }`: independent standard normal entries.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Normal {
    normal: Size,
}

/// `{ gram = 4 }`: a symmetric positive definite matrix with eigenvalues between about 0.1 and 4,
/// A Aᵀ/m + 0.1 I.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Gram {
    gram: usize,
}

/// `{ uniform = [0.5, 2.0] }`: a number between these.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Uniform {
    uniform: [f64; 2],
}

/// `{ integer = [1, 6] }`: a whole number between these, both included.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Integer {
    integer: [i64; 2],
}

/// `5` for a vector, `[3, 5]` for a matrix of three rows.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Size {
    Vector(usize),
    Matrix([usize; 2]),
}

/// Reads or draws all arguments of a call.
///
/// `seed` is a text that names the call; each argument's stream follows from it and its own name.
///
/// # Errors
///
/// In an author's words: which argument is missing, unknown or of another type.
pub fn arguments(
    signature: &Signature,
    given: &BTreeMap<String, toml::Value>,
    seed: &str,
) -> Result<Arguments, String> {
    let unknown =
        given.keys().find(|name| !signature.arguments.iter().any(|(known, _)| known == *name));
    if let Some(name) = unknown {
        return Err(format!("{} has no argument '{name}'", signature.name));
    }
    signature
        .arguments
        .iter()
        .map(|(name, kind)| {
            let value = given
                .get(name)
                .ok_or_else(|| format!("the argument '{name}' of {} is missing", signature.name))?;
            let mut rng = ChaCha8Rng::seed_from_u64(seed_of(&format!("{seed}/{name}")));
            let value = read_or_draw(value, kind, &mut rng)
                .map_err(|problem| format!("{name}: {problem}"))?;
            Ok((name.clone(), value))
        })
        .collect()
}

/// Reads a plain value of that type.
///
/// # Errors
///
/// What was wanted, and what stands there.
pub fn read(value: &toml::Value, kind: &Type) -> Result<Value, String> {
    let wrong = |wanted: &str| Err(format!("{wanted} is wanted here, not `{value}`"));
    match (kind, value) {
        (Type::Float, _) => number(value).map(Value::Float),
        (Type::Integer, toml::Value::Integer(integer)) => Ok(Value::Integer(*integer)),
        (Type::Integer, _) => wrong("an integer"),
        (Type::Bool, toml::Value::Boolean(bool)) => Ok(Value::Bool(*bool)),
        (Type::Bool, _) => wrong("true or false"),
        (Type::Text, toml::Value::String(text)) => Ok(Value::Text(text.clone())),
        (Type::Text, _) => wrong("text"),
        (Type::Function, toml::Value::String(text)) => Ok(Value::Function(text.clone())),
        (Type::Function, _) => wrong("the name of a function"),
        (Type::Vector, toml::Value::Array(entries)) => {
            Ok(Value::Vector(entries.iter().map(number).collect::<Result<_, _>>()?))
        }
        (Type::Vector, _) => wrong("a vector, as [1.0, 2.0]"),
        (Type::Matrix, toml::Value::Array(rows)) => matrix(rows).map(Value::Matrix),
        (Type::Matrix, _) => wrong("a matrix, as [[1.0, 2.0], [3.0, 4.0]]"),
        (Type::List(kind), toml::Value::Array(values)) => {
            Ok(Value::List(values.iter().map(|value| read(value, kind)).collect::<Result<_, _>>()?))
        }
        (Type::List(_), _) => wrong("a list"),
        (Type::Tuple(kinds), toml::Value::Array(values)) if kinds.len() == values.len() => {
            let both = values.iter().zip(kinds);
            Ok(Value::Tuple(both.map(|(value, kind)| read(value, kind)).collect::<Result<_, _>>()?))
        }
        (Type::Tuple(kinds), _) => wrong(&format!("a list of {} values", kinds.len())),
        (Type::Option(_), toml::Value::String(text)) if text == "none" => Ok(Value::Option(None)),
        (Type::Option(kind), _) => Ok(Value::Option(Some(Box::new(read(value, kind)?)))),
    }
}

fn number(value: &toml::Value) -> Result<f64, String> {
    match value {
        toml::Value::Float(float) => Ok(*float),
        #[expect(clippy::cast_precision_loss, reason = "an author's 3 means 3.0")]
        toml::Value::Integer(integer) => Ok(*integer as f64),
        other => Err(format!("a number is wanted here, not `{other}`")),
    }
}

fn matrix(rows: &[toml::Value]) -> Result<Matrix, String> {
    let mut entries = Vec::new();
    let mut columns = None;
    for row in rows {
        let row = row.as_array().ok_or("every row of a matrix is a list")?;
        if *columns.get_or_insert(row.len()) != row.len() {
            return Err("the rows of a matrix have one length".to_owned());
        }
        for entry in row {
            entries.push(number(entry)?);
        }
    }
    Ok(Matrix { rows: rows.len(), columns: columns.unwrap_or(0), entries })
}

fn read_or_draw(value: &toml::Value, kind: &Type, rng: &mut ChaCha8Rng) -> Result<Value, String> {
    if !value.is_table() {
        return read(value, kind);
    }
    let generator: Generator = value.clone().try_into().map_err(|_| {
        format!("unknown generator `{value}`: sphere, normal, gram, uniform or integer")
    })?;
    generator.check().map_err(|problem| format!("`{value}`: {problem}"))?;
    let drawn = generator.draw(rng);
    let fits = matches!(
        (kind, &drawn),
        (Type::Float, Value::Float(_))
            | (Type::Integer, Value::Integer(_))
            | (Type::Vector, Value::Vector(_))
            | (Type::Matrix, Value::Matrix(_))
    );
    if fits { Ok(drawn) } else { Err(format!("`{value}` draws {}", super::compare::shape(&drawn))) }
}

impl Generator {
    /// What can be read and not be drawn.
    fn check(&self) -> Result<(), String> {
        match self {
            Generator::Sphere(Sphere { sphere: size, length }) => {
                length.map_or(Ok(()), in_order)?;
                size.check()
            }
            Generator::Normal(Normal { normal: size }) => size.check(),
            Generator::Gram(Gram { gram }) => Size::Matrix([*gram, *gram]).check(),
            Generator::Uniform(Uniform { uniform }) => in_order(*uniform),
            Generator::Integer(Integer { integer: [low, high] }) if low > high => {
                Err(format!("the lower end comes first, and {low} is above {high}"))
            }
            Generator::Integer(_) => Ok(()),
        }
    }

    fn draw(&self, rng: &mut ChaCha8Rng) -> Value {
        match self {
            Generator::Normal(Normal { normal: size }) => size.fill(rng, normal),
            Generator::Sphere(Sphere { sphere: size, length }) => size.fill(rng, |rng, row| {
                normal(rng, row);
                let norm = row.iter().map(|entry| entry * entry).sum::<f64>().sqrt();
                let length = length.map_or(1.0, |[low, high]| rng.random_range(low..=high));
                row.iter_mut().for_each(|entry| *entry *= length / norm);
            }),
            Generator::Gram(Gram { gram }) => Value::Matrix(random_gram(*gram, rng)),
            Generator::Uniform(Uniform { uniform: [low, high] }) => {
                Value::Float(rng.random_range(*low..=*high))
            }
            Generator::Integer(Integer { integer: [low, high] }) => {
                Value::Integer(rng.random_range(*low..=*high))
            }
        }
    }
}

/// Are these the two ends of an interval to draw from?
fn in_order([low, high]: [f64; 2]) -> Result<(), String> {
    if low > high {
        return Err(format!("the lower end comes first, and {low} is above {high}"));
    }
    // Both may be finite, and their distance not.
    if (high - low).is_finite() {
        Ok(())
    } else {
        Err(format!("between {low} and {high} nothing can be drawn: finite numbers are wanted"))
    }
}

impl Size {
    /// `frozen.json` holds every entry.
    fn check(self) -> Result<(), String> {
        let entries = match self {
            Size::Vector(length) => Some(length),
            Size::Matrix([rows, columns]) => rows.checked_mul(columns),
        };
        match entries {
            Some(0..=MOST_ENTRIES) => Ok(()),
            _ => Err(format!("more than {MOST_ENTRIES} entries")),
        }
    }

    fn fill(self, rng: &mut ChaCha8Rng, mut row: impl FnMut(&mut ChaCha8Rng, &mut [f64])) -> Value {
        match self {
            Size::Vector(length) => {
                let mut entries = vec![0.0; length];
                row(rng, &mut entries);
                Value::Vector(entries)
            }
            Size::Matrix([rows, columns]) => {
                let mut entries = vec![0.0; rows * columns];
                entries.chunks_exact_mut(columns.max(1)).for_each(|chunk| row(rng, chunk));
                Value::Matrix(Matrix { rows, columns, entries })
            }
        }
    }
}

fn normal(rng: &mut ChaCha8Rng, entries: &mut [f64]) {
    entries.iter_mut().for_each(|entry| *entry = StandardNormal.sample(rng));
}

fn random_gram(size: usize, rng: &mut ChaCha8Rng) -> Matrix {
    let mut entries = vec![0.0; size * size];
    normal(rng, &mut entries);
    let a = nalgebra::DMatrix::from_row_slice(size, size, &entries);
    #[expect(clippy::cast_precision_loss, reason = "a size of a few dozen")]
    let gram =
        &a * a.transpose() / size.max(1) as f64 + nalgebra::DMatrix::identity(size, size) * 0.1;
    // Rounding may leave the two triangles one bit apart.
    Matrix::from(&((&gram + gram.transpose()) * 0.5))
}

/// A seed from a text, the same everywhere (FNV-1a).
fn seed_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(text: &str, kind: Type) -> Value {
        let table: toml::Table = text.parse().unwrap();
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        read_or_draw(&table["x"], &kind, &mut rng).unwrap()
    }

    #[test]
    fn a_point_on_the_sphere_has_length_one() {
        let Value::Vector(point) = draw("x = { sphere = 5 }", Type::Vector) else { panic!() };
        assert!((point.iter().map(|entry| entry * entry).sum::<f64>() - 1.0).abs() < 1e-15);
        let Value::Matrix(rows) = draw("x = { sphere = [3, 4], length = [2, 2] }", Type::Matrix)
        else {
            panic!()
        };
        let squared: f64 = rows.row(2).iter().map(|entry| entry * entry).sum();
        assert!((squared - 4.0).abs() < 1e-14);
    }

    #[test]
    fn a_drawn_gram_matrix_is_symmetric_and_positive_definite() {
        let Value::Matrix(gram) = draw("x = { gram = 6 }", Type::Matrix) else { panic!() };
        let gram = gram.to_nalgebra();
        assert_eq!(gram, gram.transpose());
        assert!(gram.symmetric_eigenvalues().min() >= 0.1 - 1e-12);
    }

    #[test]
    fn a_value_of_the_wrong_type_or_an_unknown_generator_is_refused() {
        let table: toml::Table = "a = 'x'\nb = { circle = 3 }\nc = [[1], [1, 2]]".parse().unwrap();
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        assert!(read(&table["a"], &Type::Float).unwrap_err().contains("a number"));
        let unknown = read_or_draw(&table["b"], &Type::Vector, &mut rng).unwrap_err();
        assert!(unknown.contains("unknown generator `{ circle = 3 }`"), "{unknown}");
        assert!(read(&table["c"], &Type::Matrix).unwrap_err().contains("one length"));
    }

    #[test]
    fn an_interval_that_nothing_can_be_drawn_from_is_refused() {
        for text in [
            "uniform = [1.0, -1.0]",
            "uniform = [0.0, inf]",
            "uniform = [nan, 1.0]",
            "uniform = [-1e308, 1e308]",
            "integer = [3, 2]",
            "sphere = 3, length = [2.0, 1.0]",
            "normal = 100001",
            "sphere = [4294967296, 4294967296]",
            "gram = 9223372036854775807",
        ] {
            let table: toml::Table = format!("x = {{ {text} }}").parse().unwrap();
            let mut rng = ChaCha8Rng::seed_from_u64(7);
            let refused = read_or_draw(&table["x"], &Type::Float, &mut rng).unwrap_err();
            assert!(!refused.contains("draws") && !refused.contains("unknown"), "{refused}");
        }
    }

    #[test]
    fn the_stream_is_pinned() {
        // A change here means that every frozen sample changes: it must be meant.
        let Value::Float(drawn) = draw("x = { uniform = [0.0, 1.0] }", Type::Float) else {
            panic!()
        };
        insta::assert_snapshot!(drawn.to_string());
    }
}
