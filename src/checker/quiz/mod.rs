//! The quiz: questions on *why*, each answer with its own feedback, from one file.
//!
//! `exercises/quiz.toml` feeds the terminal, the grading and the book's pages; `author validate quiz`
//! says what is wrong with it. Texts are plain Unicode, so that they read the same everywhere; what
//! stands between `backticks` is a formula.

mod answers;
mod judge;
mod order;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::course::Course;
use super::{Error, Result};

pub use answers::{Answers, Saved};
pub use judge::{Judged, report};

/// The file, as its author writes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quiz {
    #[serde(default, rename = "question")]
    pub questions: Vec<Question>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// `what-stands-still`: the name by which an answer is kept.
    pub id: Spanned<String>,
    /// The chapter that answers it, and the heading there.
    pub chapter: u32,
    pub read: String,
    /// Claims of the ledger that the question is about.
    #[serde(default)]
    pub claims: Vec<String>,
    pub ask: String,
    /// Any number of options may be right, and all of them are to be picked.
    #[serde(default)]
    pub several: bool,
    /// The order of the options says something: it is kept.
    #[serde(default)]
    pub ordered: bool,
    #[serde(default, rename = "option")]
    pub options: Vec<Choice>,
    /// In place of options: a number is asked for.
    pub number: Option<Number>,
}

/// An option, and what to say to who picks it (or, where several are right, misses it).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub text: String,
    #[serde(default)]
    pub right: bool,
    pub says: String,
}

/// The number that is asked for, and numbers that people give for a reason.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    pub value: f64,
    /// Off by so much is right, too.
    pub tolerance: f64,
    pub says: String,
    #[serde(default, rename = "mistake")]
    pub mistakes: Vec<WrongNumber>,
    /// What to say of any other number.
    pub otherwise: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WrongNumber {
    pub value: f64,
    pub says: String,
}

/// What somebody answered: options by their place in the file, from 0, or a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    Options(Vec<usize>),
    Number(f64),
}

impl Quiz {
    pub fn path(course: &Course) -> PathBuf {
        course.root().join("exercises").join("quiz.toml")
    }

    /// The course's quiz; `None` if it has none.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is not what it should be: the message has line and column.
    pub fn read(course: &Course) -> Result<Option<Quiz>> {
        let path = Self::path(course);
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text, &path).map(Some),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::file(&path, error)),
        }
    }

    /// The quiz in a file's text; `path` is for the message.
    ///
    /// # Errors
    ///
    /// [`Error::Content`] with line and column.
    pub fn parse(text: &str, path: &Path) -> Result<Quiz> {
        toml::from_str(text).map_err(|error| Error::Content {
            path: path.to_owned(),
            problem: error.to_string().trim_end().to_owned(),
            remedy: "The keys are explained at the head of src/checker/quiz/mod.rs".to_owned(),
        })
    }
}

impl Question {
    pub fn id(&self) -> &str {
        self.id.get_ref()
    }
}
