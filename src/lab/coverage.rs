//! Which claim of the ledger is decided by which experiment, which is words only, and which still waits.

use std::fs;
use std::path::Path;

use super::{About, LabError};

/// The ledger, from the course's root.
const FILE: &str = "book/data/claims.toml";

/// A claim of the ledger, and who decides it.
#[derive(Debug, Clone, PartialEq)]
pub struct Covered {
    /// `C38`.
    pub claim: String,
    /// Experiments that decide it, in the lab's order.
    pub experiments: Vec<&'static str>,
    /// The experiment that the ledger names.
    pub named: Option<String>,
    /// Why none measures it.
    pub unmeasured: Option<String>,
}

impl Covered {
    /// The ledger names an experiment that does not exist yet.
    pub fn waits(&self) -> bool {
        self.named.is_some() && self.experiments.is_empty()
    }

    /// What stands behind the claim in `lab coverage`.
    pub fn told(&self) -> String {
        match (&self.unmeasured, &self.named) {
            (Some(why), _) if self.experiments.is_empty() => format!("words only: {why}"),
            (_, Some(named)) if self.waits() => format!("{named}, to be written"),
            _ => self.experiments.join(" "),
        }
    }
}

/// Every claim of the ledger in the course at `root`, in its order.
///
/// # Errors
/// A ledger that cannot be read; and whatever ledger and lab do not agree on, all of it.
pub fn coverage(root: &Path, lab: &[About]) -> Result<Vec<Covered>, LabError> {
    let path = root.join(FILE);
    let failed = |error| LabError::File { path: path.display().to_string(), error };
    let text = fs::read_to_string(&path).map_err(failed)?;
    covered(&text, lab).map_err(|all| LabError::Told(format!("{FILE}: {}", all.join("; "))))
}

fn covered(ledger: &str, lab: &[About]) -> Result<Vec<Covered>, Vec<String>> {
    let table: toml::Table = ledger.parse().map_err(|error| vec![format!("{error}")])?;
    let claims = table.get("claim").and_then(toml::Value::as_array).cloned().unwrap_or_default();
    let rows: Vec<Covered> = claims
        .iter()
        .map(|claim| {
            let text = |key: &str| claim.get(key).and_then(toml::Value::as_str).map(str::to_owned);
            let id = text("id").unwrap_or_default();
            let decides = |about: &&About| about.claims.contains(&id.as_str());
            Covered {
                experiments: lab.iter().filter(decides).map(|about| about.id).collect(),
                named: text("experiment"),
                unmeasured: text("unmeasured"),
                claim: id,
            }
        })
        .collect();
    let apart = disagreements(&rows, lab);
    if apart.is_empty() { Ok(rows) } else { Err(apart) }
}

fn disagreements(rows: &[Covered], lab: &[About]) -> Vec<String> {
    let mut apart = Vec::new();
    for row in rows {
        let Covered { claim, experiments, named, unmeasured } = row;
        match named.as_deref() {
            Some(named) if unmeasured.is_some() => {
                apart.push(format!("{claim} is measured by {named}, and is words only"));
            }
            Some(named) => {
                let exists = lab.iter().any(|about| about.id == named);
                if exists && !experiments.contains(&named) {
                    apart.push(format!(
                        "{claim} is to be decided by {named}, which does not list it"
                    ));
                }
                if !exists && !experiments.is_empty() {
                    let others = experiments.join(" and ");
                    apart.push(format!("{claim} waits for {named}, and {others} decides it"));
                }
            }
            None if unmeasured.is_none() => {
                apart.push(format!("{claim} has neither an experiment nor a reason to have none"));
            }
            None if !experiments.is_empty() => {
                apart.push(format!(
                    "{claim} is words only, and {} lists it",
                    experiments.join(" and ")
                ));
            }
            None => {}
        }
    }
    for About { id, claims, .. } in lab {
        let unknown = claims.iter().filter(|claim| !rows.iter().any(|row| row.claim == **claim));
        apart.extend(unknown.map(|claim| format!("{id} decides {claim}, which is not there")));
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAB: [About; 1] =
        [About { id: "E01", title: "", claims: &["C01", "C02"], setup: "", seconds: 1.0 }];

    fn said(ledger: &str) -> String {
        match covered(ledger, &LAB) {
            Ok(rows) => {
                let lines = rows.iter().map(|row| format!("{} {}", row.claim, row.told()));
                lines.collect::<Vec<_>>().join("; ")
            }
            Err(apart) => apart.join("; "),
        }
    }

    const BOTH: &str = "[[claim]]\nid = \"C01\"\nexperiment = \"E01\"\n\
                        [[claim]]\nid = \"C02\"\nexperiment = \"E01\"\n";

    #[test]
    fn a_claim_is_decided_or_words_only_or_waits() {
        let more = "[[claim]]\nid = \"C03\"\nunmeasured = \"Algebra.\"\n\
                    [[claim]]\nid = \"C04\"\nexperiment = \"E99\"\n";
        let expected = "C01 E01; C02 E01; C03 words only: Algebra.; C04 E99, to be written";
        assert_eq!(said(&format!("{BOTH}{more}")), expected);
    }

    #[test]
    fn whatever_ledger_and_lab_do_not_agree_on_is_named() {
        assert_eq!(
            said(&BOTH.replace("C02", "C03")),
            "\
            C03 is to be decided by E01, which does not list it; E01 decides C02, which is not there"
        );
        let words = BOTH.replacen("experiment = \"E01\"", "unmeasured = \"Algebra.\"", 1);
        assert_eq!(said(&words), "C01 is words only, and E01 lists it");
        let waits = BOTH.replacen("E01", "E02", 1);
        assert_eq!(said(&waits), "C01 waits for E02, and E01 decides it");
        let nothing = format!("{BOTH}[[claim]]\nid = \"C03\"\n");
        assert_eq!(said(&nothing), "C03 has neither an experiment nor a reason to have none");
    }
}
