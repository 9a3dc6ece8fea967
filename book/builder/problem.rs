//! What can be wrong with the book, and where: every message names a file, a line and the next step.

use std::fmt;

/// A line of a file, as an author would look it up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path from the root of the repository.
    pub file: String,
    /// Counted from 1; 0 means the file as a whole.
    pub line: usize,
}

impl Place {
    pub fn new(file: impl Into<String>, line: usize) -> Self {
        Self { file: file.into(), line }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}", self.file),
            line => write!(f, "{}:{line}", self.file),
        }
    }
}

/// One thing that an author has to mend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    pub place: Place,
    pub what: String,
    pub next: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)?;
        if !self.next.is_empty() {
            write!(f, "\n    {}", self.next)?;
        }
        Ok(())
    }
}

/// Every problem of a build, so that an author mends them in one go.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    pub fn add(&mut self, place: &Place, what: impl Into<String>, next: impl Into<String>) {
        self.0.push(Problem { place: place.clone(), what: what.into(), next: next.into() });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The problems by file and line; the same one is reported once.
    pub fn sorted(mut self) -> Vec<Problem> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}

/// A build that failed: what the author wrote, or something outside the book.
#[derive(Debug)]
pub enum Failure {
    Book(Vec<Problem>),
    Other(String),
}

impl Failure {
    /// An error from outside the book (disk, mdBook), with what was being done.
    pub fn other(doing: impl fmt::Display, error: impl fmt::Display) -> Self {
        Self::Other(format!("{doing}: {error}"))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Other(message) => write!(f, "{message}"),
            Self::Book(problems) => {
                for problem in problems {
                    writeln!(f, "{problem}\n")?;
                }
                let s = if problems.len() == 1 { "" } else { "s" };
                write!(f, "{} problem{s} in the book", problems.len())
            }
        }
    }
}

impl std::error::Error for Failure {}
