//! Where is what: the subject item by item, and the places of the book that treat it
//! (`book/data/coverage.toml`). It also shows that nothing was left out.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::{Claim, nearest, read_toml};
use crate::problem::{Place, Problems};

pub const FILE: &str = "book/data/coverage.toml";

/// A section of the subject.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub name: String,
    /// The page that treats most of it, from `book/src`; empty where there is no such page.
    #[serde(default)]
    pub at: String,
    /// How many items of each kind it has, counted apart from the list.
    counts: BTreeMap<String, usize>,
    pub items: Vec<Item>,
    #[serde(skip)]
    pub line: usize,
}

/// Something that the subject says, asks or shows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// `formula`, `problem`, `pitfall`, …
    pub kind: String,
    pub name: String,
    /// Places of the book, `06-two-layer-relu.md#off-the-sphere`, the most important first.
    pub at: Vec<String>,
    /// Claims of the ledger that it makes.
    #[serde(default)]
    pub claims: Vec<String>,
    #[serde(skip)]
    pub line: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Coverage {
    /// The last claim that the subject makes; those after it are the book's own.
    last_claim: String,
    #[serde(default)]
    part: Vec<Part>,
}

/// The parts in the order of the subject; none where a book has no such table.
pub fn load(root: &Path, claims: &[Claim], problems: &mut Problems) -> Vec<Part> {
    let Ok(text) = std::fs::read_to_string(root.join(FILE)) else { return Vec::new() };
    let Some(mut coverage) = read_toml::<Coverage>(root, FILE, problems) else { return Vec::new() };
    number_lines(&mut coverage.part, &text);
    for part in &coverage.part {
        check_counts(part, problems);
        for item in &part.items {
            check_item(item, claims, problems);
        }
    }
    check_claims(&coverage, claims, problems);
    coverage.part
}

/// Every claim of the subject belongs to one of its items.
fn check_claims(coverage: &Coverage, claims: &[Claim], problems: &mut Problems) {
    let Some(last) = claims.iter().find(|claim| claim.id == coverage.last_claim) else {
        let what = format!("the last claim of the subject, `{}`, is unknown", coverage.last_claim);
        problems.add(&Place::new(FILE, 0), what, "the claims are in claims.toml");
        return;
    };
    let items: Vec<&Item> = coverage.part.iter().flat_map(|part| &part.items).collect();
    for claim in claims.iter().filter(|claim| claim.order() <= last.order()) {
        if !items.iter().any(|item| item.claims.contains(&claim.id)) {
            let what = format!("{} belongs to no item of the subject", claim.id);
            let next = format!("name it in `claims` of an item of {FILE}");
            problems.add(&claim.place(), what, next);
        }
    }
}

/// Items stand on lines of their own, each part under its `[[part]]`: so they are found in order.
fn number_lines(parts: &mut [Part], text: &str) {
    let mut lines = (1..).zip(text.lines());
    let mut find = |start: &str| {
        lines.find(|(_, line)| line.trim_start().starts_with(start)).map_or(0, |(number, _)| number)
    };
    for part in parts {
        part.line = find("[[part]]");
        for item in &mut part.items {
            item.line = find("{ kind");
        }
    }
}

fn check_counts(part: &Part, problems: &mut Problems) {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for item in &part.items {
        *found.entry(item.kind.clone()).or_default() += 1;
    }
    let kinds = found.keys().chain(part.counts.keys());
    for kind in kinds.collect::<std::collections::BTreeSet<_>>() {
        let (listed, counted) = (found.get(kind), part.counts.get(kind));
        if listed != counted {
            let [listed, counted] = [listed, counted].map(|n| n.copied().unwrap_or(0));
            problems.add(
                &Place::new(FILE, part.line),
                format!("`{}` lists {listed} of the kind `{kind}` and counts {counted}", part.name),
                "list what is missing, or count again",
            );
        }
    }
}

fn check_item(item: &Item, claims: &[Claim], problems: &mut Problems) {
    let place = Place::new(FILE, item.line);
    if item.at.is_empty() {
        let next = "write it where it belongs, and name the place in `at`";
        problems.add(&place, format!("the book treats `{}` nowhere", item.name), next);
    }
    for id in item.claims.iter().filter(|id| !claims.iter().any(|claim| claim.id == **id)) {
        let hint = nearest(id, claims.iter().map(|claim| &*claim.id));
        problems.add(
            &place,
            format!("unknown claim `{id}`{hint}"),
            "the claims are in claims.toml",
        );
    }
}
