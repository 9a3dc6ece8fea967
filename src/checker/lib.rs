//! From an exercise's folder to a verdict.
//!
//! The flow of a check: [`course`] finds the folder, [`definition`] and [`frozen`] read it,
//! [`build`] compiles the learner's package, [`process`] runs it, [`compare`] holds each returned
//! value against the frozen one, [`diagnose`] looks for the reason, [`report`] is the result.
//!
//! Nothing here knows what an exercise is about, and no exercise is ever linked into the checker.

pub mod author;
pub mod build;
mod capture;
pub mod compare;
pub mod course;
pub mod definition;
pub mod diagnose;
pub mod frozen;
pub mod grade;
pub mod orphans;
pub mod process;
pub mod progress;
pub mod property;
pub mod quiz;
pub mod report;
pub mod sample;
pub mod show;
pub mod starter;
pub mod store;

use std::fmt;
use std::path::{Path, PathBuf};

/// Why a check could not run: nothing that a learner's answer could cause.
#[derive(Debug)]
pub enum Error {
    /// No course around the folder where the search began.
    NoCourse { from: PathBuf },
    /// No exercise of that name; the nearest names, best first.
    UnknownExercise { wanted: String, nearest: Vec<String> },
    /// A name that fits several exercises.
    Ambiguous { wanted: String, candidates: Vec<String> },
    /// No function of that name in the exercise.
    UnknownFunction { exercise: String, wanted: String, functions: Vec<String> },
    /// Something was asked for in a way that cannot be understood.
    Usage { problem: String, remedy: String },
    /// A file that cannot be read or written.
    File { path: PathBuf, problem: String },
    /// A file that is there and wrong: what, and what to do.
    Content { path: PathBuf, problem: String, remedy: String },
    /// cargo could not build something that is not the learner's.
    Build { package: String, problem: String },
    /// A program that should answer did not.
    Program { program: String, problem: String },
    /// The solutions are needed and not here.
    NoSolution { exercise: String, path: PathBuf },
}

impl Error {
    pub(crate) fn file(path: &Path, problem: impl fmt::Display) -> Error {
        Error::File { path: path.to_owned(), problem: problem.to_string() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::NoCourse { from } => write!(
                f,
                "no course here: neither {} nor a folder above it holds `exercises/`\n\
                 Go to the folder that you cloned, or name it: --root FOLDER",
                from.display()
            ),
            Error::UnknownExercise { wanted, nearest } => {
                write!(f, "there is no exercise '{wanted}'")?;
                if nearest.is_empty() {
                    write!(f, "\nAll of them: cargo run -- list")
                } else {
                    write!(f, "\nNearest: {}", nearest.join(", "))
                }
            }
            Error::Ambiguous { wanted, candidates } => {
                write!(f, "'{wanted}' fits several exercises: {}", candidates.join(", "))
            }
            Error::UnknownFunction { exercise, wanted, functions } => {
                write!(f, "{exercise} has no function '{wanted}'\nIt has {}", functions.join(", "))
            }
            Error::Usage { problem, remedy } => write!(f, "{problem}\n{remedy}"),
            Error::File { path, problem } => write!(f, "{}: {problem}", path.display()),
            Error::Content { path, problem, remedy } => {
                write!(f, "{}: {problem}\n{remedy}", path.display())
            }
            Error::Build { package, problem } => {
                write!(f, "cargo could not build {package}:\n{problem}")
            }
            Error::Program { program, problem } => write!(f, "{program}: {problem}"),
            Error::NoSolution { exercise, path } => write!(
                f,
                "this needs the solution of {exercise}, and {} is not here\n\
                 Frozen values suffice for a plain check: cargo run -- check {exercise}",
                path.display()
            ),
        }
    }
}

impl std::error::Error for Error {}

pub type Result<T> = std::result::Result<T, Error>;
