//! Lists made from data: further reading, the bibliography, the key terms.

use super::body_text;
use crate::blocks::Block;
use crate::data::{Source, nearest};
use crate::desk::Desk;
use crate::html::escape;
use crate::problem::Place;
use crate::prose;

/// `::: reading`: lines `key: what the reader finds there`.
pub fn write_reading(desk: &mut Desk, block: &Block) -> String {
    let Some((line, text)) = body_text(desk, block) else { return String::new() };
    let mut out = String::from("<ul class=\"reading\">\n");
    for (number, entry) in entries(&text) {
        let at = line + number;
        let (key, comment) = entry.split_once(':').unwrap_or((entry.as_str(), ""));
        let data = desk.data;
        let Some(source) = data.source(key.trim()) else {
            let hint = nearest(key, data.sources.iter().map(|source| &*source.key));
            desk.wrong(
                at,
                format!("unknown source `{}`{hint}", key.trim()),
                "each entry begins with a key of book/data/sources.toml and a colon",
            );
            continue;
        };
        let place = Place::new(desk.file(), at);
        let comment = prose::inline(desk, &place, comment);
        out.push_str(&format!("<li>{} <span class=\"why\">{comment}</span></li>\n", cited(source)));
    }
    out + "</ul>"
}

/// Entries may run over several lines; the next ones are indented.
fn entries(text: &str) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        match out.last_mut() {
            Some((_, entry)) if line.starts_with(' ') => {
                entry.push('\n');
                entry.push_str(line.trim());
            }
            _ if line.trim().is_empty() => {}
            _ => out.push((number, line.to_owned())),
        }
    }
    out
}

/// A reference in full.
fn cited(source: &Source) -> String {
    let title = format!("<cite>{}</cite>", escape(&source.title));
    let stop = if source.title.ends_with(['?', '!', '.']) { "" } else { "." };
    let mut out = format!("{} ({}). {title}{stop} ", escape(&source.authors), source.year);
    out.push_str(&escape(&source.venue));
    out.push('.');
    if let Some(address) = source.address() {
        let shown = match source.doi.as_str() {
            "" => format!("arXiv:{}", source.arxiv),
            doi => format!("doi:{doi}"),
        };
        out.push_str(&format!(" <a href=\"{}\">{}</a>", escape(&address), escape(&shown)));
    }
    out
}

pub fn write_bibliography(desk: &mut Desk) -> String {
    let entries: String = desk
        .data
        .sources
        .iter()
        .map(|source| format!("<li id=\"{}\">{}</li>\n", escape(&source.key), cited(source)))
        .collect();
    format!("<ul class=\"reading\">\n{entries}</ul>")
}

pub fn write_terms(desk: &mut Desk) -> String {
    let mut out = String::from("<dl class=\"terms\">\n");
    let data = desk.data;
    for term in &data.terms {
        let place = term.place();
        let name = prose::inline(desk, &place, &term.term);
        let definition = prose::inline(desk, &place, &term.definition);
        let chapter = desk.chapter_link(term.chapter);
        out.push_str(&format!(
            "<dt id=\"{}\">{name}</dt>\n<dd>{definition} <span class=\"where\">{chapter}</span></dd>\n",
            escape(&term.id)
        ));
    }
    out + "</dl>"
}
