//! Links by name: what `term:`, `claim:`, `cite:`, `exercise:`, `chapter:`,
//! `value:` and `theory:` stand for.

use std::ops::Range;

use super::Edit;
use crate::data::nearest;
use crate::desk::{Desk, LinkUse};
use crate::problem::Place;

/// Resolves a link of the book's own kinds; any other is kept and checked later.
pub(super) fn resolve(
    desk: &mut Desk,
    at: &Place,
    text: &str,
    to: &str,
    range: Range<usize>,
    out: &mut Vec<Edit>,
) {
    let whole = &text[range.clone()];
    // `[label](to)`, or `[label](<to>)` where the name has spaces, as the lab's have.
    let written = |open: &str| whole.rfind(&format!("{open}{to}")).map(|at| (at, at + open.len()));
    let Some((split, begin)) = written("](").or_else(|| written("](<")) else { return };
    let label = &whole[1..split];
    let target = range.start + begin..range.start + begin + to.len();
    match desk.target(to) {
        Target::Plain => {
            let place = at.clone();
            desk.links.push(LinkUse { place, page: desk.page.clone(), to: to.to_owned() });
        }
        Target::Page { address, name } => {
            out.push((target, address));
            if label.is_empty() {
                out.push((range.start + 1..range.start + 1, name));
            }
        }
        Target::Words(name) if label.is_empty() => out.push((range, name)),
        Target::Words(_) => {
            out.push((range.start..range.start + 1, String::new()));
            out.push((range.start + split..range.end, String::new()));
        }
        Target::Unknown { what, next } => desk.problems.add(at, what, next),
    }
}

/// Where one of the book's own links goes.
enum Target {
    /// An ordinary link.
    Plain,
    /// A page and the words for a link that has none.
    Page {
        address: String,
        name: String,
    },
    /// No link: words only.
    Words(String),
    Unknown {
        what: String,
        next: String,
    },
}

impl Desk<'_> {
    fn target(&self, to: &str) -> Target {
        let Some((kind, id)) = to.split_once(':') else { return Target::Plain };
        let page = |file: &str, name: &str| Target::Page {
            address: format!("{}#{id}", self.path_to(file)),
            name: name.to_owned(),
        };
        match kind {
            "term" => self.data.term(id).map(|term| page("terms.md", &term.term)),
            "claim" => self.data.claim(id).map(|claim| page("ledger.md", &claim.id)),
            "cite" => self.data.source(id).map(|source| page("bibliography.md", &source.short)),
            "exercise" => self.data.exercise(id).map(|exercise| match self.card(exercise) {
                Ok(Some(file)) => page(file, &exercise.title),
                Ok(None) => Target::Words(exercise.title.clone()),
                Err((what, next)) => Target::Unknown { what, next },
            }),
            "chapter" => self.chapter_target(id),
            "value" => self.data.finding(id).map(|finding| {
                Target::Words(format!("<span class=\"value\">{}</span>", finding.value()))
            }),
            "theory" => self.data.finding(id).map(|finding| {
                Target::Words(format!("<span class=\"value\">{}</span>", finding.theory()))
            }),
            _ => return Target::Plain,
        }
        .unwrap_or_else(|| self.unknown(kind, id))
    }

    fn chapter_target(&self, id: &str) -> Option<Target> {
        let chapter = self.chapters.0.get(&id.parse().ok()?)?;
        let name = format!("chapter {id}");
        Some(match &chapter.page {
            Some(page) => Target::Page { address: self.path_to(page), name },
            None => Target::Words(name),
        })
    }

    fn unknown(&self, kind: &str, id: &str) -> Target {
        let data = self.data;
        let (list, hint) = match kind {
            "term" => ("book/data/terms.toml", nearest(id, data.terms.iter().map(|t| &*t.id))),
            "claim" => ("book/data/claims.toml", nearest(id, data.claims.iter().map(|c| &*c.id))),
            "cite" => ("book/data/sources.toml", nearest(id, data.sources.iter().map(|s| &*s.key))),
            "chapter" => ("book/src/SUMMARY.md", String::new()),
            "value" | "theory" => ("book/data/lab", String::new()),
            _ => ("exercises/", nearest(id, data.exercises.iter().map(|e| &*e.id))),
        };
        Target::Unknown {
            what: format!("unknown {kind} `{id}`{hint}"),
            next: format!("the known ones are in {list}"),
        }
    }
}
