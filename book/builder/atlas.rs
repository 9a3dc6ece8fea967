//! Where in the book things stand: its headings, the boxes of its claims and the cards of its exercises,
//! known before any page is written, so that a page can say where another one treats what it names.

use std::collections::{BTreeMap, BTreeSet};

use crate::blocks::{Block, Piece};
use crate::prose;

/// Every page's headings, boxes and cards, by its path from `book/src`.
#[derive(Default)]
pub struct Atlas(BTreeMap<String, Sheet>);

#[derive(Default)]
struct Sheet {
    /// Address and words of each heading; the first one is the page's title.
    headings: Vec<(String, String)>,
    /// Claims that have a box here.
    claims: BTreeSet<String>,
    /// Claims whose common version is told here.
    told: BTreeSet<String>,
    /// Claims that are taken up here as a misconception, each with the address of its heading.
    misread: BTreeMap<String, String>,
    /// Exercises that have their card here.
    cards: BTreeSet<String>,
}

impl Atlas {
    /// Takes in a page.
    pub fn add(&mut self, page: &str, pieces: &[Piece]) {
        self.0.entry(page.to_owned()).or_default().read(pieces);
    }

    /// The pages that treat a claim.
    pub fn pages_of(&self, claim: &str) -> impl Iterator<Item = &str> {
        let treats = move |sheet: &Sheet| sheet.address(claim).is_some();
        self.0.iter().filter(move |(_, sheet)| treats(sheet)).map(|(page, _)| page.as_str())
    }

    /// Where on a page a claim is treated: its box, or the heading of the misconception.
    pub fn address<'a>(&'a self, page: &str, claim: &'a str) -> Option<&'a str> {
        self.0.get(page)?.address(claim)
    }

    /// Whether the page has the claim's own box, beside which the common version is told.
    pub fn has_box(&self, page: &str, claim: &str) -> bool {
        self.0.get(page).is_some_and(|sheet| sheet.claims.contains(claim))
    }

    /// The page with the exercise's card; of several, the one named `home`.
    pub fn card(&self, exercise: &str, home: Option<&str>) -> Option<&str> {
        let pages = self.0.iter().filter(|(_, sheet)| sheet.cards.contains(exercise));
        pages.map(|(page, _)| page.as_str()).min_by_key(|page| Some(*page) != home)
    }

    pub fn title(&self, page: &str) -> Option<&str> {
        self.0.get(page)?.headings.first().map(|(_, words)| words.as_str())
    }

    /// The words of a heading, by its address.
    pub fn heading(&self, page: &str, address: &str) -> Option<&str> {
        let headings = &self.0.get(page)?.headings;
        headings.iter().find(|(known, _)| known == address).map(|(_, words)| words.as_str())
    }
}

impl Sheet {
    fn address<'a>(&'a self, claim: &'a str) -> Option<&'a str> {
        let boxed = self.claims.contains(claim) || self.told.contains(claim);
        if boxed { Some(claim) } else { self.misread.get(claim).map(String::as_str) }
    }

    fn read(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Text { text, .. } => self.headings.extend(prose::headings(text)),
                Piece::Block(block) => self.read_block(block),
            }
        }
    }

    fn read_block(&mut self, block: &Block) {
        match block.kind.as_str() {
            "claim" => self.claims.insert(block.argument.clone()),
            "exercise" => self.cards.insert(block.argument.clone()),
            "common" => self.told.insert(block.argument.clone()),
            "trail" => {
                let heading = self.headings.last().map(|(address, _)| address.clone());
                let first = block.argument.split_whitespace().next().map(str::to_owned);
                let entry = first.zip(heading);
                entry.is_some_and(|(claim, at)| self.misread.insert(claim, at).is_none())
            }
            _ => false,
        };
        self.read(&block.body);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::parse;
    use crate::problem::Problems;

    #[test]
    fn of_several_cards_the_one_at_home_is_led_to() {
        let mut atlas = Atlas::default();
        for page in ["a.md", "b.md", "c.md"] {
            let source = "::: note\n::: exercise ex01\n:::\n:::\n";
            atlas.add(page, &parse(page, source, &mut Problems::default()));
        }
        assert_eq!(atlas.card("ex01", Some("b.md")), Some("b.md"));
        assert_eq!(atlas.card("ex01", Some("d.md")), Some("a.md"));
        assert_eq!((atlas.card("ex01", None), atlas.card("ex02", None)), (Some("a.md"), None));
    }

    #[test]
    fn headings_and_boxes_are_found_inside_blocks_as_well() {
        let source = "# The $x$ {#x}\n\n## So, *what*\n\n::: predict\nWhy?\n::: reveal\n### Now\n\
                      ::: claim C02\n:::\n:::\n:::\n::: common C02\n:::\n::: common C01\n:::\n## Myth\n::: trail C03 C04\n:::\n";
        let mut atlas = Atlas::default();
        atlas.add("a.md", &parse("a.md", source, &mut Problems::default()));
        assert_eq!(atlas.title("a.md"), Some("The x"));
        assert_eq!(atlas.heading("a.md", "so-what"), Some("So, what"));
        assert_eq!(atlas.heading("a.md", "now"), Some("Now"));
        assert_eq!(atlas.pages_of("C02").collect::<Vec<_>>(), ["a.md"]);
        assert_eq!(atlas.address("a.md", "C01"), Some("C01"));
        assert_eq!(atlas.address("a.md", "C03"), Some("myth"));
        assert_eq!(atlas.address("a.md", "C04").or(atlas.address("b.md", "C01")), None);
        assert!(atlas.has_box("a.md", "C02") && !atlas.has_box("a.md", "C01"));
    }
}
