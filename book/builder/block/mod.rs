//! The book's own blocks, one file each. `book/README.md` shows every one of them to authors.

mod claim;
mod code;
mod common;
mod coverage;
mod definition;
mod exercise;
mod figure;
mod fold;
mod gallery;
mod ledger;
mod lists;
mod numbers;
mod question;
mod quiz;
mod trail;

use crate::blocks::{Block, Piece};
use crate::desk::Desk;
use crate::prose;

/// Every kind of block, as an author writes it.
const KINDS: [&str; 21] = [
    "objectives",
    "claim",
    "common",
    "exercise",
    "figure",
    "question",
    "predict",
    "quiz",
    "derivation",
    "hint",
    "solution",
    "code",
    "definition",
    "reading",
    "terms",
    "bibliography",
    "ledger",
    "note",
    "gallery",
    "trail",
    "coverage",
];

/// A page's pieces as Markdown for mdBook.
pub fn write(desk: &mut Desk, pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text { line, text } => {
                let place = desk.here(*line);
                out.push_str(&prose::running(desk, &place, text));
            }
            Piece::Block(block) => {
                // Blank lines around it, so that Markdown sees the HTML as a block of its own.
                out.push_str(&format!("\n\n{}\n\n", write_block(desk, block).trim()));
            }
        }
    }
    out
}

fn write_block(desk: &mut Desk, block: &Block) -> String {
    match block.kind.as_str() {
        "claim" => claim::write(desk, block),
        "code" => code::write(desk, block),
        "common" => common::write(desk, block),
        "definition" => definition::write(desk, block),
        "exercise" => exercise::write(desk, block),
        "figure" => figure::write(desk, block),
        "derivation" | "hint" | "solution" => fold::write(desk, block),
        "question" => question::write_question(desk, block),
        "predict" => question::write_predict(desk, block),
        "quiz" => quiz::write(desk, block),
        "objectives" => {
            desk.silent = true;
            let written = wrapped(desk, block, "objectives", "After this chapter you can");
            desk.silent = false;
            written
        }
        "note" => wrapped(desk, block, "note", ""),
        "reading" => lists::write_reading(desk, block),
        "trail" => trail::write(desk, block),
        "terms" => lists::write_terms(desk),
        "bibliography" => lists::write_bibliography(desk),
        "coverage" => coverage::write(desk),
        "ledger" => ledger::write(desk),
        "gallery" => gallery::write(desk),
        other => {
            let hint = crate::data::nearest(other, KINDS.into_iter());
            desk.wrong(
                block.line,
                format!("unknown block `{other}`{hint}"),
                format!("the kinds are {}", KINDS.join(", ")),
            );
            String::new()
        }
    }
}

/// Markdown inside a labelled section.
fn wrapped(desk: &mut Desk, block: &Block, class: &str, label: &str) -> String {
    let label = match label {
        "" => String::new(),
        label => format!("\n<p class=\"label\">{label}</p>"),
    };
    format!("<div class=\"{class}\">{label}\n\n{}\n\n</div>", write(desk, &block.body))
}

/// The body as plain Markdown; a block inside one that takes none is a problem.
fn body_text(desk: &mut Desk, block: &Block) -> Option<(usize, String)> {
    let text = block.text().map(|(line, text)| (line, text.to_owned()));
    if text.is_none() {
        desk.wrong(
            block.line,
            format!("`::: {}` takes no other block inside", block.kind),
            "close it before the next block opens",
        );
    }
    text
}

/// The argument of a block that needs one.
fn argument<'b>(desk: &mut Desk, block: &'b Block, needs: &str) -> Option<&'b str> {
    if block.argument.is_empty() {
        let kind = &block.kind;
        desk.wrong(
            block.line,
            format!("`::: {kind}` needs {needs}"),
            format!("write `::: {kind} …` with {needs} after it"),
        );
        return None;
    }
    Some(&block.argument)
}
