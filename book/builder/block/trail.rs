//! The way on from a misconception: the number that decided it, where to read, what trains it.
//!
//! ```text
//! ::: trail C82 C17
//! number: The gradient's norm grows with the exponent [](<value:E11/…>).
//! train: ex05 displacement movement
//! :::
//! ```
//!
//! `train:` may be left out: then it is the exercise of the first claim's chapter. `number:` may be left
//! out where no experiment measures the first claim: then its reason stands there.

use super::{argument, body_text, claim};
use crate::blocks::Block;
use crate::data::{Claim, Exercise, nearest};
use crate::desk::Desk;
use crate::html::escape;
use crate::problem::Place;
use crate::prose;

pub fn write(desk: &mut Desk, block: &Block) -> String {
    let Some(ids) = argument(desk, block, "the claims' ids, `C82 C17`") else {
        return String::new();
    };
    let claims = known(desk, block.line, ids);
    let Some(first) = claims.first() else { return String::new() };
    let Some((line, text)) = body_text(desk, block) else { return String::new() };
    let number = number(desk, block.line, line, &text, first);
    let mut ways = vec![read(desk, &claims)];
    ways.extend(train(desk, block.line, &text, first.chapter));
    ways.push(ledger(desk, &claims));
    format!(
        "<aside class=\"trail\" aria-label=\"Follow it up\">\n{number}\n<p class=\"ways\">{}</p>\n</aside>",
        ways.join(" ")
    )
}

fn known<'d>(desk: &mut Desk<'d>, line: usize, ids: &str) -> Vec<&'d Claim> {
    let data = desk.data;
    let mut out = Vec::new();
    for id in ids.split_whitespace() {
        match data.claim(id) {
            Some(claim) => out.push(claim),
            None => claim::unknown(desk, line, id),
        }
    }
    out
}

/// What follows `key:`, over the lines that it takes, with the line on which it begins.
fn part(text: &str, key: &str) -> Option<(usize, String)> {
    let opens = |line: &str| ["number:", "train:"].iter().any(|key| line.starts_with(key));
    let begin = text.lines().position(|line| line.starts_with(key))?;
    let mut lines = text.lines().skip(begin);
    let mut out = lines.next()?.get(key.len()..)?.to_owned();
    for line in lines.take_while(|line| !opens(line)) {
        out.push('\n');
        out.push_str(line);
    }
    Some((begin, out))
}

/// The sentence with the measured number. A number that somebody typed is a mistake.
fn number(desk: &mut Desk, at: usize, line: usize, text: &str, first: &Claim) -> String {
    let (label, class, html) = match part(text, "number:") {
        Some((offset, sentence)) => {
            if !sentence.contains("value:") {
                let next = "refer to it: `[](value:E08/slope)`";
                desk.wrong(line + offset, "`number:` shows no measured number", next);
            }
            let place = Place::new(desk.file(), line + offset);
            let html = prose::inline(desk, &place, &sentence);
            ("Measured", "number", format!("{html} {}", experiments(desk, &sentence)))
        }
        None => {
            if first.unmeasured.is_empty() {
                let what = format!("{} is measured, and `number:` is missing", first.id);
                desk.wrong(at, what, "write `number:` and a sentence with a `value:` in it");
            }
            let why = prose::inline(desk, &first.place(), &first.unmeasured);
            ("Not measured", "number unmeasured", why)
        }
    };
    format!("<p class=\"{class}\"><b>{label}</b> {html}</p>")
}

/// Where the numbers of a sentence come from: their experiments, each once, in the gallery.
fn experiments(desk: &Desk, sentence: &str) -> String {
    let gallery = desk.path_to("lab.html");
    let mut ids: Vec<&str> =
        sentence.split("value:").skip(1).filter_map(|rest| Some(rest.split_once('/')?.0)).collect();
    ids.dedup();
    let links: Vec<String> = ids
        .iter()
        .map(|id| format!("<a href=\"{gallery}#{id}\">{id}</a>", id = escape(id)))
        .collect();
    format!("<span class=\"where\">{}</span>", links.join(", "))
}

/// The chapters of the claims, each once, at the claim's box.
fn read(desk: &mut Desk, claims: &[&Claim]) -> String {
    let mut links: Vec<String> = Vec::new();
    let mut seen = Vec::new();
    for claim in claims.iter().filter(|claim| !claim_seen(&mut seen, claim.chapter)) {
        let page = desk.chapters.0.get(&claim.chapter).and_then(|chapter| chapter.page.as_deref());
        let name = format!("chapter {}", claim.chapter);
        links.push(match page {
            Some(page) => format!("<a href=\"{}\">{name}</a>", desk.to_claim(page, &claim.id)),
            None => name,
        });
    }
    format!("<span><b>Read</b> {}</span>", links.join(", "))
}

fn claim_seen(seen: &mut Vec<u32>, chapter: u32) -> bool {
    let before = seen.contains(&chapter);
    seen.push(chapter);
    before
}

/// The exercise in which one would make the mistake, and its functions.
fn train(desk: &mut Desk, at: usize, text: &str, chapter: u32) -> Option<String> {
    let data = desk.data;
    let written = part(text, "train:").map(|(_, names)| names).unwrap_or_default();
    let mut names = written.split_whitespace();
    let exercise = match names.next() {
        Some(id) => data.exercise(id).or_else(|| {
            let hint = nearest(id, data.exercises.iter().map(|exercise| &*exercise.id));
            let next = "write `train: ex05`, and after it functions of that exercise";
            desk.wrong(at, format!("unknown exercise `{id}`{hint}"), next);
            None
        })?,
        None => data.exercises.iter().find(|exercise| exercise.chapter == chapter)?,
    };
    let functions: Vec<&str> = names.collect();
    for name in &functions {
        if !exercise.functions.iter().any(|function| function.name == *name) {
            let hint = nearest(name, exercise.functions.iter().map(|function| &*function.name));
            let what = format!("{} has no function `{name}`{hint}", exercise.id);
            desk.wrong(at, what, "name a function that the exercise asks for");
        }
    }
    Some(format!("<span><b>Train</b> {}</span>", to_exercise(desk, at, exercise, &functions)))
}

fn to_exercise(desk: &mut Desk, line: usize, exercise: &Exercise, functions: &[&str]) -> String {
    let number = exercise.id.trim_start_matches("ex").trim_start_matches('0');
    let name = format!("exercise {number}");
    let mut out = match desk.card_page(line, exercise) {
        Some(page) => format!("<a href=\"{}\">{name}</a>", desk.page_link(&page, &exercise.id)),
        None => name,
    };
    let codes: Vec<String> =
        functions.iter().map(|name| format!("<code>{}</code>", escape(name))).collect();
    if !codes.is_empty() {
        out.push_str(&format!(" ({})", codes.join(", ")));
    }
    out
}

fn ledger(desk: &Desk, claims: &[&Claim]) -> String {
    let ledger = desk.path_to("ledger.html");
    let links: Vec<String> = claims
        .iter()
        .map(|claim| {
            let id = escape(&claim.id);
            format!(
                "<a class=\"id\" href=\"{ledger}#{id}\">{id}</a> {}",
                claim::badge(claim.verdict)
            )
        })
        .collect();
    format!("<span><b>Ledger</b> {}</span>", links.join(" "))
}
