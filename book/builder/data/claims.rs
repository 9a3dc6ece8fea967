//! The ledger: every statement of the subject, and what is right (`book/data/claims.toml`).

use std::path::Path;

use serde::Deserialize;

use super::{Measured, line_of, read_toml, twice};
use crate::problem::{Place, Problems};

pub const FILE: &str = "book/data/claims.toml";

/// How the usual statement fares.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Right as it stands.
    Holds,
    /// Right under conditions that the usual statement leaves out.
    Conditional,
    /// Not false, but not the precise thing either.
    Loose,
    /// No fair reading saves it.
    Wrong,
}

impl Verdict {
    pub const ALL: [Self; 4] = [Self::Holds, Self::Conditional, Self::Loose, Self::Wrong];

    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Conditional => "conditional",
            Self::Loose => "loose",
            Self::Wrong => "wrong",
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// `C12`: the same in text, lab and tests.
    pub id: String,
    /// What is usually written (Markdown with maths).
    pub statement: String,
    pub verdict: Verdict,
    /// What holds.
    pub right: String,
    #[serde(default)]
    pub conditions: String,
    /// Keys of `sources.toml`.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The lab's experiment that measures it, `E14`; empty for a claim that is words only.
    #[serde(default)]
    pub experiment: String,
    /// Why no experiment measures it.
    #[serde(default)]
    pub unmeasured: String,
    pub chapter: u32,
    /// The line of its entry; filled in after reading.
    #[serde(skip)]
    pub line: usize,
}

impl Claim {
    pub fn place(&self) -> Place {
        Place::new(FILE, self.line)
    }

    /// The number in its id, by which a reader looks for it: C9 before C10, and C24a before C24b.
    pub fn order(&self) -> (u32, &str) {
        let digits = self.id.chars().skip(1).take_while(char::is_ascii_digit).collect::<String>();
        (digits.parse().unwrap_or(u32::MAX), &self.id)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ledger {
    /// A claim that its experiment has not measured fails the build.
    #[serde(default)]
    require_measured: bool,
    #[serde(default)]
    claim: Vec<Claim>,
}

/// Whether the experiment that the ledger names has a number about the claim.
fn is_measured(claim: &Claim, measured: &[Measured]) -> bool {
    let run = measured.iter().find(|run| run.experiment == claim.experiment);
    run.is_some_and(|run| run.findings.iter().any(|finding| finding.claim == claim.id))
}

pub fn load(root: &Path, measured: &[Measured], problems: &mut Problems) -> Vec<Claim> {
    let Some(mut ledger) = read_toml::<Ledger>(root, FILE, problems) else { return Vec::new() };
    for claim in &mut ledger.claim {
        claim.line = line_of(root, FILE, "id", &claim.id);
        if claim.experiment.is_empty() == claim.unmeasured.is_empty() {
            problems.add(
                &claim.place(),
                format!("claim {} needs one of `experiment` and `unmeasured`", claim.id),
                "name the experiment that measures it, or say in `unmeasured` why none does",
            );
        }
        if ledger.require_measured && !claim.experiment.is_empty() && !is_measured(claim, measured)
        {
            let experiment = &claim.experiment;
            problems.add(
                &claim.place(),
                format!("claim {} has no result of {experiment}", claim.id),
                format!("cargo run -- lab run {experiment} --out {}", super::measured::FOLDER),
            );
        }
    }
    for id in twice(ledger.claim.iter().map(|claim| claim.id.as_str())) {
        let place = Place::new(FILE, line_of(root, FILE, "id", id));
        problems.add(&place, format!("claim {id} is there twice"), "give each claim its own id");
    }
    ledger.claim
}
