//! The common version: what is usually written, why it tempts, what is right, how we know.
//!
//! ```text
//! ::: common C12
//! usual: $f(t) = …$
//! tempts: it looks like the scalar solution.
//! holds: the exponential stands on the left.
//! know: the other order does not multiply.
//! :::
//! ```

use super::{argument, body_text};
use crate::blocks::Block;
use crate::desk::Desk;
use crate::problem::Place;
use crate::prose;

const PARTS: [(&str, &str); 4] = [
    ("usual", "Usually written"),
    ("tempts", "It tempts because"),
    ("holds", "What holds"),
    ("know", "How we know"),
];

pub fn write(desk: &mut Desk, block: &Block) -> String {
    let Some(id) = argument(desk, block, "the claim's id, `C12`") else { return String::new() };
    let Some(claim) = desk.data.claim(id) else {
        super::claim::unknown(desk, block.line, id);
        return String::new();
    };
    let Some((line, text)) = body_text(desk, block) else { return String::new() };
    let (name, verdict) = (claim.verdict.name(), super::claim::badge(claim.verdict));
    let ledger = desk.path_to("ledger.html");
    // Beside the claim's own box, links lead to that one.
    let beside = desk.atlas.has_box(&desk.page, id);
    let address = if beside { String::new() } else { desk.box_id(id) };
    desk.told.insert(id.to_owned());
    let mut rows = String::new();
    for (key, label) in PARTS {
        let Some((at, part)) = part(&text, key) else {
            if key != "know" {
                let next = "a common version has the parts `usual:`, `tempts:`, `holds:`";
                desk.wrong(block.line, format!("the part `{key}:` is missing"), next);
            }
            continue;
        };
        let place = Place::new(desk.file(), line + at);
        let html = prose::inline(desk, &place, &part);
        rows.push_str(&format!("<dt class=\"{key}\">{label}</dt>\n<dd>{html}</dd>\n"));
    }
    format!(
        "<aside class=\"common {name}\"{address} aria-label=\"The common version\">\n\
         <p class=\"label\">The common version {verdict} \
         <a class=\"id\" href=\"{ledger}#{id}\">{id}</a></p>\n<dl>\n{rows}</dl>\n</aside>"
    )
}

/// The Markdown that follows `key:` up to the next part, and the line it begins on.
fn part(text: &str, key: &str) -> Option<(usize, String)> {
    let opens = |line: &str| {
        PARTS
            .iter()
            .find_map(|(key, _)| Some((*key, line.strip_prefix(key)?.strip_prefix(':')?.len())))
    };
    let mut found: Option<(usize, String)> = None;
    for (number, line) in text.lines().enumerate() {
        match (opens(line), &mut found) {
            (Some((k, rest)), None) if k == key => {
                found = Some((number, format!("{}\n", &line[line.len() - rest..])));
            }
            (Some(_), Some(_)) => break,
            (None, Some((_, part))) => part.push_str(&format!("{line}\n")),
            _ => {}
        }
    }
    found
}
