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

/// Theory's value or interval, in its own words; after a number, what the theory leaves open.
fn says<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    struct Theory {
        says: String,
        low: Option<f64>,
        high: Option<f64>,
    }
    let Theory { says, low, high } = Theory::deserialize(deserializer)?;
    Ok(low.zip(high).and_then(|band| with_slack(&says, band)).unwrap_or(says))
}

/// `−1/2: as proven` with a band of 0.03 to each side: `−1/2 ± 0.03: as proven`.
fn with_slack(says: &str, (low, high): (f64, f64)) -> Option<String> {
    let end = says.find([':', ',', ' ']).unwrap_or(says.len());
    let (number, rest) = says.split_at(end);
    let (value, slack) = (plain(number)?, (high - low) / 2.0);
    let centred = ((low + high) / 2.0 - value).abs() < 0.05 * slack;
    let counts = slack > 1e-6 * value.abs().max(1e-3);
    if !centred || !counts {
        return None;
    }
    let places = (1.0 - slack.log10().floor()).max(0.0) as usize;
    let slack = format!("{slack:.places$}");
    let slack = if places > 0 { slack.trim_end_matches('0') } else { &slack };
    Some(format!("{number} ± {slack}{rest}"))
}

/// `1`, `−0.5`, `−1/2`.
fn plain(text: &str) -> Option<f64> {
    let number = |text: &str| text.replace('−', "-").parse::<f64>().ok();
    match text.split_once('/') {
        Some((above, below)) => Some(number(above)? / number(below)?),
        None => number(text),
    }
}

impl Finding {
    /// `−1/2` of `−1/2 ± 0.1: as proven`.
    pub fn theory(&self) -> &str {
        self.predicted.split([':', '±']).next().unwrap_or_default().trim()
    }

    /// `−0.503 ± 0.010`: the error to two digits, the value to the same place.
    pub fn value(&self) -> String {
        let Some(error) = self.error.filter(|e| *e > 0.0 && e.is_finite()) else {
            return minus(&exact(self.measured));
        };
        // An error of rounding alone: no digit of it says anything.
        if error < 1e-9 * self.measured.abs().max(1e-3) || error < 1e-12 {
            return minus(&exact(self.measured));
        }
        let digits = |value: f64, error: f64| {
            let places = (1.0 - error.log10().floor()).clamp(0.0, 12.0) as usize;
            minus(&format!("{value:.places$} ± {error:.places$}"))
        };
        let size = self.measured.abs().max(error);
        if size >= 1e-4 {
            return digits(self.measured, error);
        }
        let exponent = size.log10().floor();
        let unit = 10f64.powf(exponent);
        format!(
            "({}) × {}",
            digits(self.measured / unit, error / unit),
            power_of_ten(exponent as i32)
        )
    }
}

/// Six significant digits, or as many as there are.
fn exact(number: f64) -> String {
    if number != 0.0 && number.abs() < 1e-4 {
        let exponent = number.abs().log10().floor();
        let mantissa = number / 10f64.powf(exponent);
        return format!("{mantissa:.1} × {}", power_of_ten(exponent as i32));
    }
    let places = (5.0 - number.abs().max(1e-4).log10().floor()).max(0.0) as usize;
    let text = format!("{number:.places$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// `10⁻⁷`.
fn power_of_ten(exponent: i32) -> String {
    let raised = exponent.to_string();
    let raised = raised.chars().map(|digit| match digit {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        other => other.to_digit(10).and_then(|d| char::from_u32(0x2070 + d)).unwrap_or(other),
    });
    std::iter::once("10".to_owned()).chain(raised.map(String::from)).collect()
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
            "theory": { "says": "−1/2", "low": -0.5, "high": -0.5 }, "outcome": "corrected" } ] }"#;
        let measured: Measured = serde_json::from_str(text).unwrap();
        let finding = &measured.findings[0];
        assert_eq!((measured.experiment.as_str(), finding.predicted.as_str()), ("E08", "−1/2"));
        assert_eq!(finding.value(), "−0.500 ± 0.010");
        let said = Finding {
            predicted: "−1/2 ± 0.1: as proven".to_owned(),
            ..self::finding(0.0, None)
        };
        assert_eq!(said.theory(), "−1/2");
    }

    #[test]
    fn a_value_has_the_digits_of_its_error() {
        assert_eq!(finding(-2.01312, Some(0.0298)).value(), "−2.013 ± 0.030");
        assert_eq!(finding(12.3456, Some(1.4)).value(), "12.3 ± 1.4");
        assert_eq!(finding(23.0, None).value(), "23");
        assert_eq!(finding(9.8918e-7, Some(1.36e-9)).value(), "(9.892 ± 0.014) × 10⁻⁷");
        assert_eq!(finding(-2.5e-16, None).value(), "−2.5 × 10⁻¹⁶");
    }

    #[test]
    fn what_theory_leaves_open_follows_its_number() {
        let said = |says, band| with_slack(says, band);
        assert_eq!(said("1", (0.97, 1.03)).as_deref(), Some("1 ± 0.03"));
        assert_eq!(said("−1/2: proven", (-0.6, -0.4)).as_deref(), Some("−1/2 ± 0.1: proven"));
        assert_eq!(said("at most 2", (0.0, 2.0)), None);
        assert_eq!(said("0", (0.0, 0.03)), None);
        assert_eq!(said("3", (3.0, 3.0)), None);
    }
}
