//! Source text taken apart: the pristine text into its tasks, any exercise file into its functions.

use std::collections::BTreeMap;
use std::path::Path;

use super::course::Folder;
use super::{Error, Result};

/// `starter.rs` as a task to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Starter {
    /// The comment at its head, paragraphs parted by empty lines.
    pub introduction: String,
    pub functions: Vec<Task>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub name: String,
    /// `fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64`
    pub signature: String,
    /// The function's doc comment.
    pub task: String,
}

impl Starter {
    /// Reads the exercise's pristine text.
    ///
    /// # Errors
    ///
    /// The file cannot be read.
    pub fn read(folder: &Folder) -> Result<Starter> {
        Ok(Self::parse(&read(&folder.path.join("starter.rs"))?))
    }

    fn parse(text: &str) -> Starter {
        let introduction = comment(text.lines(), "//!");
        let lines: Vec<&str> = text.lines().collect();
        let functions = lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.starts_with("pub fn "))
            .map(|(at, _)| {
                let signature = signature(&lines[at..]);
                let name = signature.trim_start_matches("fn ").split('(').next();
                Task {
                    name: name.unwrap_or_default().to_owned(),
                    task: docs_before(&lines[..at]),
                    signature,
                }
            })
            .collect();
        Starter { introduction, functions }
    }
}

/// The doc comment that ends where `lines` end.
fn docs_before(lines: &[&str]) -> String {
    let length = lines.iter().rev().take_while(|line| line.starts_with("///")).count();
    comment(lines[lines.len() - length..].iter().copied(), "///")
}

/// The text of consecutive comment lines.
fn comment<'a>(lines: impl Iterator<Item = &'a str>, marker: &str) -> String {
    lines
        .map_while(|line| line.strip_prefix(marker))
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n")
        .trim()
        .to_owned()
}

/// A signature on one line, without its body.
fn signature(lines: &[&str]) -> String {
    let joined = lines.join(" ");
    let head = joined.split('{').next().unwrap_or_default();
    let flat = head.split_whitespace().collect::<Vec<_>>().join(" ");
    flat.trim_start_matches("pub ").replace("( ", "(").replace(", )", ")")
}

/// One item of a source file: a function with its text, without comments around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub name: String,
    /// The doc comment before it.
    pub docs: String,
    pub text: String,
}

/// The functions of a file at its top level, in order.
///
/// # Errors
///
/// The file cannot be read.
pub fn functions_of(path: &Path) -> Result<Vec<Item>> {
    Ok(functions_in(&read(path)?))
}

/// The types of a file's functions by their names, whatever the arguments are called:
/// `(&DVector<f64>,&DVector<f64>)->f64`.
///
/// # Errors
///
/// The file cannot be read.
pub fn types_of(path: &Path) -> Result<BTreeMap<String, String>> {
    let functions = functions_in(&read(path)?).into_iter();
    Ok(functions.map(|item| (item.name, types(&item.text))).collect())
}

fn types(text: &str) -> String {
    let head = signature(&text.lines().collect::<Vec<_>>());
    let (_, rest) = head.split_once('(').unwrap_or(("", &head));
    let (mut depth, mut types, mut part) = (0, String::from("("), String::new());
    let own = |part: &str| part.split_once(':').map_or(part, |(_, kind)| kind).to_owned();
    for character in rest.chars().filter(|character| !character.is_whitespace()) {
        match character {
            ',' | ')' if depth == 0 => {
                types.push_str(&own(&std::mem::take(&mut part)));
                types.push(character);
                // What follows the arguments is one part.
                depth += i32::from(character == ')');
            }
            _ => {
                depth += i32::from("([".contains(character));
                depth -= i32::from(")]".contains(character));
                part.push(character);
            }
        }
    }
    types + &part
}

/// The function in whose body a line of the exercise stands: `FILE:LINE`, as a panic tells it.
pub fn function_at(folder: &Folder, at: &str) -> Option<String> {
    let (file, line) = at.rsplit_once(':')?;
    let text = read(&folder.path.join(Path::new(file).file_name()?)).ok()?;
    function_around(&text, line.parse().ok()?)
}

/// The nearest function above a line that is less indented than it, or begins on it.
fn function_around(text: &str, line: usize) -> Option<String> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let lines: Vec<&str> = text.lines().take(line).collect();
    let inside = lines.get(line.checked_sub(1)?).copied()?;
    lines.iter().rev().find_map(|head| {
        let name = function_name(head.trim_start())?;
        (*head == inside || indent(head) < indent(inside)).then(|| name.to_owned())
    })
}

/// The name of the function that begins on this line.
fn function_name(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub ").unwrap_or(line).strip_prefix("fn ")?;
    rest.split(['(', '<']).next().map(str::trim)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| Error::file(path, error))
}

/// By rustfmt's layout: a function begins at the line's start with `fn` or `pub fn`, and ends with
/// the next line that is a lone bracket.
fn functions_in(text: &str) -> Vec<Item> {
    let lines: Vec<&str> = text.lines().collect();
    let mut items = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        let Some(name) = function_name(line) else {
            at += 1;
            continue;
        };
        let one_line = line.ends_with('}');
        let length = lines[at..].iter().position(|line| *line == "}").unwrap_or(0);
        let end = if one_line { at } else { at + length };
        if name != "main" {
            let text = format!("{}\n", lines[at..=end].join("\n"));
            items.push(Item { name: name.to_owned(), docs: docs_before(&lines[..at]), text });
        }
        at = end + 1;
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "//! Title.\n//!\n//! Why.\n\nuse x;\n\n/// One.\n///\n/// More.\npub fn one(\n    x: f64,\n) -> f64 {\n    todo!(\"{x}\")\n}\n\nfn helper() {}\n\nfn main() {\n    run();\n}\n";

    #[test]
    fn a_starter_is_read_as_a_task() {
        let starter = Starter::parse(TEXT);
        assert_eq!(starter.introduction, "Title.\n\nWhy.");
        assert_eq!(
            starter.functions,
            [Task {
                name: "one".into(),
                signature: "fn one(x: f64) -> f64".into(),
                task: "One.\n\nMore.".into(),
            }]
        );
    }

    #[test]
    fn types_are_read_whatever_the_arguments_are_called() {
        let one = "pub fn one(\n    xs: &[f64],\n    map: fn(f64, f64) -> f64,\n) -> (f64, u8) {\n";
        assert_eq!(types(one), "(&[f64],fn(f64,f64)->f64)->(f64,u8)");
        assert_eq!(
            types("fn one(mut y: &[f64], f: fn(f64, f64) -> f64) -> (f64, u8) {"),
            types(one)
        );
        assert_ne!(types("fn one(y: &[f64], f: fn(f64) -> f64) -> (f64, u8) {"), types(one));
    }

    #[test]
    fn functions_are_cut_out_whole() {
        let names: Vec<(String, usize)> =
            functions_in(TEXT).into_iter().map(|i| (i.name, i.text.lines().count())).collect();
        assert_eq!(names, [("one".to_owned(), 5), ("helper".to_owned(), 1)]);
    }

    #[test]
    fn a_line_belongs_to_the_function_around_it() {
        let text = "fn one() {\n    fn inner() {}\n    todo!()\n}\n\npub fn two(\n    x: f64,\n) \
                    -> f64 {\n    if x > 0.0 { todo!() }\n}\n\nfn three() { todo!() }\n";
        let at = |line| function_around(text, line);
        assert_eq!([at(3), at(9), at(12)], ["one", "two", "three"].map(|name| Some(name.into())));
        assert_eq!([at(0), at(5), at(99)], [None, None, None]);
    }
}
