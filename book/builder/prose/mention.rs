//! The first mention of a key term on a page leads to its definition, without the author's doing.
//!
//! Words with other meanings (`common_word` in `terms.toml`) are left to authors. A mention inside folded
//! text is linked too, but the first one that every reader sees remains to be linked after it.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Edit, OPTIONS};
use crate::data::Term;
use crate::desk::Desk;

/// The links to put into a stretch of running text.
pub(super) fn links(desk: &mut Desk, text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    if desk.silent || desk.page == "terms.md" {
        return edits;
    }
    // A stretch of words that no mark interrupts; where no link may stand, there is none.
    let mut run: Option<Range<usize>> = None;
    let mut closed = 0;
    for (event, range) in Parser::new_ext(text, OPTIONS | Options::ENABLE_MATH).into_offset_iter() {
        if matches!(event, Event::Text(_) | Event::SoftBreak) && closed == 0 {
            let start = run.take().map_or(range.start, |run| run.start);
            run = Some(start..range.end);
            continue;
        }
        if let Some(run) = run.take() {
            in_run(desk, text, run, &mut edits);
        }
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                closed += 1;
                if let Some(id) = dest_url.strip_prefix("term:") {
                    desk.mentioned(id);
                }
            }
            Event::Start(Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Image { .. }) => {
                closed += 1
            }
            Event::End(TagEnd::Link | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Image) => {
                closed -= 1;
            }
            _ => {}
        }
    }
    if let Some(run) = run {
        in_run(desk, text, run, &mut edits);
    }
    edits
}

fn in_run(desk: &mut Desk, text: &str, run: Range<usize>, edits: &mut Vec<Edit>) {
    let data = desk.data;
    let words = &text[run.clone()];
    let mut found: Vec<(Range<usize>, &Term)> = Vec::new();
    for term in data.terms.iter().filter(|term| !term.common_word && desk.is_new(&term.id)) {
        let places = term.names().filter_map(|name| first(words, name, &term.except));
        if let Some(place) = places.min_by_key(|place| (place.start, usize::MAX - place.end)) {
            found.push((place, term));
        }
    }
    // Of two that overlap, the longer name: kernel ridge regression, and not the ridge in it.
    found.sort_by_key(|(place, _)| (place.start, usize::MAX - place.end));
    let mut end = 0;
    for (place, term) in found.into_iter().filter(|(place, _)| !place.is_empty()) {
        if place.start < end {
            continue;
        }
        end = place.end;
        desk.mentioned(&term.id);
        let to = desk.path_to("terms.md");
        let link = format!("[{}]({to}#{})", &words[place.clone()], term.id);
        edits.push((run.start + place.start..run.start + place.end, link));
    }
}

/// The first place where the words stand as words of their own, in any case and over any break of a line,
/// and are not the beginning of a phrase that means something else.
fn first(text: &str, name: &str, except: &[String]) -> Option<Range<usize>> {
    let part_of_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    text.char_indices().map(|(at, _)| at).find_map(|start| {
        let end = start + length(&text[start..], name)?;
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let whole = !before.is_some_and(part_of_word) && !after.is_some_and(part_of_word);
        let other = || except.iter().any(|phrase| length(&text[start..], phrase).is_some());
        (whole && !other()).then_some(start..end)
    })
}

/// How much of the text's beginning is the name, a plural `s` included.
fn length(text: &str, name: &str) -> Option<usize> {
    let mut rest = text;
    for wanted in name.chars() {
        let mut chars = rest.chars();
        let found = chars.next()?;
        if wanted == ' ' {
            if !found.is_whitespace() {
                return None;
            }
            rest = rest.trim_start();
        } else if found.to_lowercase().eq(wanted.to_lowercase()) {
            rest = chars.as_str();
        } else {
            return None;
        }
    }
    let plural = rest.strip_prefix('s').filter(|after| !after.starts_with(char::is_alphanumeric));
    Some(text.len() - plural.unwrap_or(rest).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_words_of_their_own() {
        let find = |text: &'static str, name| first(text, name, &[]).map(|place| &text[place]);
        assert_eq!(
            find("Two Gaussian\n  processes, a Gaussian process", "Gaussian process"),
            Some("Gaussian process")
        );
        assert_eq!(find("some gradient\nflows here", "Gradient flow"), Some("gradient\nflows"));
        assert_eq!(find("a ReLU-like gate, then relu.", "ReLU"), Some("relu"));
        assert_eq!(find("again", "gain"), None);
        let except = ["residual connection".to_owned()];
        assert_eq!(first("Residual connections, a residual", "Residual", &except), Some(24..32));
        assert_eq!(find("√n erfs", "erf"), Some("erfs"));
    }
}
