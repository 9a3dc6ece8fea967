//! What the lab measured: one JSON file per experiment, as `lab run` writes it.
//!
//! The book prints these numbers and no others, so text and ledger cannot disagree. Of each file it reads
//! ```json
//! { "id": "E00", "title": "…", "command": "cargo run -- lab run E00",
//!   "estimates": [ { "claim": "C00", "name": "slope", "theory": { "says": "2" }, "value": 2.01,
//!     "standard_error": 0.03, "outcome": "confirmed" } ] }
//! ```

use std::path::Path;

use serde::{Deserialize, Deserializer};

use super::{Claim, read};
use crate::problem::{Place, Problems};

pub const FOLDER: &str = "book/data/lab";

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
    #[serde(rename = "id")]
    pub experiment: String,
    /// The question, in a few words.
    #[serde(default)]
    pub title: String,
    /// What a reader types to see it happen.
    pub command: String,
    #[serde(rename = "estimates")]
    pub findings: Vec<Finding>,
    /// The file it came from.
    #[serde(skip)]
    pub file: String,
}

/// One number with its error, about one claim.
#[derive(Debug, Deserialize)]
pub struct Finding {
    pub claim: String,
    /// What was measured. Unique within the experiment: text refers to it as `value:E08/slope`.
    pub name: String,
    /// The value or interval that theory gives, as text.
    #[serde(rename = "theory", deserialize_with = "says")]
    pub predicted: String,
    #[serde(rename = "value")]
    pub measured: f64,
    /// One standard error; absent where the result is exact.
    #[serde(default, rename = "standard_error")]
    pub error: Option<f64>,
    #[serde(rename = "outcome")]
    pub verdict: Lab,
}

/// Theory's value or interval, in its own words.
fn says<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    struct Theory {
        says: String,
    }
    Theory::deserialize(deserializer).map(|theory| theory.says)
}

impl Finding {
    /// `−0.503 ± 0.010`: the error to two digits, the value to the same place.
    pub fn value(&self) -> String {
        let Some(error) = self.error.filter(|e| *e > 0.0 && e.is_finite()) else {
            return minus(&format!("{}", self.measured));
        };
        // An error of rounding alone: no digit of it says anything.
        if error < 1e-9 * self.measured.abs().max(1e-3) || error < 1e-12 {
            return minus(&exact(self.measured));
        }
        let places = (1.0 - error.log10().floor()).clamp(0.0, 12.0) as usize;
        minus(&format!("{:.places$} ± {:.places$}", self.measured, error))
    }
}

/// Six significant digits, or as many as there are.
fn exact(number: f64) -> String {
    if number != 0.0 && number.abs() < 1e-4 {
        return format!("{number:.1e}");
    }
    let places = (5.0 - number.abs().max(1e-4).log10().floor()).max(0.0) as usize;
    let text = format!("{number:.places$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

fn minus(number: &str) -> String {
    number.replace('-', "−")
}

/// Every result, by the name of its experiment; none where the lab has not run.
pub fn load(root: &Path, problems: &mut Problems) -> Vec<Measured> {
    let Ok(entries) = std::fs::read_dir(root.join(FOLDER)) else { return Vec::new() };
    let mut names: Vec<String> = entries
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
        Finding { claim, name, predicted: String::new(), measured, error, verdict: Lab::Corrected }
    }

    #[test]
    fn the_labs_own_words_are_understood() {
        let text = r#"{ "id": "E08", "command": "cargo run -- lab run E08", "verdict": "corrected",
            "estimates": [ { "name": "slope", "claim": "C38", "value": -0.5, "standard_error": 0.01,
            "theory": { "says": "−1/2", "low": -0.5 }, "outcome": "corrected" } ] }"#;
        let measured: Measured = serde_json::from_str(text).unwrap();
        let finding = &measured.findings[0];
        assert_eq!((measured.experiment.as_str(), finding.predicted.as_str()), ("E08", "−1/2"));
        assert_eq!(finding.value(), "−0.500 ± 0.010");
    }

    #[test]
    fn a_value_has_the_digits_of_its_error() {
        assert_eq!(finding(-2.01312, Some(0.0298)).value(), "−2.013 ± 0.030");
        assert_eq!(finding(12.3456, Some(1.4)).value(), "12.3 ± 1.4");
        assert_eq!(finding(23.0, None).value(), "23");
    }
}
