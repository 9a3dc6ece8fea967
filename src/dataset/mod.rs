//! Matrices in files: CSV (rows = samples, no header) and NPY, told apart by the name's ending.
//!
//! Both are read by hand: a matrix of numbers needs none of what the csv crate is for, and the NPY crates
//! (npyz, ndarray-npy) bring a parser generator along to read a header of one line.

mod csv;
mod error;
mod npy;

use std::ffi::OsString;
use std::path::Path;
use std::{fs, io};

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
/// A file that cannot be written; what it held before, it still holds.
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
    replace(path, &bytes)
        .map_err(|error| DatasetError { path: path.to_path_buf(), problem: Problem::Io(error) })
}

/// Puts all of `bytes` in the file's place in one step, or leaves it as it was. A link stays a link, and what is
/// no file, a terminal say, is written to.
///
/// # Errors
/// A file that cannot be written.
///
/// ```
/// let path = std::env::temp_dir().join("ntk-doc-replace.txt");
/// ntk::dataset::replace(&path, b"all of it")?;
/// assert_eq!(std::fs::read(&path)?, b"all of it");
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf()); // not the link to it
    if path.exists() && !path.is_file() {
        return fs::write(path, bytes); // a pipe or a device
    }
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(name);
    let written = fs::write(&temporary, bytes).and_then(|()| fs::rename(&temporary, &path));
    if written.is_err() {
        // There may be none; and one that cannot be removed does no harm.
        let _ = fs::remove_file(&temporary);
    }
    written
}

fn is_npy(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("npy"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_leaves_the_old_file() {
        let folder = std::env::temp_dir().join(format!("ntk-dataset-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (file, matrix) = (folder.join("K.NPY"), DMatrix::from_element(2, 3, 0.5));
        write(&file, &matrix).unwrap();
        assert_eq!(read(&file).unwrap(), matrix);
        assert!(fs::read(&file).unwrap().starts_with(b"\x93NUMPY"));
        // Nothing can take the place of a folder.
        assert!(write(&folder, &matrix).is_err());
        assert!(write(&folder.join("missing").join("k.csv"), &matrix).is_err());
        let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(left, ["K.NPY"]);
        fs::remove_dir_all(&folder).unwrap();
    }
}
