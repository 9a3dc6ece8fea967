//! What somebody answered so far: `.ntk/quiz.toml`, a file that a person can read and mend.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Answer, Question};
use crate::course::Course;
use crate::frozen::hash;
use crate::{Error, Result, progress, store};

const VERSION: u32 = 1;

/// Answers as found, and a sentence about what was wrong with the file, if anything was.
pub struct Saved {
    pub answers: Answers,
    pub trouble: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    version: u32,
    /// The order of the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    #[serde(default)]
    answer: BTreeMap<String, Kept>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Kept {
    /// The question as it was: an answer to another question is none.
    question: String,
    #[serde(flatten)]
    answer: Answer,
}

impl Answers {
    fn path(course: &Course) -> PathBuf {
        progress::folder(course).join("quiz.toml")
    }

    /// What has been answered. A file that cannot be read counts as empty.
    pub fn read(course: &Course) -> Saved {
        let path = Self::path(course);
        let shown = course.relative(&path);
        let trouble = |sentence| Saved { answers: Answers::default(), trouble: Some(sentence) };
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Saved { answers: Answers::default(), trouble: None };
            }
            Err(error) => return trouble(format!("{shown} cannot be read: {error}")),
        };
        match toml::from_str::<Answers>(&text) {
            Ok(answers) if answers.version <= VERSION => Saved { answers, trouble: None },
            Ok(answers) => trouble(format!(
                "{shown} is of version {}, and this checker knows {VERSION}",
                answers.version
            )),
            Err(error) => trouble(format!("{shown} is damaged ({})", error.message())),
        }
    }

    /// The answer to a question, if it was given to this very question.
    pub fn to(&self, question: &Question) -> Option<&Answer> {
        let kept = self.answer.get(question.id())?;
        let answer = &kept.answer;
        (kept.question == fingerprint(question) && question.takes(answer)).then_some(answer)
    }

    /// Takes an answer and keeps it, beside what other sittings have kept meanwhile; a file that could not
    /// be read is set aside, never overwritten.
    ///
    /// # Errors
    ///
    /// The folder cannot be written.
    pub fn give(&mut self, course: &Course, question: &Question, answer: Answer) -> Result<()> {
        let path = Self::path(course);
        let kept = Kept { question: fingerprint(question), answer };
        store::in_turn(&progress::folder(course), || {
            let Saved { answers, trouble } = Self::read(course);
            if trouble.is_some() {
                store::set_aside(&path)?;
            }
            self.version = VERSION;
            self.answer.extend(answers.answer);
            self.answer.insert(question.id().to_owned(), kept);
            let body = toml::to_string(self).map_err(|error| Error::file(&path, error))?;
            let head = "# Your answers to the quiz. The checker keeps this file.";
            store::write(&path, &format!("{head}\n{body}"))
        })
    }

    /// Sets the answers aside, to begin again.
    ///
    /// # Errors
    ///
    /// The folder cannot be written.
    pub fn begin_again(course: &Course) -> Result<()> {
        store::set_aside(&Self::path(course))
    }
}

/// All of a question that an answer depends on.
fn fingerprint(question: &Question) -> String {
    let mut texts = vec![question.ask.as_bytes()];
    texts.extend(question.options.iter().map(|option| option.text.as_bytes()));
    hash(&texts)
}
