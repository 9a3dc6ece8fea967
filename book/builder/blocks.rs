//! Finds the book's own blocks in a Markdown file.
//!
//! A block opens with a line `::: kind argument` and closes with a line `:::`, both from the first
//! column. Blocks nest. Inside a fenced code block colons mean nothing.

use crate::problem::{Place, Problems};

/// A stretch of a page: ordinary Markdown, or one of the book's blocks.
#[derive(Debug, PartialEq)]
pub enum Piece {
    Text { line: usize, text: String },
    Block(Block),
}

#[derive(Debug, PartialEq)]
pub struct Block {
    pub kind: String,
    /// The rest of the opening line.
    pub argument: String,
    pub line: usize,
    pub body: Vec<Piece>,
}

impl Block {
    /// The body as plain Markdown with its first line's number; `None` if another block is inside.
    pub fn text(&self) -> Option<(usize, &str)> {
        match self.body.as_slice() {
            [] => Some((self.line, "")),
            [Piece::Text { line, text }] => Some((*line, text)),
            _ => None,
        }
    }
}

/// Splits a page into its pieces.
pub fn parse(file: &str, source: &str, problems: &mut Problems) -> Vec<Piece> {
    let mut open: Vec<Block> = Vec::new();
    let mut top = Vec::new();
    let mut fence: Option<&str> = None;
    for (number, line) in (1..).zip(source.lines()) {
        let ticks = fence_of(line);
        match (fence, ticks) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(opened), Some(mark)) if mark.starts_with(opened) => fence = None,
            _ => {}
        }
        if fence.is_none() && ticks.is_none() && line.starts_with(":::") {
            colons(file, number, line, &mut open, &mut top, problems);
        } else {
            push_line(open.last_mut().map_or(&mut top, |block| &mut block.body), number, line);
        }
    }
    while let Some(block) = open.pop() {
        let place = Place::new(file, block.line);
        problems.add(
            &place,
            format!("the block `::: {}` is never closed", block.kind),
            "close it with a line that holds `:::` and nothing else",
        );
        open.last_mut().map_or(&mut top, |outer| &mut outer.body).push(Piece::Block(block));
    }
    top
}

/// A line of three colons: opens a block if a word follows, closes the innermost one if none does.
fn colons(
    file: &str,
    number: usize,
    line: &str,
    open: &mut Vec<Block>,
    top: &mut Vec<Piece>,
    problems: &mut Problems,
) {
    let rest = line[3..].trim();
    if !rest.is_empty() {
        let (kind, argument) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        open.push(Block {
            kind: kind.to_owned(),
            argument: argument.trim().to_owned(),
            line: number,
            body: Vec::new(),
        });
        return;
    }
    match open.pop() {
        Some(block) => {
            open.last_mut().map_or(top, |outer| &mut outer.body).push(Piece::Block(block));
        }
        None => problems.add(
            &Place::new(file, number),
            "`:::` closes a block, and none is open here",
            "remove the line, or open a block above it",
        ),
    }
}

fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.chars().take_while(|&c| c == mark).count();
    (length >= 3).then(|| &line[..length])
}

fn push_line(pieces: &mut Vec<Piece>, number: usize, line: &str) {
    if let Some(Piece::Text { text, .. }) = pieces.last_mut() {
        text.push_str(line);
        text.push('\n');
    } else {
        pieces.push(Piece::Text { line: number, text: format!("{line}\n") });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_nest_and_keep_their_lines() {
        let mut problems = Problems::default();
        let source = "one\n\n::: predict\nWhat?\n::: reveal\nThat.\n:::\n:::\nend\n";
        let pieces = parse("a.md", source, &mut problems);
        assert!(problems.is_empty());
        let Piece::Block(predict) = &pieces[1] else { panic!("{pieces:?}") };
        assert_eq!((predict.kind.as_str(), predict.line), ("predict", 3));
        let Piece::Block(reveal) = &predict.body[1] else { panic!("{predict:?}") };
        assert_eq!(reveal.body, [Piece::Text { line: 6, text: "That.\n".into() }]);
        assert_eq!(pieces[2], Piece::Text { line: 9, text: "end\n".into() });
    }

    #[test]
    fn colons_inside_a_code_fence_are_text() {
        let mut problems = Problems::default();
        let pieces = parse("a.md", "```\n::: claim C01\n```\n", &mut problems);
        assert!(problems.is_empty());
        assert_eq!(pieces.len(), 1);
    }
}
