//! What the lab measured: one JSON file per experiment in `book/data/measured`.
//!
//! The book prints these numbers and no others, so text and ledger cannot disagree:
//! ```json
//! { "experiment": "E00", "command": "cargo run -- lab run E00",
//!   "findings": [ { "claim": "C00", "name": "slope", "quantity": "slope against the width",
//!     "predicted": "$2$", "measured": 2.01, "error": 0.03, "verdict": "confirmed" } ] }
//! ```

use std::path::Path;

use serde::Deserialize;

use super::{Claim, read};
use crate::problem::{Place, Problems};

const FOLDER: &str = "book/data/measured";

/// What an experiment says about a claim's usual statement.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Lab {
    Confirmed,
    Corrected,
    Inconclusive,
    Refuted,
}

impl Lab {
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Corrected => "corrected",
            Self::Inconclusive => "inconclusive",
            Self::Refuted => "refuted",
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct Measured {
    /// `E08`.
    pub experiment: String,
    /// What a reader types to see it happen.
    pub command: String,
    pub findings: Vec<Finding>,
    /// The file it came from.
    #[serde(skip)]
    pub file: String,
}

/// One number with its error, about one claim.
#[derive(Debug, Deserialize)]
pub struct Finding {
    pub claim: String,
    /// Unique within the experiment: text refers to it as `value:E08/slope`.
    pub name: String,
    /// What was measured, in words (Markdown with maths).
    pub quantity: String,
    /// The value or interval that theory gives, as text.
    pub predicted: String,
    pub measured: f64,
    /// One standard error; absent where the result is exact.
    #[serde(default)]
    pub error: Option<f64>,
    pub verdict: Lab,
}

impl Finding {
    /// `−0.503 ± 0.010`: the error to two digits, the value to the same place.
    pub fn value(&self) -> String {
        let Some(error) = self.error.filter(|e| *e > 0.0 && e.is_finite()) else {
            return minus(&format!("{}", self.measured));
        };
        let places = (1.0 - error.log10().floor()).clamp(0.0, 12.0) as usize;
        minus(&format!("{:.places$} ± {:.places$}", self.measured, error))
    }
}

fn minus(number: &str) -> String {
    number.replace('-', "−")
}

pub fn load(root: &Path, problems: &mut Problems) -> Vec<Measured> {
    let Ok(folder) = std::fs::read_dir(root.join(FOLDER)) else { return Vec::new() };
    let mut names: Vec<String> = folder
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".json"))
        .collect();
    names.sort();
    names.iter().filter_map(|name| read_one(root, name, problems)).collect()
}

fn read_one(root: &Path, name: &str, problems: &mut Problems) -> Option<Measured> {
    let file = format!("{FOLDER}/{name}");
    let text = read(root, &file, problems)?;
    match serde_json::from_str::<Measured>(&text) {
        Ok(measured) => Some(Measured { file, ..measured }),
        Err(error) => {
            let next = "run the experiment again; nobody writes these files by hand";
            problems.add(&Place::new(&file, error.line()), error.to_string(), next);
            None
        }
    }
}

/// A result about a claim that the ledger does not know is a mistake.
pub fn check_claims(measured: &[Measured], claims: &[Claim], problems: &mut Problems) {
    for result in measured {
        for finding in &result.findings {
            if !claims.iter().any(|claim| claim.id == finding.claim) {
                problems.add(
                    &Place::new(&result.file, 0),
                    format!("a result about {}, which is no claim of the ledger", finding.claim),
                    "add the claim to book/data/claims.toml, or mend the id",
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(measured: f64, error: Option<f64>) -> Finding {
        let (claim, name) = ("C38".to_owned(), "slope".to_owned());
        let (quantity, predicted) = (String::new(), String::new());
        Finding { claim, name, quantity, predicted, measured, error, verdict: Lab::Corrected }
    }

    #[test]
    fn a_value_has_the_digits_of_its_error() {
        assert_eq!(finding(-2.01312, Some(0.0298)).value(), "−2.013 ± 0.030");
        assert_eq!(finding(12.3456, Some(1.4)).value(), "12.3 ± 1.4");
        assert_eq!(finding(23.0, None).value(), "23");
    }
}
