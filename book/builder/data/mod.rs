//! What the pages refer to by id: claims, measured results, terms, sources, exercises, macros.

mod claims;
mod coverage;
mod exercises;
mod measured;
mod quiz;
mod sources;
mod terms;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ntk_checker::quiz::Question;
use serde::de::DeserializeOwned;

pub use claims::{Claim, Verdict};
pub use coverage::{FILE as COVERAGE, Item, Part};
pub use exercises::Exercise;
pub use measured::{Finding, Lab, Measured};
pub use quiz::FILE as QUIZ;
pub use sources::Source;
pub use terms::Term;

use crate::problem::{Place, Problems};

/// Everything that a page may name, read once for a build.
pub struct Data {
    /// The root of the repository.
    pub root: PathBuf,
    pub claims: Vec<Claim>,
    pub measured: Vec<Measured>,
    pub terms: Vec<Term>,
    pub sources: Vec<Source>,
    pub exercises: Vec<Exercise>,
    /// The questions of the quiz.
    pub questions: Vec<Question>,
    /// The subject, item by item, and where the book treats it.
    pub coverage: Vec<Part>,
    /// TeX macros: name with backslash, meaning.
    pub macros: BTreeMap<String, String>,
    /// Shell commands of this project's own programs begin with this.
    pub command: &'static str,
}

impl Data {
    /// Reads `book/data` and the exercises of the repository at `root`.
    pub fn load(root: &Path, problems: &mut Problems) -> Self {
        let measured = measured::load(root, problems);
        let claims = claims::load(root, &measured, problems);
        measured::check_claims(&measured, &claims, problems);
        Self {
            root: root.to_owned(),
            terms: terms::load(root, problems),
            sources: sources::load(root, problems),
            exercises: exercises::load(root, problems),
            questions: quiz::load(root, problems),
            macros: read_toml(root, "book/data/macros.toml", problems).unwrap_or_default(),
            coverage: coverage::load(root, &claims, problems),
            claims,
            measured,
            command: "cargo run --",
        }
    }

    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    pub fn exercise(&self, id: &str) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.id == id)
    }

    /// The finding `EXPERIMENT/NAME`.
    pub fn finding(&self, path: &str) -> Option<&Finding> {
        let (experiment, name) = path.split_once('/')?;
        let measured = self.measured.iter().find(|m| m.experiment == experiment)?;
        measured.findings.iter().find(|finding| finding.name == name)
    }
}

/// Reads a TOML file; what is wrong with it becomes a problem at its line.
fn read_toml<T: DeserializeOwned>(root: &Path, file: &str, problems: &mut Problems) -> Option<T> {
    let text = read(root, file, problems)?;
    match toml::from_str(&text) {
        Ok(value) => Some(value),
        Err(error) => {
            let before = error.span().map_or("", |span| text.get(..span.start).unwrap_or(""));
            let line = before.matches('\n').count() + 1;
            problems.add(&Place::new(file, line), error.message(), "mend this line");
            None
        }
    }
}

fn read(root: &Path, file: &str, problems: &mut Problems) -> Option<String> {
    match std::fs::read_to_string(root.join(file)) {
        Ok(text) => Some(text),
        Err(error) => {
            problems.add(&Place::new(file, 0), error.to_string(), "the book needs this file");
            None
        }
    }
}

/// The line of `file` on which `key = "value"` stands: where an author mends an entry.
pub fn line_of(root: &Path, file: &str, key: &str, value: &str) -> usize {
    let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
    let quoted = format!("\"{value}\"");
    text.lines()
        .position(|line| line.trim_start().starts_with(key) && line.contains(&quoted))
        .map_or(0, |at| at + 1)
}

/// The ids that occur more than once.
fn twice<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = std::collections::BTreeSet::new();
    ids.filter(|id| !seen.insert(*id)).collect()
}

/// The known id that is most like `wanted`, as the end of a message.
pub fn nearest<'a>(wanted: &str, known: impl Iterator<Item = &'a str>) -> String {
    let alike = |id: &str| {
        id.bytes().zip(wanted.bytes()).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count()
    };
    known
        .map(|id| (alike(id), std::cmp::Reverse(id.len()), id))
        .max()
        .filter(|(alike, ..)| *alike > 1)
        .map_or(String::new(), |(.., id)| format!("; did you mean `{id}`?"))
}
