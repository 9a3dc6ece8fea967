//! What a page is written with: the data it may name, the formulas and drawings it leaves
//! place-holders for, and the list of what is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::atlas::Atlas;
use crate::data::{Data, Exercise};
use crate::drawings::Drawings;
use crate::maths::Maths;
use crate::problem::{Place, Problems};

/// The book's chapters by number. A chapter that SUMMARY.md lists without a file has no page yet.
#[derive(Default)]
pub struct Chapters(pub BTreeMap<u32, Chapter>);

impl Chapters {
    /// The chapter's page, if it is written.
    pub fn page(&self, number: u32) -> Option<&str> {
        self.0.get(&number)?.page.as_deref()
    }
}

pub struct Chapter {
    pub name: String,
    /// `06-two-layer-relu.md`, from `book/src`.
    pub page: Option<String>,
}

/// A link of a page, checked once every page is built.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkUse {
    pub place: Place,
    /// The page it stands on, and where it goes, as written: `06-two-layer-relu.md#off-the-sphere`.
    pub page: String,
    pub to: String,
}

pub struct Desk<'a> {
    pub data: &'a Data,
    pub chapters: &'a Chapters,
    pub atlas: &'a Atlas,
    pub maths: &'a mut Maths,
    pub drawings: &'a mut Drawings,
    pub problems: &'a mut Problems,
    pub links: &'a mut Vec<LinkUse>,
    /// The page, as a path from `book/src`.
    pub page: String,
    /// How many quick questions and predictions the page has so far: they need names of their own.
    pub questions: usize,
    /// Claims whose box the page has: the first box is the one that links lead to.
    pub boxed: BTreeSet<String>,
    /// Claims whose common version the page has told so far.
    pub told: BTreeSet<String>,
    /// Key terms that the page has linked so far: where every reader sees it, and in folded text.
    pub linked: [BTreeSet<String>; 2],
    /// Whether the text at hand is folded, and whether it is one in which terms stay without links.
    pub folded: bool,
    pub silent: bool,
}

impl Desk<'_> {
    /// The Markdown file of this page, as an author knows it.
    pub fn file(&self) -> String {
        format!("book/src/{}", self.page)
    }

    pub fn here(&self, line: usize) -> Place {
        Place::new(self.file(), line)
    }

    pub fn wrong(&mut self, line: usize, what: impl Into<String>, next: impl Into<String>) {
        let place = self.here(line);
        self.problems.add(&place, what, next);
    }

    /// The way from this page to another file of the book.
    pub fn path_to(&self, target: &str) -> String {
        let depth = Path::new(&self.page).components().count().saturating_sub(1);
        format!("{}{target}", "../".repeat(depth))
    }

    /// The way from this page to another one, once built: `page` is a path from `book/src`.
    pub fn page_link(&self, page: &str, address: &str) -> String {
        let page = self.path_to(page).replace(".md", ".html");
        if address.is_empty() { page } else { format!("{page}#{address}") }
    }

    /// The attribute that makes a claim's box one to link to: the first of those on this page.
    pub fn box_id(&mut self, claim: &str) -> String {
        if self.boxed.insert(claim.to_owned()) { format!(" id=\"{claim}\"") } else { String::new() }
    }

    /// Whether a term's mention at this place would be the first one to be linked.
    pub fn is_new(&self, term: &str) -> bool {
        let [open, folded] = &self.linked;
        !(open.contains(term) || self.folded && folded.contains(term))
    }

    pub fn mentioned(&mut self, term: &str) {
        self.linked[usize::from(self.folded)].insert(term.to_owned());
    }

    /// Writes something with the text counted as folded.
    pub fn fold<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.folded, true);
        let written = write(self);
        self.folded = before;
        written
    }

    /// Where a page treats a claim, or the page where it has no place for it.
    pub fn to_claim(&self, page: &str, claim: &str) -> String {
        self.page_link(page, self.atlas.address(page, claim).unwrap_or(""))
    }

    /// What readers call a page: `chapter 6`, or its title.
    pub fn page_name(&self, page: &str) -> String {
        let known =
            self.chapters.0.iter().find(|(_, chapter)| chapter.page.as_deref() == Some(page));
        match known {
            Some((number, _)) => format!("chapter {number}"),
            None => self.atlas.title(page).unwrap_or(page).to_owned(),
        }
    }

    /// The page with the exercise's card: its chapter's page, or another one. None as long as its chapter
    /// has no page; otherwise what is wrong, and where to mend it.
    pub fn card(&self, exercise: &Exercise) -> Result<Option<&str>, (String, String)> {
        let home = self.chapters.page(exercise.chapter);
        match (self.atlas.card(&exercise.id, home), home) {
            (Some(page), _) => Ok(Some(page)),
            (None, None) => Ok(None),
            (None, Some(page)) => {
                let id = &exercise.id;
                let next = format!("put `::: exercise {id}` on one, say book/src/{page}");
                Err((format!("{id} has no card on any page"), next))
            }
        }
    }

    /// As [`Desk::card`]; what is wrong is a problem of this line.
    pub fn card_page(&mut self, line: usize, exercise: &Exercise) -> Option<String> {
        match self.card(exercise) {
            Ok(page) => page.map(str::to_owned),
            Err((what, next)) => {
                self.wrong(line, what, next);
                None
            }
        }
    }

    /// The number that readers know a chapter by, linked where the chapter has a page.
    pub fn chapter_link(&mut self, number: u32) -> String {
        match self.chapters.0.get(&number).and_then(|chapter| chapter.page.clone()) {
            Some(page) => {
                let page = self.path_to(&page).replace(".md", ".html");
                format!("<a href=\"{page}\">chapter {number}</a>")
            }
            None => format!("chapter {number}"),
        }
    }
}
