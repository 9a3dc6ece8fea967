//! Colour, width and wrapping: everything about text that is not its content.

use std::fmt::Display;

use clap::builder::styling::{AnsiColor, Effects, Style};

use ntk_checker::Error;

const GOOD: Style = AnsiColor::Green.on_default().effects(Effects::BOLD);
const BAD: Style = AnsiColor::Red.on_default().effects(Effects::BOLD);
const OPEN: Style = AnsiColor::Yellow.on_default();
const STRONG: Style = Style::new().effects(Effects::BOLD);
const FAINT: Style = Style::new().effects(Effects::DIMMED);

fn paint(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

pub fn good(text: impl Display) -> String {
    paint(GOOD, text)
}

pub fn bad(text: impl Display) -> String {
    paint(BAD, text)
}

pub fn open(text: impl Display) -> String {
    paint(OPEN, text)
}

pub fn strong(text: impl Display) -> String {
    paint(STRONG, text)
}

pub fn faint(text: impl Display) -> String {
    paint(FAINT, text)
}

/// How wide a line may be: the terminal's width, but no wider than is good to read.
pub fn width() -> usize {
    textwrap::termwidth().clamp(40, 80)
}

/// Wraps a text whose paragraphs are parted by empty lines, each line indented. Lines within a
/// paragraph are joined first; a paragraph that is indented itself stays as it is.
pub fn paragraphs(text: &str, indent: &str) -> String {
    text.split("\n\n")
        .map(|paragraph| {
            if paragraph.starts_with("    ") {
                return paragraph
                    .lines()
                    .map(|line| format!("{indent}{line}"))
                    .collect::<Vec<_>>()
                    .join("\n");
            }
            let joined = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
            let options =
                textwrap::Options::new(width()).initial_indent(indent).subsequent_indent(indent);
            textwrap::fill(&joined, options)
        })
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// A path, a command or a message line by line, each line indented.
pub fn indented(text: &str, indent: &str) -> String {
    text.lines()
        .map(|line| format!("{indent}{line}").trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

/// A title that must fit: cut with an ellipsis.
pub fn shortened(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A signature, broken after commas where it does not fit.
pub fn code(text: &str, width: usize) -> String {
    let options = textwrap::Options::new(width).subsequent_indent("    ");
    textwrap::fill(text, options)
}

/// An error for the person at the terminal.
pub fn problem(error: &Error) -> String {
    format!("{} {error}", bad("error:"))
}
