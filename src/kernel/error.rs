use std::{error, fmt};

/// Why a kernel was not computed. Rows and columns count from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum KernelError {
    /// The data set has no rows, or its rows have no entries.
    Empty { data: &'static str },
    /// Two points, or two data sets, of different dimension.
    Dimension { left: usize, right: usize },
    /// An entry is NaN or infinite.
    NotFinite { data: &'static str, row: usize, column: usize, value: f64 },
    /// ‖x‖², or a kernel of x with itself at some depth, exceeds the largest f64.
    TooLarge { data: &'static str, row: usize },
    /// A parameter of the architecture is out of its range.
    Parameter { name: &'static str, value: f64, allowed: &'static str },
    /// K̇ was asked of an architecture of depth 0.
    NoHiddenLayer,
}

impl fmt::Display for KernelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { data } => write!(f, "{data} is empty"),
            Self::Dimension { left, right } => {
                write!(f, "points of dimension {left} and {right} have no kernel")
            }
            Self::NotFinite { data, row, column, value } => {
                write!(f, "{data} row {row}, column {column} is {value}, not a finite number")
            }
            Self::TooLarge { data, row } => {
                write!(f, "{data} row {row} is too long: its squared norm or its kernel overflows")
            }
            Self::Parameter { name, value, allowed } => {
                write!(f, "{name} is {value}; it must be {allowed}")
            }
            Self::NoHiddenLayer => write!(f, "depth 0 has no hidden layer, hence no K̇"),
        }
    }
}

impl error::Error for KernelError {}
