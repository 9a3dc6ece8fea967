//! Ordinary Markdown on its way to mdBook: maths rendered, the book's own links resolved, and what
//! an author must not write caught with its line.
//!
//! | written | becomes |
//! |---|---|
//! | `$x$`, `$$x$$` | a formula |
//! | `[text](term:gradient-flow)` | a link to the term's definition |
//! | `[C12](claim:C12)` | a link to the ledger |
//! | `[](cite:jacot2018)` | *Jacot, Gabriel & Hongler 2018*, linked to the bibliography |
//! | `[chapter 7](chapter:7)` | a link once that chapter is written, its text until then |
//! | `[exercise](exercise:ex06)` | a link to the exercise's card |
//! | `[](value:E08/slope)` | a measured number with its error |
//! | `[](theory:E08/slope)` | what theory says of it |

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html};

use crate::desk::Desk;
use crate::html::escape;
use crate::problem::Place;

mod link;
mod mention;

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_SMART_PUNCTUATION)
    .union(Options::ENABLE_DEFINITION_LIST);

/// A stretch of the source and what to put in its place.
type Edit = (Range<usize>, String);

/// What matters about the heading that is being read.
struct Heading {
    has_maths: bool,
    has_address: bool,
}

/// Running text of a page: as [`markdown`], with the first mention of each key term linked.
pub fn running(desk: &mut Desk, place: &Place, text: &str) -> String {
    let mentions = mention::links(desk, text);
    rewrite(desk, place, text, mentions)
}

/// Markdown for mdBook: the same text with formulas and the book's links replaced.
pub fn markdown(desk: &mut Desk, place: &Place, text: &str) -> String {
    rewrite(desk, place, text, Vec::new())
}

fn rewrite(desk: &mut Desk, place: &Place, text: &str, mut edits: Vec<Edit>) -> String {
    let mut heading: Option<Heading> = None;
    for (event, range) in Parser::new_ext(text, OPTIONS | Options::ENABLE_MATH).into_offset_iter() {
        let at = Place::new(&place.file, place.line + line_within(text, range.start));
        match event {
            Event::InlineMath(tex) => {
                formula(desk, &at, &tex, false, range, &mut edits);
                if let (Some(heading), Some((_, span))) = (&mut heading, edits.last_mut()) {
                    heading.has_maths = true;
                    // For the lists of headings, which can hold no formula.
                    let plain = escape(&crate::maths::plain(&tex));
                    *span = span.replace("></span>", &format!(" data-plain=\"{plain}\"></span>"));
                }
            }
            Event::DisplayMath(tex) => formula(desk, &at, &tex, true, range, &mut edits),
            Event::Text(_) if has_dollar(text, &range) => desk.problems.add(
                &at,
                "a `$` that opens or closes no formula",
                "write `\\$` for the sign; a formula starts and ends without a blank, and no line \
                 of it may begin with `- `, `+ ` or `# `",
            ),
            Event::Text(_) => hold_per_cents(text, range, &mut edits),
            Event::Html(raw) | Event::InlineHtml(raw) if raw.contains('$') => desk.problems.add(
                &at,
                "maths inside raw HTML stays as it is written",
                "use one of the book's blocks instead of HTML",
            ),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language)))
                if language.starts_with("rust") =>
            {
                desk.problems.add(
                    &at,
                    "Rust code pasted into a page",
                    "include it from tested source: `::: code src/kernel/relu.rs#fn ntk_relu`",
                );
            }
            Event::Start(Tag::Heading { id, .. }) => {
                heading = Some(Heading { has_maths: false, has_address: id.is_some() });
            }
            Event::End(TagEnd::Heading(_)) => needs_address(desk, &at, heading.take()),
            Event::Start(Tag::Link { dest_url, .. }) => {
                link::resolve(desk, &at, text, &dest_url, range, &mut edits);
            }
            _ => {}
        }
    }
    apply(text, edits)
}

/// No line ends between a number and its `%`.
fn hold_per_cents(text: &str, range: Range<usize>, edits: &mut Vec<Edit>) {
    for (at, _) in text[range.clone()].match_indices(" %") {
        let blank = range.start + at;
        if text[..blank].ends_with(|before: char| before.is_ascii_digit()) {
            edits.push((blank..blank + 1, "\u{a0}".to_owned()));
        }
    }
}

/// A heading's address is made of its words; a formula has none.
fn needs_address(desk: &mut Desk, at: &Place, heading: Option<Heading>) {
    if heading.is_some_and(|heading| heading.has_maths && !heading.has_address) {
        let what = "a heading with a formula has no address of its own";
        let next = "end it with one: `## $\\dot K$ and $u$ {#kdot-and-u}`";
        desk.problems.add(at, what, next);
    }
}

/// A short piece of Markdown as HTML: a caption, an option, a statement of the ledger.
pub fn inline(desk: &mut Desk, place: &Place, text: &str) -> String {
    let text = markdown(desk, place, text.trim());
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(&text, OPTIONS));
    let out =
        out.trim().replace("\n\n", "\n").replace(".md\"", ".html\"").replace(".md#", ".html#");
    let one = out.strip_prefix("<p>").and_then(|o| o.strip_suffix("</p>"));
    one.filter(|inner| !inner.contains("<p>")).unwrap_or(&out).to_owned()
}

fn formula(
    desk: &mut Desk,
    at: &Place,
    tex: &str,
    display: bool,
    range: Range<usize>,
    edits: &mut Vec<Edit>,
) {
    match desk.maths.place(tex, display) {
        Ok(span) => edits.push((range, span)),
        Err(error) => {
            let next = "mend the formula, or name the macro in book/data/macros.toml";
            desk.problems.add(at, format!("in `{}`: {error}", tex.trim()), next);
        }
    }
}

/// The text with the edits made; an edit inside another one's stretch is dropped.
fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (range, new) in edits {
        if range.start >= done {
            out.push_str(&text[done..range.start]);
            out.push_str(&new);
            done = range.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

fn line_within(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count()
}

fn has_dollar(text: &str, range: &Range<usize>) -> bool {
    let piece = &text[range.clone()];
    piece.match_indices('$').any(|(at, _)| !text[..range.start + at].ends_with('\\'))
}

/// The address and the words of every heading of a Markdown text.
pub fn headings(text: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for event in Parser::new_ext(text, OPTIONS | Options::ENABLE_MATH) {
        match event {
            Event::Start(Tag::Heading { id, .. }) => {
                inside = true;
                out.push((id.map(|id| id.to_string()).unwrap_or_default(), String::new()));
            }
            Event::End(TagEnd::Heading(_)) => {
                inside = false;
                if let Some((address, words)) = out.last_mut().filter(|(id, _)| id.is_empty()) {
                    *address = address_of(words);
                }
            }
            Event::Text(piece) | Event::Code(piece) if inside => {
                out.last_mut().into_iter().for_each(|(_, words)| words.push_str(&piece));
            }
            Event::InlineMath(tex) if inside => {
                let plain = crate::maths::plain(&tex);
                out.last_mut().into_iter().for_each(|(_, words)| words.push_str(&plain));
            }
            _ => {}
        }
    }
    out
}

/// The address that mdBook makes of a heading's words.
pub fn address_of(words: &str) -> String {
    let kept = words.trim().chars().filter_map(|c| match c {
        c if c.is_alphanumeric() || matches!(c, '_' | '-') => Some(c.to_ascii_lowercase()),
        c if c.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.collect()
}

/// Text for an attribute: the words of a piece of Markdown, without its marks.
pub fn words(text: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(text, OPTIONS | Options::ENABLE_MATH) {
        match event {
            Event::Text(piece) | Event::Code(piece) => out.push_str(&piece),
            Event::InlineMath(tex) | Event::DisplayMath(tex) => {
                out.push_str(&crate::maths::plain(&tex));
            }
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    escape(&out)
}
