//! `ntk open`: the learner's file in the learner's editor.

use std::process::Command;

use clap::Args;

use ntk_checker::Error;
use ntk_checker::course::Course;

use super::{Ending, Outcome, check};

const ABOUT: &str = "\
The editor is the one in $VISUAL or $EDITOR, with its options if it has any:
  EDITOR='code --wait' cargo run -- open ex6";

#[derive(Args)]
#[command(after_help = ABOUT)]
pub struct Arguments {
    /// Which exercise [default: the next open one]
    #[arg(value_name = "EX")]
    exercise: Option<String>,
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let Some(folder) = check::named_or_next(course, arguments.exercise.as_deref())? else {
        say!("Every exercise is passed. Name one to open it: cargo run -- open ex03");
        return Ok(Ending::Well);
    };
    let file = folder.learners_file();
    let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| {
        std::env::var(name).ok().filter(|value| !value.trim().is_empty()).map(|value| (name, value))
    });
    let Some((variable, value)) = named else {
        say!("No editor is set in $VISUAL or $EDITOR. The file is {}", course.relative(&file));
        return Ok(Ending::Failed);
    };
    let words = shlex::split(&value).unwrap_or_default();
    let failed =
        |problem: String| Error::Program { program: format!("${variable} = {value}"), problem };
    let (program, options) =
        words.split_first().ok_or_else(|| failed("a quotation mark is left open".into()))?;
    let status = Command::new(program)
        .args(options)
        .arg(&file)
        .status()
        .map_err(|error| failed(error.to_string()))?;
    Ok(if status.success() { Ending::Well } else { Ending::Failed })
}
