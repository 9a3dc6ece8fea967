//! What the lab measured: one JSON file per experiment in `book/data/measured`.
//!
//! The book prints these numbers and no others, so text and ledger cannot disagree:
//! ```json
//! { "experiment": "E00", "command": "cargo run -- lab run E00",
//!   "findings": [ { "claim": "C00", "name": "slope", "quantity": "slope against the width",
//!     "predicted": "$2$", "measured": 2.01, "error": 0.03, "verdict": "confirmed" } ] }
//! ```
//! The lab's own files, in `book/data/lab`, say the same in other words (`id`, `estimates`, `value`,
//! `theory.says`, `outcome`) and are read as well.

use std::path::Path;

use serde::{Deserialize, Deserializer};

use super::{Claim, read};
use crate::problem::{Place, Problems};

const FOLDER: &str = "book/data/measured";
/// The lab's own results, as `lab run` writes them.
const LAB: &str = "book/data/lab";

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
    #[serde(alias = "id")]
    pub experiment: String,
    /// The question, in a few words.
    #[serde(default)]
    pub title: String,
    /// What a reader types to see it happen.
    pub command: String,
    #[serde(alias = "estimates")]
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
    /// What was measured, in words (Markdown with maths); the name, where a result has no words.
    #[serde(default)]
    pub quantity: String,
    /// The value or interval that theory gives, as text.
    #[serde(alias = "theory", deserialize_with = "says")]
    pub predicted: String,
    #[serde(alias = "value")]
    pub measured: f64,
    /// One standard error; absent where the result is exact.
    #[serde(default, alias = "standard_error")]
    pub error: Option<f64>,
    #[serde(alias = "outcome")]
    pub verdict: Lab,
}

/// A text, or an object that has it as `says`.
fn says<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Said {
        Text(String),
        Theory { says: String },
    }
    Ok(match Said::deserialize(deserializer)? {
        Said::Text(says) | Said::Theory { says } => says,
    })
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

pub fn load(root: &Path, problems: &mut Problems) -> Vec<Measured> {
    let mut all = Vec::new();
    for folder in [FOLDER, LAB] {
        let Ok(entries) = std::fs::read_dir(root.join(folder)) else { continue };
        let mut names: Vec<String> = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|name| name.ends_with(".json"))
            .collect();
        names.sort();
        all.extend(names.iter().filter_map(|name| read_one(root, folder, name, problems)));
    }
    all
}

fn read_one(root: &Path, folder: &str, name: &str, problems: &mut Problems) -> Option<Measured> {
    let file = format!("{folder}/{name}");
    let text = read(root, &file, problems)?;
    match serde_json::from_str::<Measured>(&text) {
        Ok(mut measured) => {
            for finding in measured.findings.iter_mut().filter(|f| f.quantity.is_empty()) {
                finding.quantity.clone_from(&finding.name);
            }
            Some(Measured { file, ..measured })
        }
        Err(error) => {
            let next = "run the experiment again; nobody writes these files by hand";
            problems.add(&Place::new(&file, error.line()), error.to_string(), next);
            None
        }
    }
}

/// A result about a claim that the ledger does not know is a mistake; but the lab decides claims of
/// chapters that are still to be written.
pub fn check_claims(measured: &[Measured], claims: &[Claim], problems: &mut Problems) {
    for result in measured.iter().filter(|result| !result.file.starts_with(LAB)) {
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
