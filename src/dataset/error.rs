use std::path::PathBuf;
use std::{error, fmt, io};

/// Which file is wrong, and how.
#[derive(Debug)]
pub struct DatasetError {
    pub path: PathBuf,
    pub problem: Problem,
}

/// What is wrong with a file. Lines and columns count from 1; a column is a field of its line.
#[derive(Debug)]
pub enum Problem {
    /// The system refused to read or write it.
    Io(io::Error),
    /// It holds no numbers.
    Empty,
    /// A field is not a number.
    NotANumber { line: usize, column: usize, text: String },
    /// A field is NaN or infinite.
    NotFinite { line: usize, column: usize, value: f64 },
    /// A line has more or fewer fields than the first one.
    Ragged { line: usize, fields: usize, expected: usize },
    /// It is no NPY file that we can read.
    Npy { what: String },
}

impl fmt::Display for DatasetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.path.display())?;
        match &self.problem {
            Problem::Io(error) => write!(f, "{error}"),
            Problem::Empty => write!(f, "no numbers in it"),
            Problem::NotANumber { line, column, text } => {
                let text = text.escape_debug();
                write!(f, "line {line}, column {column}: '{text}' is not a number")
            }
            Problem::NotFinite { line, column, value } => {
                write!(f, "line {line}, column {column}: {value} is not a finite number")
            }
            Problem::Ragged { line, fields, expected } => {
                write!(f, "line {line}: {fields} fields where the first line has {expected}")
            }
            Problem::Npy { what } => write!(f, "{what}"),
        }
    }
}

impl error::Error for DatasetError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &self.problem {
            Problem::Io(error) => Some(error),
            _ => None,
        }
    }
}
