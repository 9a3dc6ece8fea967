//! Requests and replies, one JSON object a line.

use serde::{Deserialize, Serialize};

use crate::argument::Arguments;
use crate::exercise::Signature;
use crate::value::Value;

/// What an exercise's program says when somebody starts it by hand.
pub const WHAT_TO_TYPE: &str = "This program answers the checker. To check your work, type:";

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Which functions are there, of which types; for a solution also its known mistakes.
    Describe,
    /// Call one function.
    Call {
        function: String,
        arguments: Arguments,
        /// In place of the function: what it should be, given the earlier ones as they stand.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        given: bool,
        /// A known mistake by its name (a solution's program only).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mistake: Option<String>,
    },
    /// From here on drop what is printed: the calls that follow are the checker's own questions.
    Quiet,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    Description(Description),
    Called(Outcome),
    Done,
    /// The request could not be carried out: nobody's function was called.
    Refused(String),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Description {
    pub functions: Vec<Signature>,
    pub mistakes: Vec<MistakeText>,
}

/// A known mistake as `frozen.json` keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MistakeText {
    /// In kebab case: `dot-for-cosine`.
    pub name: String,
    /// Which functions it changes.
    pub functions: Vec<String>,
    /// What was computed, why it tempts, where to read on.
    pub message: String,
}

/// How a call ended, when the program lived to tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Value(Value),
    Panic(Panic),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panic {
    pub message: String,
    /// The line of the exercise's own source, as `file:line`, if one is known.
    pub at: Option<String>,
}

impl Panic {
    /// The panic of `todo!` or `unimplemented!`: nothing is wrong yet.
    pub fn is_todo(&self) -> bool {
        ["not yet implemented", "not implemented"]
            .iter()
            .any(|words| self.message.starts_with(words))
    }
}
