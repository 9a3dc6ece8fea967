//! The bibliography (`book/data/sources.toml`).

use std::path::Path;

use serde::Deserialize;

use super::{line_of, read_toml, twice};
use crate::problem::{Place, Problems};

pub const FILE: &str = "book/data/sources.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// `jacot2018`: text links to it as `cite:jacot2018`.
    pub key: String,
    /// As a list of references prints them.
    pub authors: String,
    /// As a sentence names it: `Jacot, Gabriel & Hongler 2018`.
    pub short: String,
    pub title: String,
    /// Journal, proceedings or publisher.
    pub venue: String,
    pub year: u32,
    #[serde(default)]
    pub doi: String,
    #[serde(default)]
    pub arxiv: String,
}

impl Source {
    /// Where to read it: the DOI first, since it outlives web pages.
    pub fn address(&self) -> Option<String> {
        if !self.doi.is_empty() {
            return Some(format!("https://doi.org/{}", self.doi));
        }
        (!self.arxiv.is_empty()).then(|| format!("https://arxiv.org/abs/{}", self.arxiv))
    }
}

#[derive(Deserialize)]
struct Sources {
    #[serde(default)]
    source: Vec<Source>,
}

pub fn load(root: &Path, problems: &mut Problems) -> Vec<Source> {
    let Some(mut sources) = read_toml::<Sources>(root, FILE, problems) else { return Vec::new() };
    for key in twice(sources.source.iter().map(|source| source.key.as_str())) {
        let place = Place::new(FILE, line_of(root, FILE, "key", key));
        problems.add(&place, format!("source `{key}` is there twice"), "keep one of the two");
    }
    sources.source.sort_by(|a, b| (&a.authors, a.year).cmp(&(&b.authors, b.year)));
    sources.source
}
