//! The key terms (`book/data/terms.toml`): each has one page of record and one definition.

use std::path::Path;

use serde::Deserialize;

use super::{line_of, read_toml, twice};
use crate::problem::{Place, Problems};

pub const FILE: &str = "book/data/terms.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// `gradient-flow`: text links to it as `term:gradient-flow`.
    pub id: String,
    pub term: String,
    /// One or two sentences (Markdown with maths).
    pub definition: String,
    /// Other forms of it in a text: `Gram matrices`.
    #[serde(default)]
    pub also: Vec<String>,
    /// Phrases that begin with it and mean something else: `residual connection`.
    #[serde(default)]
    pub except: Vec<String>,
    /// Its words have other meanings as well: authors link it, the builder does not.
    #[serde(default)]
    pub common_word: bool,
    /// The chapter that introduces it.
    pub chapter: u32,
    #[serde(skip)]
    pub line: usize,
}

impl Term {
    pub fn place(&self) -> Place {
        Place::new(FILE, self.line)
    }

    /// Its name and the other forms of it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.term).chain(&self.also).map(String::as_str)
    }
}

#[derive(Deserialize)]
struct Terms {
    #[serde(default)]
    term: Vec<Term>,
}

pub fn load(root: &Path, problems: &mut Problems) -> Vec<Term> {
    let Some(mut terms) = read_toml::<Terms>(root, FILE, problems) else { return Vec::new() };
    for term in &mut terms.term {
        term.line = line_of(root, FILE, "id", &term.id);
    }
    for id in twice(terms.term.iter().map(|term| term.id.as_str())) {
        let place = Place::new(FILE, line_of(root, FILE, "id", id));
        problems.add(&place, format!("term `{id}` is there twice"), "keep one of the two");
    }
    terms.term.sort_by_key(|term| term.term.to_lowercase());
    terms.term
}
