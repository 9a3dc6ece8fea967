//! Code of the project, cut out of the file that is compiled and tested, never pasted.
//!
//! `::: code src/kernel/relu.rs#fn ntk_relu` takes the function with the first paragraph of its doc
//! comment;
//! `::: code src/kernel/ntk.rs#recursion` takes what stands between the comments
//! `// ANCHOR: recursion` and `// ANCHOR_END: recursion`; `::: code tests/guide/quiz.toml` takes the whole
//! file.

use std::path::Path;

use super::argument;
use crate::blocks::Block;
use crate::desk::Desk;
use crate::highlight::rust;
use crate::html::escape;

pub fn write(desk: &mut Desk, block: &Block) -> String {
    let needs = "`file`, `file#anchor` or `file#fn name`";
    let Some(path) = argument(desk, block, needs) else { return String::new() };
    let (file, anchor) = path.split_once('#').unwrap_or((path, ""));
    let source = match std::fs::read_to_string(desk.data.root.join(file)) {
        Ok(source) => source,
        Err(error) => {
            desk.wrong(
                block.line,
                format!("{file}: {error}"),
                "paths start at the repository's root",
            );
            return String::new();
        }
    };
    let found = match anchor.strip_prefix("fn ") {
        Some(name) => function(&source, name),
        None if anchor.is_empty() => Some((1, source.trim_end().to_owned())),
        None => anchored(&source, anchor),
    };
    let Some((line, code)) = found else {
        desk.wrong(block.line, format!("no `{anchor}` in {file}"), format!("write {needs}"));
        return String::new();
    };
    let caption = super::write(desk, &block.body);
    let is_rust = Path::new(file).extension().is_some_and(|kind| kind == "rs");
    let code = if is_rust { rust(&code) } else { escape(&code) };
    format!(
        "<div class=\"code\">\n<pre><code class=\"{}\">{}</code></pre>\n\
         <p class=\"from\">{}:{line}</p>\n\n{caption}\n\n</div>",
        if is_rust { "rust" } else { "plain" },
        // A blank line would end the HTML block: an empty comment keeps it going.
        code.replace("\n\n", "\n<!-- -->\n"),
        escape(file)
    )
}

/// What stands between the two marks of an anchor, and the number of its first line.
fn anchored(source: &str, anchor: &str) -> Option<(usize, String)> {
    let marks = |line: &str, mark: &str| {
        line.trim().strip_prefix("// ").and_then(|l| l.strip_prefix(mark)).map(str::trim)
            == Some(anchor)
    };
    let lines: Vec<&str> = source.lines().collect();
    let start = lines.iter().position(|line| marks(line, "ANCHOR:"))? + 1;
    let length = lines[start..].iter().position(|line| marks(line, "ANCHOR_END:"))?;
    Some((start + 1, dedent(&lines[start..start + length])))
}

/// A function with its doc comment, up to the brace that closes it.
fn function(source: &str, name: &str) -> Option<(usize, String)> {
    let lines: Vec<&str> = source.lines().collect();
    let opens = |line: &&str| {
        let mut words = line.split_whitespace().skip_while(|word| *word != "fn");
        words.next().is_some()
            && words.next().is_some_and(|word| {
                word.strip_prefix(name).is_some_and(|rest| rest.starts_with(['(', '<']))
            })
    };
    let at = lines.iter().position(opens)?;
    let documents = |line: &&&str| {
        let line = line.trim_start();
        line.starts_with("///") || line.starts_with("#[")
    };
    let first = at - lines[..at].iter().rev().take_while(documents).count();
    let indent = lines[at].len() - lines[at].trim_start().len();
    let close = format!("{}}}", " ".repeat(indent));
    let length = lines[at..].iter().position(|line| *line == close)?;
    let paragraph = lines[first..at].iter().take_while(|line| line.trim() != "///");
    let whole: Vec<&str> = paragraph.chain(&lines[at..=at + length]).copied().collect();
    Some((first + 1, dedent(&whole)))
}

fn dedent(lines: &[&str]) -> String {
    let indent = |line: &&str| line.len() - line.trim_start().len();
    let least = lines.iter().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    let cut: Vec<&str> = lines
        .iter()
        .filter(|line| !line.trim().starts_with("// ANCHOR"))
        .map(|line| line.get(least..).unwrap_or(""))
        .collect();
    cut.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "/// Twice.\n///\n/// # Errors\nfn twice(x: u8) -> u8 {\n    // ANCHOR: body\n    2 * x\n    \
                          // ANCHOR_END: body\n}\n\nfn once() {}\n";

    #[test]
    fn a_function_comes_with_its_first_words_and_without_anchors() {
        let (line, code) = function(SOURCE, "twice").expect("there is one");
        assert_eq!((line, code.as_str()), (1, "/// Twice.\nfn twice(x: u8) -> u8 {\n    2 * x\n}"));
    }

    #[test]
    fn an_anchor_is_cut_out_and_moved_to_the_left() {
        assert_eq!(anchored(SOURCE, "body"), Some((6, "2 * x".to_owned())));
        assert_eq!(anchored(SOURCE, "head"), None);
    }
}
