//! `exercise.toml`: what an exercise asks, on which cases, how exactly.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::course::Folder;
use super::property::Property;
use super::{Error, Result};

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    pub title: String,
    /// The book's chapter, which is also the exercise's number.
    pub chapter: u32,
    /// The page's file name in the built book, where it is not `chapter`'s own.
    pub page: Option<String>,
    /// 1 to 3.
    pub stars: u8,
    pub minutes: u32,
    #[serde(default)]
    pub prerequisites: Vec<String>,
    /// What to take along after a pass, in one sentence.
    pub takeaway: String,
    #[serde(default)]
    pub limits: Limits,
    #[serde(rename = "function")]
    pub functions: Vec<Function>,
}

/// What one function may use, for all of its cases together.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    pub seconds: f64,
    pub memory_mib: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { seconds: 5.0, memory_mib: 1024 }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Function {
    pub name: String,
    pub points: u32,
    pub tolerance: Tolerance,
    /// From a nudge to nearly the line.
    pub hints: Vec<String>,
    #[serde(default, rename = "case")]
    pub cases: Vec<Case>,
    #[serde(default, rename = "sample")]
    pub samples: Vec<Sample>,
    #[serde(default, rename = "property")]
    pub properties: Vec<Property>,
}

/// An entry may be off by `absolute + relative · |expected| + standard_errors · (the case's
/// standard error)`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tolerance {
    #[serde(default)]
    pub relative: f64,
    #[serde(default)]
    pub absolute: f64,
    /// For a function that draws its own random numbers: how many standard errors pass.
    #[serde(default)]
    pub standard_errors: f64,
    /// Why it is as wide as it is.
    pub because: String,
}

/// One call with fixed arguments.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    pub name: String,
    /// What the case is for.
    pub why: String,
    /// In place of the solution's value: for a function that draws random numbers, the exact one.
    pub expected: Option<toml::Value>,
    pub standard_error: Option<f64>,
    #[serde(flatten)]
    pub arguments: BTreeMap<String, toml::Value>,
}

/// Several calls with drawn arguments.
#[derive(Clone, Debug, Deserialize)]
pub struct Sample {
    pub name: String,
    pub why: String,
    pub count: usize,
    pub seed: u64,
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
}
