//! `ntk hint`: the next hint each time, from a nudge to nearly the line.

use clap::Args;
use serde_json::json;

use ntk_checker::Error;
use ntk_checker::course::{Course, Folder};
use ntk_checker::definition::{Definition, Function};
use ntk_checker::progress;

use super::{Ending, Outcome, check, json, notice, text};

const ABOUT: &str = "\
Without a function: the first one that did not pass at the last check.

Examples:
  cargo run -- hint ex6              the next hint on the function you are at
  cargo run -- hint ex6 ntk_gram     on another one
  cargo run -- hint ex6 --again      those that you have seen";

#[derive(Args)]
#[command(after_help = ABOUT)]
pub struct Arguments {
    /// Which exercise [default: the next open one]
    #[arg(value_name = "EX")]
    exercise: Option<String>,
    /// Which function of it
    #[arg(value_name = "FUNCTION")]
    function: Option<String>,
    /// The hints seen so far, and no further one
    #[arg(long)]
    again: bool,
    /// Print one JSON object on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let Some(folder) = check::named_or_next(course, arguments.exercise.as_deref())? else {
        say!("Every exercise is passed. Name one to see its hints: cargo run -- hint ex03");
        return Ok(Ending::Well);
    };
    let hint = take(course, &folder, arguments.function.as_deref(), arguments.again)?;
    if arguments.json {
        say!(
            "{:#}",
            json!({
                "version": json::VERSION,
                "exercise": folder.id,
                "function": hint.function,
                "hints": hint.seen,
                "left": hint.left,
            })
        );
    } else {
        say!("{}", hint.render(&folder));
    }
    Ok(Ending::Well)
}

/// The hints that a learner has seen now.
pub struct Hint {
    function: String,
    seen: Vec<String>,
    left: usize,
    again: bool,
}

/// Takes the next hint, and notes that it was shown.
pub fn take(
    course: &Course,
    folder: &Folder,
    function: Option<&str>,
    again: bool,
) -> ntk_checker::Result<Hint> {
    let definition = Definition::read(folder)?;
    let record = progress::read(course).progress.record(folder);
    let function = match function {
        Some(name) => named(&definition, folder, name)?,
        None => at_hand(&definition, &record.open),
    };
    let before = record.hints.get(&function.name).copied().unwrap_or(0).min(function.hints.len());
    let seen = if again { before } else { (before + 1).min(function.hints.len()) };
    if seen > before {
        let noted = progress::change(course, folder, |record| {
            record.hints.insert(function.name.clone(), seen);
        });
        if let Err(error) = noted {
            notice(&format!("the hint could not be noted: {error}"));
        }
    }
    Ok(Hint {
        function: function.name.clone(),
        seen: function.hints[..seen].to_vec(),
        left: function.hints.len() - seen,
        again,
    })
}

fn named<'a>(
    definition: &'a Definition,
    folder: &Folder,
    name: &str,
) -> ntk_checker::Result<&'a Function> {
    definition.functions.iter().find(|function| function.name == name).ok_or_else(|| {
        Error::UnknownFunction {
            exercise: folder.id.clone(),
            wanted: name.to_owned(),
            functions: definition.functions.iter().map(|f| f.name.clone()).collect(),
        }
    })
}

/// The first function that did not pass at the last check, or the first of all.
fn at_hand<'a>(definition: &'a Definition, open: &[String]) -> &'a Function {
    let functions = &definition.functions;
    functions.iter().find(|function| open.contains(&function.name)).unwrap_or(&functions[0])
}

impl Hint {
    pub fn render(&self, folder: &Folder) -> String {
        let mut out = format!("{}  {}\n", text::strong(&folder.id), text::strong(&self.function));
        if self.seen.is_empty() {
            out.push_str("\n  No hint was shown so far.");
        }
        let first = if self.again { 0 } else { self.seen.len().saturating_sub(1) };
        let total = self.seen.len() + self.left;
        for (index, hint) in self.seen.iter().enumerate().skip(first) {
            out.push_str(&format!(
                "\n  {}\n",
                text::faint(format!("hint {} of {total}", index + 1))
            ));
            out.push_str(&text::paragraphs(hint, "  "));
            out.push('\n');
        }
        out.push('\n');
        out.push_str(&match self.left {
            0 => text::paragraphs(
                "That was the last one. The page derives it all; the solution is shown after a pass.",
                "",
            ),
            1 => "1 more is left.".to_owned(),
            left => format!("{left} more are left."),
        });
        out
    }
}
