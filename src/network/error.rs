use std::{error, fmt};

/// Why a network was not drawn, trained or measured.
#[derive(Debug, Clone, PartialEq)]
pub enum NetworkError {
    /// A number of the design or of the settings is out of its range.
    Parameter { name: &'static str, value: f64, allowed: &'static str },
    /// A matrix has the wrong shape; shapes are (rows, columns).
    Shape { what: &'static str, got: (usize, usize), expected: (usize, usize) },
    /// An entry is NaN or infinite; rows and columns count from 0.
    NotFinite { what: &'static str, row: usize, column: usize },
    /// Training diverged: after `step` steps the loss was no longer finite, or 1e12 times what it was.
    Exploded { step: usize, loss: f64 },
    /// The empirical NTK plus damping has no inverse: the natural gradient is not defined.
    Singular,
}

impl fmt::Display for NetworkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parameter { name, value, allowed } => {
                write!(f, "{name} is {value}; it must be {allowed}")
            }
            Self::Shape { what, got, expected } => {
                write!(f, "{what} is {}×{}; it must be {}×{}", got.0, got.1, expected.0, expected.1)
            }
            Self::NotFinite { what, row, column } => {
                write!(f, "{what} row {row}, column {column} is not a finite number")
            }
            Self::Exploded { step, loss } => {
                write!(f, "training exploded: loss {loss:e} after {step} steps; lower the rate")
            }
            Self::Singular => {
                write!(f, "the tangent kernel is singular: add damping to the natural gradient")
            }
        }
    }
}

impl error::Error for NetworkError {}
