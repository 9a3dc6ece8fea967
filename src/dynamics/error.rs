use std::{error, fmt};

use nalgebra::{DMatrix, Dim, Matrix, RawStorage};

/// Why a trajectory was not computed. Rows and columns count from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum DynamicsError {
    /// There are no training points.
    Empty { what: &'static str },
    /// A matrix or vector has the wrong shape; shapes are (rows, columns).
    Shape { what: &'static str, expected: (usize, usize), found: (usize, usize) },
    /// An entry is NaN or infinite.
    NotFinite { what: &'static str, row: usize, column: usize, value: f64 },
    /// What was asked for is beyond the largest f64, or differs by such numbers.
    Overflow { what: &'static str },
    /// A Gram matrix differs from its transpose by more than rounding.
    NotSymmetric { row: usize, column: usize, difference: f64 },
    /// A Gram matrix has an eigenvalue below zero by more than rounding.
    NotPositive { eigenvalue: f64, largest: f64 },
    /// Θ + ridge·I has no Cholesky factor beyond rounding.
    NotDefinite { ridge: f64 },
    /// A number is out of its range.
    Parameter { name: &'static str, value: f64, allowed: &'static str },
    /// An iteration did not reach its tolerance.
    NotConverged { what: &'static str, reached: f64 },
}

impl fmt::Display for DynamicsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { what } => write!(f, "{what} is empty"),
            Self::Shape { what, expected: (rows, columns), found } => {
                write!(f, "{what} is {} by {}; it must be {rows} by {columns}", found.0, found.1)
            }
            Self::NotFinite { what, row, column, value } => {
                write!(f, "{what} row {row}, column {column} is {value}, not a finite number")
            }
            Self::Overflow { what } => {
                write!(f, "{what} exceed the largest number, {:e}", f64::MAX)
            }
            Self::NotSymmetric { row, column, difference } => {
                write!(
                    f,
                    "entries ({row}, {column}) and ({column}, {row}) differ by {difference:e}"
                )
            }
            Self::NotPositive { eigenvalue, largest } => write!(
                f,
                "eigenvalue {eigenvalue:e} beside a largest of {largest:e}: not positive semidefinite"
            ),
            Self::NotDefinite { ridge } => {
                write!(f, "theta_train with a ridge of {ridge:e} is not positive definite")
            }
            Self::Parameter { name, value, allowed } => {
                write!(f, "{name} is {value}; it must be {allowed}")
            }
            Self::NotConverged { what, reached } => {
                write!(f, "{what} did not converge (reached {reached:e})")
            }
        }
    }
}

impl error::Error for DynamicsError {}

/// The shape asked for, and no entry that is NaN or infinite.
pub(crate) fn check<R: Dim, C: Dim, S: RawStorage<f64, R, C>>(
    what: &'static str,
    matrix: &Matrix<f64, R, C, S>,
    expected: (usize, usize),
) -> Result<(), DynamicsError> {
    if matrix.shape() != expected {
        return Err(DynamicsError::Shape { what, expected, found: matrix.shape() });
    }
    for column in 0..matrix.ncols() {
        for row in 0..matrix.nrows() {
            let value = matrix[(row, column)];
            if !value.is_finite() {
                return Err(DynamicsError::NotFinite { what, row, column, value });
            }
        }
    }
    Ok(())
}

/// A result, if all of it is finite.
pub(crate) fn finite<R: Dim, C: Dim, S: RawStorage<f64, R, C>>(
    what: &'static str,
    result: Matrix<f64, R, C, S>,
) -> Result<Matrix<f64, R, C, S>, DynamicsError> {
    let fits = result.iter().all(|value| value.is_finite());
    if fits { Ok(result) } else { Err(DynamicsError::Overflow { what }) }
}

/// A number that must be finite and not negative.
pub(crate) fn check_nonnegative(name: &'static str, value: f64) -> Result<(), DynamicsError> {
    if value.is_finite() && value >= 0.0 {
        return Ok(());
    }
    Err(DynamicsError::Parameter { name, value, allowed: "finite and not negative" })
}

/// A square matrix with finite entries that is its own transpose, but for 1e-10 of its largest entry.
pub(crate) fn check_symmetric(matrix: &DMatrix<f64>) -> Result<(), DynamicsError> {
    if matrix.is_empty() {
        return Err(DynamicsError::Empty { what: "theta_train" });
    }
    check("theta_train", matrix, (matrix.nrows(), matrix.nrows()))?;
    let allowed = 1e-10 * matrix.amax();
    for column in 0..matrix.ncols() {
        for row in column + 1..matrix.nrows() {
            let difference = (matrix[(row, column)] - matrix[(column, row)]).abs();
            if difference > allowed {
                return Err(DynamicsError::NotSymmetric { row, column, difference });
            }
        }
    }
    Ok(())
}
