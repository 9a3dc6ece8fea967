//! What of the book the exercises refer to: chapters, their headings, claims.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::course::Course;

/// The headings of every chapter that is written, and the ids of the claims. A course without its
/// book (a class may be handed the exercises alone) has nothing to hold a reference against.
#[derive(Default)]
pub struct Book {
    /// How many chapters the book lists, written or not. None where there is no book.
    listed: u32,
    /// The names of its pages, without their kind.
    pages: BTreeSet<String>,
    headings: BTreeMap<u32, Vec<String>>,
    claims: BTreeSet<String>,
    /// Claims that stand in a box of some page.
    shown: BTreeSet<String>,
    /// Exercises that have a card on some page.
    cards: BTreeSet<String>,
}

impl Book {
    /// The book of a course.
    pub fn of(course: &Course) -> Book {
        Book::at(course.root())
    }

    /// The book below the root of a repository.
    pub fn at(root: &Path) -> Book {
        let folder = root.join("book");
        let pages = folder.join("src");
        let summary = std::fs::read_to_string(pages.join("SUMMARY.md")).unwrap_or_default();
        let entries = summary.lines().filter(|line| line.trim_start().starts_with("- ["));
        let listed = entries.clone().count().try_into().unwrap_or(u32::MAX);
        let headings = (1..)
            .zip(entries)
            .filter_map(|(number, entry)| {
                let (_, page) = entry.rsplit_once('(')?;
                let text = std::fs::read_to_string(pages.join(page.trim_end_matches(')'))).ok()?;
                Some((number, text.lines().filter_map(heading).collect()))
            })
            .collect();
        let claims = std::fs::read_to_string(folder.join("data").join("claims.toml"));
        let claims = claims.unwrap_or_default();
        let ids = claims.lines().filter_map(|line| line.strip_prefix("id = \""));
        let ids = ids.filter_map(|rest| rest.split('"').next()).map(str::to_owned);
        Book {
            listed,
            pages: names_in(&pages),
            headings,
            claims: ids.collect(),
            shown: shown_in(&pages, &["claim", "common"]),
            cards: shown_in(&pages, &["exercise"]),
        }
    }

    /// Why there is no chapter of that number, as far as anyone can know.
    pub fn wrong_chapter(&self, number: u32) -> Option<String> {
        let known = self.listed == 0 || (1..=self.listed).contains(&number);
        (!known).then(|| format!("there is no chapter {number}, the last is {}", self.listed))
    }

    /// Is there such a page (`ledger.html`), as far as anyone can know?
    pub fn knows_page(&self, page: &str) -> bool {
        self.listed == 0 || page.strip_suffix(".html").is_some_and(|name| self.pages.contains(name))
    }

    /// The numbers of the chapters that are written.
    pub fn chapters(&self) -> impl Iterator<Item = u32> {
        self.headings.keys().copied()
    }

    pub fn claims(&self) -> impl Iterator<Item = &str> {
        self.claims.iter().map(String::as_str)
    }

    pub fn claims_shown(&self) -> impl Iterator<Item = &str> {
        self.shown.iter().map(String::as_str)
    }

    /// Has the exercise a card on some page, as far as anyone can know?
    pub fn has_card(&self, exercise: &str) -> bool {
        self.headings.is_empty() || self.cards.contains(exercise)
    }

    /// Why `Chapter 6, "Off the sphere"` leads nowhere; `None` if it leads somewhere, or to a chapter
    /// that is still to be written.
    pub fn wrong_reference(&self, chapter: u32, title: &str) -> Option<String> {
        if let Some(problem) = self.wrong_chapter(chapter) {
            return Some(problem);
        }
        let headings = self.headings.get(&chapter)?;
        let found = headings.iter().any(|heading| reads(heading, title));
        (!found).then(|| {
            let nearest = headings.iter().max_by(|one, other| {
                strsim::jaro_winkler(one, title).total_cmp(&strsim::jaro_winkler(other, title))
            });
            let hint = nearest.map_or(String::new(), |near| format!("; nearest: \"{near}\""));
            format!("chapter {chapter} has no section \"{title}\"{hint}")
        })
    }

    /// All `Chapter N` and `Chapter N, "Title"` of a text that lead nowhere.
    pub fn wrong_references(&self, text: &str) -> Vec<String> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.split("Chapter ")
            .skip(1)
            .filter_map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                let (number, rest) = rest.split_at(end);
                let number = number.parse().ok()?;
                match rest.strip_prefix(", \"").and_then(|rest| rest.split_once('"')) {
                    Some((title, _)) => self.wrong_reference(number, title),
                    None => self.wrong_chapter(number),
                }
            })
            .collect()
    }

    /// Is there such a claim, as far as anyone can know?
    pub fn knows_claim(&self, id: &str) -> bool {
        self.claims.is_empty() || self.claims.contains(id)
    }
}

/// The names of the Markdown files in a folder.
fn names_in(pages: &Path) -> BTreeSet<String> {
    let files = std::fs::read_dir(pages).into_iter().flatten().flatten();
    let paths = files.map(|file| file.path());
    let paths = paths.filter(|path| path.extension().is_some_and(|kind| kind == "md"));
    paths.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect()
}

/// What the blocks of these kinds, in the pages of a folder, are about: `::: claim C12` is about C12.
fn shown_in(pages: &Path, kinds: &[&str]) -> BTreeSet<String> {
    let files = std::fs::read_dir(pages).into_iter().flatten().flatten();
    let texts = files.filter_map(|file| std::fs::read_to_string(file.path()).ok());
    let mut shown = BTreeSet::new();
    for text in texts {
        let boxes = text.lines().filter_map(|line| line.trim_start().strip_prefix("::: "));
        let about = boxes.filter_map(|line| line.split_once(' '));
        let ids =
            about.filter(|(kind, _)| kinds.contains(kind)).map(|(_, id)| id.trim().to_owned());
        shown.extend(ids);
    }
    shown
}

fn heading(line: &str) -> Option<String> {
    let title = line.strip_prefix('#')?.trim_start_matches('#');
    Some(title.split("{#").next().unwrap_or(title).trim().to_owned())
}

/// A heading may hold formulas, which a message writes in plain characters: then its words decide.
fn reads(heading: &str, title: &str) -> bool {
    if !heading.contains('$') {
        return heading == title;
    }
    let mut rest = title;
    heading.split('$').step_by(2).all(|words| match rest.find(words.trim()) {
        Some(at) => {
            rest = &rest[at + words.trim().len()..];
            true
        }
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_found_letter_by_letter_but_for_its_formulas() {
        let book = Book {
            listed: 7,
            headings: BTreeMap::from([(
                6,
                vec!["Off the sphere".into(), "$K$ and $\\Theta$".into()],
            )]),
            ..Book::default()
        };
        assert_eq!(book.wrong_reference(6, "Off the sphere"), None);
        assert_eq!(book.wrong_reference(6, "K and Θ"), None);
        assert_eq!(book.wrong_reference(7, "Whatever"), None);
        assert!(book.wrong_reference(8, "Whatever").is_some_and(|why| why.contains("last is 7")));
        assert_eq!(book.wrong_references("Chapter 0. Chapter 7 derives it, Chapter 77.").len(), 2);
        assert_eq!(Book::default().wrong_reference(77, "Whatever"), None);
        let wrong = book.wrong_references("Read\nChapter 6, \"Off the\nspheer\".");
        assert!(wrong.len() == 1 && wrong[0].contains("Off the sphere"), "{wrong:?}");
    }
}
