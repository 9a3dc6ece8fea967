//! `ntk solution`: the reference beside yours, once you have passed.

use clap::Args;
use serde_json::json;
use similar::{ChangeTag, TextDiff};

use ntk_checker::course::{Course, Folder};
use ntk_checker::progress::{self, State};
use ntk_checker::starter::{self, Item};
use ntk_checker::{Error, Result};

use super::{Ending, Outcome, check, json, text};

#[derive(Args)]
pub struct Arguments {
    /// Which exercise [default: the next open one]
    #[arg(value_name = "EX")]
    exercise: Option<String>,
    /// Show it before you have passed
    #[arg(long)]
    reveal: bool,
    /// Print one JSON object on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let Some(folder) = check::named_or_next(course, arguments.exercise.as_deref())? else {
        say!("Every exercise is passed. Name one to see its solution: cargo run -- solution ex03");
        return Ok(Ending::Well);
    };
    let state = progress::read(course).progress.state(&folder);
    if state == State::Open && !arguments.reveal {
        let sentence = format!(
            "{id} is not passed yet. The reference teaches more after your own try; a hint may be \
             enough now: cargo run -- hint {id}",
            id = folder.id
        );
        say!(
            "{}\n\nTo see it all the same: cargo run -- solution {} --reveal",
            text::paragraphs(&sentence, ""),
            folder.id
        );
        return Ok(Ending::Failed);
    }
    let pair = Pair::read(course, &folder)?;
    if arguments.json {
        let functions = |items: &[Item]| -> Vec<_> {
            items.iter().map(|item| json!({"name": item.name, "text": item.text})).collect()
        };
        say!(
            "{:#}",
            json!({
                "version": json::VERSION,
                "id": folder.id,
                "yours": functions(&pair.yours),
                "reference": functions(&pair.reference),
            })
        );
    } else {
        say!("{}", pair.render(&folder));
    }
    Ok(Ending::Well)
}

/// Both files as lists of functions.
struct Pair {
    yours: Vec<Item>,
    reference: Vec<Item>,
}

impl Pair {
    fn read(course: &Course, folder: &Folder) -> Result<Pair> {
        let path = course.solution_of(folder).join("solution.rs");
        if !path.is_file() {
            return Err(Error::NoSolution { exercise: folder.id.clone(), path });
        }
        Ok(Pair {
            yours: starter::functions_of(&folder.learners_file())?,
            reference: starter::functions_of(&path)?,
        })
    }

    fn render(&self, folder: &Folder) -> String {
        let mut out = format!(
            "{}  {} yours, {} the reference\n",
            text::strong(&folder.id),
            text::bad("-"),
            text::good("+")
        );
        for item in &self.reference {
            let mine = self.yours.iter().find(|mine| mine.name == item.name);
            let heading = match mine {
                Some(mine) if mine.text == item.text => format!("{}  the same", item.name),
                Some(_) => item.name.clone(),
                None => format!("{}  a helper of the reference", item.name),
            };
            out.push_str(&format!("\n{}\n", text::strong(heading)));
            if !item.docs.is_empty() {
                out.push_str(&text::faint(text::paragraphs(&item.docs, "  ")));
                out.push('\n');
            }
            match mine {
                Some(mine) => out.push_str(&difference(&mine.text, &item.text)),
                None => out.push_str(&text::indented(&item.text, "  ")),
            }
            out.push('\n');
        }
        out.truncate(out.trim_end().len());
        out
    }
}

fn difference(yours: &str, reference: &str) -> String {
    let difference = TextDiff::from_lines(yours, reference);
    let lines = difference.iter_all_changes().map(|change| {
        let line = change.value().trim_end();
        match change.tag() {
            ChangeTag::Equal => format!("  {line}").trim_end().to_owned(),
            ChangeTag::Delete => text::bad(format!("- {line}")),
            ChangeTag::Insert => text::good(format!("+ {line}")),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}
