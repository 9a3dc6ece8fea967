//! Matrices in files: CSV (rows = samples, no header) and NPY, told apart by the name's ending.
//!
//! Both are read by hand: a matrix of numbers needs none of what the csv crate is for, and the NPY crates
//! (npyz, ndarray-npy) bring a parser generator along to read a header of one line.

mod csv;
mod error;
mod npy;

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use nalgebra::DMatrix;

pub use csv::csv;
pub use error::{DatasetError, Problem};

/// A matrix, and where its rows stand in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbered {
    /// A sample a row.
    pub matrix: DMatrix<f64>,
    /// Each row's line in the file, counted from 1 with the blank ones; in an NPY file, its number.
    pub lines: Vec<usize>,
}

/// The matrix in a `.npy` file, or in a CSV file of any other name.
///
/// # Errors
/// A file that cannot be read, is empty or ragged, or holds anything but finite numbers; the error names
/// the file, and line and column (from 1) where it has them.
///
/// ```
/// let path = std::env::temp_dir().join("ntk-doc-read.csv");
/// std::fs::write(&path, "1,2\n3,4.5\n")?;
/// assert_eq!(ntk::dataset::read(&path)?, nalgebra::DMatrix::from_row_slice(2, 2, &[1., 2., 3., 4.5]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(path: &Path) -> Result<DMatrix<f64>, DatasetError> {
    read_numbered(path).map(|read| read.matrix)
}

/// The same with each row's line, for complaints about a row that come later.
///
/// # Errors
/// As for [`read`].
///
/// ```
/// let path = std::env::temp_dir().join("ntk-doc-read-numbered.csv");
/// std::fs::write(&path, "1,2\n\n3,4\n")?;
/// assert_eq!(ntk::dataset::read_numbered(&path)?.lines, [1, 3]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_numbered(path: &Path) -> Result<Numbered, DatasetError> {
    let fail = |problem| DatasetError { path: path.to_path_buf(), problem };
    let bytes = fs::read(path).map_err(|error| fail(Problem::Io(error)))?;
    let by_position =
        |matrix: DMatrix<f64>| Numbered { lines: (1..=matrix.nrows()).collect(), matrix };
    let parsed =
        if is_npy(path) { npy::parse(&bytes).map(by_position) } else { csv::parse(&bytes) };
    parsed.map_err(fail)
}

/// Writes a matrix, as NPY to a `.npy` file and as CSV to any other.
///
/// # Errors
/// A file that cannot be written.
///
/// ```
/// let path = std::env::temp_dir().join("ntk-doc-write.npy");
/// let matrix = nalgebra::DMatrix::from_row_slice(1, 2, &[0.1, -1e300]);
/// ntk::dataset::write(&path, &matrix)?;
/// assert_eq!(ntk::dataset::read(&path)?, matrix);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write(path: &Path, matrix: &DMatrix<f64>) -> Result<(), DatasetError> {
    let bytes = if is_npy(path) { npy::format(matrix) } else { csv(matrix).into_bytes() };
    fs::write(path, bytes)
        .map_err(|error| DatasetError { path: path.to_path_buf(), problem: Problem::Io(error) })
}

fn is_npy(path: &Path) -> bool {
    path.extension() == Some(OsStr::new("npy"))
}
