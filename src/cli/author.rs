//! `ntk author`

use clap::{Args, Subcommand};
use serde_json::json;
use similar::{ChangeTag, TextDiff};

use ntk_checker::author::{freeze, validate};
use ntk_checker::course::{Course, Folder};

use super::{Ending, Outcome, json, notice, text};

/// More lines of a difference than this are counted, not shown.
const SHOWN: usize = 60;

#[derive(Args)]
pub struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Write frozen.json from the solution and its mistakes, and show what changed
    Freeze {
        /// Which exercises [default: all]
        #[arg(value_name = "EX")]
        exercises: Vec<String>,
    },
    /// Prove that exercises are sound: starter, solution, mistakes, frozen values, hints
    Validate {
        /// Which exercises [default: all]
        #[arg(value_name = "EX")]
        exercises: Vec<String>,
        /// Print one JSON object on standard output, and nothing else
        #[arg(long)]
        json: bool,
    },
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    match &arguments.verb {
        Verb::Freeze { exercises } => freeze_all(course, exercises),
        Verb::Validate { exercises, json } => validate_all(course, exercises, *json),
    }
}

fn wanted(course: &Course, names: &[String]) -> ntk_checker::Result<Vec<Folder>> {
    if names.is_empty() {
        return course.exercises();
    }
    names.iter().map(|name| course.exercise(name)).collect()
}

fn freeze_all(course: &Course, names: &[String]) -> Outcome {
    for folder in wanted(course, names)? {
        let freezing = freeze::freeze(course, &folder, &notice)?;
        let file = course.relative(&freezing.path);
        if freezing.before == freezing.after {
            say!("{}  {file}: as it was", text::strong(&folder.id));
        } else {
            say!("{}  {file}: written", text::strong(&folder.id));
            print_difference(&freezing.before, &freezing.after);
        }
    }
    Ok(Ending::Well)
}

fn print_difference(before: &str, after: &str) {
    if before.is_empty() {
        say!("    new, {} lines", after.lines().count());
        return;
    }
    let difference = TextDiff::from_lines(before, after);
    let changed: Vec<_> =
        difference.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal).collect();
    for change in changed.iter().take(SHOWN) {
        let line = change.value().trim_end();
        match change.tag() {
            ChangeTag::Delete => say!("    {}", text::bad(format!("- {line}"))),
            _ => say!("    {}", text::good(format!("+ {line}"))),
        }
    }
    if changed.len() > SHOWN {
        say!("    … {} more changed lines", changed.len() - SHOWN);
    }
}

fn validate_all(course: &Course, names: &[String], as_json: bool) -> Outcome {
    let mut sound = true;
    let mut objects = Vec::new();
    for folder in wanted(course, names)? {
        let problems = validate::validate(course, &folder, &notice)?;
        sound &= problems.is_empty();
        if as_json {
            objects.push(json!({
                "id": folder.id,
                "sound": problems.is_empty(),
                "problems": problems.iter().map(|problem| json!({
                    "rule": problem.rule,
                    "file": problem.file,
                    "problem": problem.problem,
                    "remedy": problem.remedy,
                })).collect::<Vec<_>>(),
            }));
        } else if problems.is_empty() {
            say!("{}  {}", text::strong(&folder.id), text::good("sound"));
        } else {
            let count = format!("{} to mend", problems.len());
            say!("{}  {}", text::strong(&folder.id), text::bad(count));
            for problem in &problems {
                say!("\n  {}: {}", problem.file, problem.problem);
                say!("  {} {}", problem.remedy, text::faint(problem.rule));
            }
            say!();
        }
    }
    if as_json {
        say!("{:#}", json!({"version": json::VERSION, "exercises": objects}));
    }
    Ok(if sound { Ending::Well } else { Ending::Failed })
}
