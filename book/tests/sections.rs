//! The exercises' messages send learners to sections of the book: each of them is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("lies in the repository").to_owned()
}

/// Chapter number and section title of each `Chapter 6, "Off the sphere"` in the known mistakes.
fn named() -> BTreeSet<(u32, String)> {
    let mut out = BTreeSet::new();
    let solutions = fs::read_dir(root().join("solutions")).expect("there are solutions");
    for solution in solutions.flatten() {
        let Ok(mistakes) = fs::read_dir(solution.path().join("mistakes")) else { continue };
        for file in
            mistakes.flatten().filter(|file| file.path().extension().is_some_and(|e| e == "rs"))
        {
            let text = fs::read_to_string(file.path()).expect("can be read");
            let comment: Vec<&str> =
                text.lines().filter_map(|line| line.strip_prefix("//!")).map(str::trim).collect();
            for part in comment.join(" ").split("Chapter ").skip(1) {
                let Some((number, rest)) = part.split_once(", \"") else { continue };
                let (Ok(number), Some((title, _))) = (number.parse(), rest.split_once('"')) else {
                    continue;
                };
                out.insert((number, title.to_owned()));
            }
        }
    }
    out
}

/// The headings of each numbered chapter, in plain characters.
fn sections() -> BTreeMap<u32, BTreeSet<String>> {
    let source = root().join("book/src");
    let summary = fs::read_to_string(source.join("SUMMARY.md")).expect("there is one");
    let entries = summary.lines().filter(|line| line.trim_start().starts_with("- ["));
    (1..)
        .zip(entries)
        .filter_map(|(number, entry)| {
            let (_, page) = entry.rsplit_once('(')?;
            let text = fs::read_to_string(source.join(page.trim_end_matches(')'))).ok()?;
            Some((number, text.lines().filter_map(heading).collect()))
        })
        .collect()
}

fn heading(line: &str) -> Option<String> {
    let title = line.strip_prefix('#')?.trim_start_matches('#');
    let title = title.split("{#").next().unwrap_or(title);
    Some(ntk_book::maths::plain(title.trim()))
}

#[test]
fn every_section_that_a_message_names_is_in_the_book() {
    let (named, sections) = (named(), sections());
    assert!(
        named.len() > 15,
        "only {} sections are named: is the format another one?",
        named.len()
    );
    let missing: Vec<_> = named
        .iter()
        .filter(|(chapter, _)| sections.contains_key(chapter))
        .filter(|(chapter, title)| !sections[chapter].contains(title))
        .collect();
    assert!(missing.is_empty(), "the book has no such sections: {missing:?}");
}
