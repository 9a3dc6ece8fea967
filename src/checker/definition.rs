//! `exercise.toml`: what an exercise asks, on which cases, how exactly.
//!
//! | at the head | |
//! |---|---|
//! | `title`, `takeaway` | how it is called; what to take along after a pass |
//! | `chapter`, `page` | where the book derives it |
//! | `stars`, `minutes`, `prerequisites` | how hard, how long, after which exercises |
//! | `[limits]` | `seconds` and `memory_mib` of one function, where the usual ones do not do |
//!
//! | `[[function]]`, one for each of `signatures.rs` | |
//! |---|---|
//! | `name`, `points`, `hints` | as there; what it is worth; from a nudge to nearly the line |
//! | `tolerance` | `relative`, `absolute`, `standard_errors`, and `because` |
//! | `[[function.case]]` | `name`, `why` and the arguments by name; `expected`, `standard_error` |
//! | `[[function.sample]]` | `name`, `why`, `count`, `seed` and the arguments, plain or drawn |
//! | `[[function.property]]` | `says`, `kind` and what that kind asks for; `except` |
//!
//! How an argument is drawn stands in `sample.rs`, the kinds of properties in `property.rs`, and
//! each key below. Only keys that say so may be left out; any other key is refused.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::course::Folder;
use super::property::Property;
use super::{Error, Result};

/// The head of the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// A few words, as they stand in the list and above a verdict.
    pub title: String,
    /// The number of the book's chapter, which is mostly the exercise's too.
    pub chapter: u32,
    /// The page's file name in the built book, where it is not `chapter`'s own. May be left out.
    pub page: Option<String>,
    /// How hard it is: 1, 2 or 3.
    pub stars: u8,
    /// How long it takes, roughly.
    pub minutes: u32,
    /// The exercises to do before it: `["ex03", "ex04"]`. None if it is left out.
    #[serde(default)]
    pub prerequisites: Vec<String>,
    /// What to take along after a pass, in one sentence.
    pub takeaway: String,
    /// What a function may use, where the usual limits do not do. May be left out.
    #[serde(default)]
    pub limits: Limits,
    /// At least one, in the order of `signatures.rs`.
    #[serde(rename = "function")]
    pub functions: Vec<Function>,
}

/// `[limits]`: what one function may use, for all of its cases together.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Above 0, at most an hour. 5 if it is left out.
    #[serde(deserialize_with = "seconds")]
    pub seconds: f64,
    /// In units of 2^20 bytes, from 16 to 2^20. 1024 if it is left out.
    #[serde(deserialize_with = "memory_mib")]
    pub memory_mib: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { seconds: 5.0, memory_mib: 1024 }
    }
}

fn seconds<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<f64, D::Error> {
    let seconds = f64::deserialize(from)?;
    if seconds > 0.0 && seconds <= 3600.0 {
        Ok(seconds)
    } else {
        Err(D::Error::custom(format!("seconds = {seconds}: above 0, and at most 3600")))
    }
}

fn memory_mib<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<u64, D::Error> {
    let mib = u64::deserialize(from)?;
    if (16..=1 << 20).contains(&mib) {
        Ok(mib)
    } else {
        Err(D::Error::custom(format!("memory_mib = {mib}: from 16 to {}", 1 << 20)))
    }
}

fn count<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<usize, D::Error> {
    let count = usize::deserialize(from)?;
    if (1..=1000).contains(&count) {
        Ok(count)
    } else {
        Err(D::Error::custom(format!("count = {count}: from 1 to 1000")))
    }
}

/// `[[function]]`: one function, how it is graded, and on what.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Function {
    /// As in `signatures.rs`.
    pub name: String,
    /// What it is worth: 1 or more.
    pub points: u32,
    /// How far an answer may be off.
    pub tolerance: Tolerance,
    /// From a nudge to nearly the line; three are usual.
    pub hints: Vec<String>,
    /// Calls with fixed arguments: at least one.
    #[serde(default, rename = "case")]
    pub cases: Vec<Case>,
    /// Calls with drawn arguments. May be left out.
    #[serde(default, rename = "sample")]
    pub samples: Vec<Sample>,
    /// What must hold whatever the values. May be left out.
    #[serde(default, rename = "property")]
    pub properties: Vec<Property>,
}

/// An entry may be off by `absolute + relative · |expected| + standard_errors · (the case's
/// standard error)`. What is no float has to agree exactly.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tolerance {
    /// Times the expected entry. Nothing if it is left out.
    pub relative: Option<f64>,
    /// The same for every entry: for those near zero. Nothing if it is left out. Where an answer is
    /// a float, one of the two is written, be it 0.
    pub absolute: Option<f64>,
    /// For a function that draws its own random numbers: how many standard errors pass. 0 if it is
    /// left out.
    #[serde(default)]
    pub standard_errors: f64,
    /// Why it is as wide as it is.
    pub because: String,
}

/// `[[function.case]]`: one call with fixed arguments.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    /// A few words that no other call of the function has.
    pub name: String,
    /// What the case is for.
    pub why: String,
    /// In place of the solution's value: for a function that draws random numbers, the exact one. May
    /// be left out.
    pub expected: Option<toml::Value>,
    /// The standard error of such a function's answer on this case. May be left out.
    pub standard_error: Option<f64>,
    /// Every other key: the arguments, by their names in `signatures.rs`.
    #[serde(flatten)]
    pub arguments: BTreeMap<String, toml::Value>,
}

/// `[[function.sample]]`: several calls with drawn arguments.
#[derive(Clone, Debug, Deserialize)]
pub struct Sample {
    /// As of a case; the calls are `NAME, 1 of 4` and so on.
    pub name: String,
    /// What the sample is for.
    pub why: String,
    /// How many calls: from 1 to 1000.
    #[serde(deserialize_with = "count")]
    pub count: usize,
    /// Any whole number: another one draws other arguments.
    pub seed: u64,
    /// Every other key: the arguments, plain values or generators (`sample.rs`).
    #[serde(flatten)]
    pub arguments: BTreeMap<String, toml::Value>,
}

impl Definition {
    /// Reads the folder's `exercise.toml`.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is not what it should be: the message has line and column.
    pub fn read(folder: &Folder) -> Result<Definition> {
        let path = folder.path.join("exercise.toml");
        let text = std::fs::read_to_string(&path).map_err(|error| Error::file(&path, error))?;
        Self::parse(&text, &path)
    }

    fn parse(text: &str, path: &Path) -> Result<Definition> {
        let wrong = |problem: String| Error::Content {
            path: path.to_owned(),
            problem,
            remedy: "The keys are explained at the head of src/checker/definition.rs".to_owned(),
        };
        let definition: Definition =
            toml::from_str(text).map_err(|error| wrong(error.to_string().trim_end().to_owned()))?;
        if definition.functions.is_empty() {
            return Err(wrong("an exercise has at least one [[function]]".to_owned()));
        }
        Ok(definition)
    }

    /// All points that the exercise has.
    pub fn points(&self) -> u32 {
        self.functions.iter().map(|function| function.points).sum()
    }
}

impl Function {
    /// The names and purposes of all calls, fixed and drawn, in the order of `frozen.json`.
    pub fn call_names(&self) -> Vec<(String, &str)> {
        let fixed = self.cases.iter().map(|case| (case.name.clone(), case.why.as_str()));
        let drawn = self.samples.iter().flat_map(|sample| {
            (1..=sample.count).map(|number| (sample.call_name(number), sample.why.as_str()))
        });
        fixed.chain(drawn).collect()
    }
}

impl Sample {
    /// `random vectors, 2 of 4`
    pub fn call_name(&self, number: usize) -> String {
        if self.count == 1 {
            self.name.clone()
        } else {
            format!("{}, {number} of {}", self.name, self.count)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_key_is_refused_with_its_line() {
        let text =
            "title = 'x'\nchapter = 1\nstars = 1\nminuets = 5\ntakeaway = 'x'\nfunction = []";
        let error = Definition::parse(text, Path::new("exercise.toml")).unwrap_err().to_string();
        assert!(error.contains("line 4") && error.contains("minuets"), "{error}");
    }
    #[test]
    fn limits_that_no_program_can_run_under_are_refused() {
        let head = "title = 'x'\nchapter = 1\nstars = 1\nminutes = 5\ntakeaway = 'x'\n";
        let function = "[[function]]\nname = 'x'\npoints = 1\nhints = []\n\
                        tolerance = { because = 'x' }\n";
        let read = |limit: &str| {
            let text = format!("{head}[limits]\n{limit}\n{function}");
            Definition::parse(&text, Path::new("exercise.toml"))
        };
        for wrong in ["inf", "1e20", "-1.0", "nan", "0.0", "3601"] {
            let error = read(&format!("seconds = {wrong}")).unwrap_err().to_string();
            assert!(error.contains("line 7") && error.contains("at most 3600"), "{error}");
        }
        for wrong in ["17592186044415", "0", "1048577"] {
            let error = read(&format!("memory_mib = {wrong}")).unwrap_err().to_string();
            assert!(error.contains("line 7") && error.contains("to 1048576"), "{error}");
        }
        let limits = read("seconds = 20\nmemory_mib = 64").unwrap().limits;
        assert!(limits.seconds == 20.0 && limits.memory_mib == 64);
    }
}
