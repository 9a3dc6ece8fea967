//! `ntk show`: the task in the terminal, from the pristine text.

use clap::Args;
use serde_json::json;

use ntk_checker::course::{Course, Folder};
use ntk_checker::definition::Definition;
use ntk_checker::starter::Starter;

use super::{Ending, Outcome, check, json, page, text};

#[derive(Args)]
pub struct Arguments {
    /// Which exercise [default: the next open one]
    #[arg(value_name = "EX")]
    exercise: Option<String>,
    /// Print one JSON object on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let Some(folder) = check::named_or_next(course, arguments.exercise.as_deref())? else {
        say!("Every exercise is passed. Name one to see its task: cargo run -- show ex03");
        return Ok(Ending::Well);
    };
    let definition = Definition::read(&folder)?;
    let starter = Starter::read(&folder)?;
    if arguments.json {
        let functions: Vec<_> = starter
            .functions
            .iter()
            .map(|function| json!({"name": function.name, "signature": function.signature, "task": function.task}))
            .collect();
        say!(
            "{:#}",
            json!({
                "version": json::VERSION,
                "id": folder.id,
                "title": definition.title,
                "introduction": starter.introduction,
                "functions": functions,
            })
        );
    } else {
        say!("{}", render(course, &folder, &definition, &starter));
    }
    Ok(Ending::Well)
}

fn render(course: &Course, folder: &Folder, definition: &Definition, starter: &Starter) -> String {
    let mut out = format!("{}  {}\n", text::strong(&folder.id), text::strong(&definition.title));
    let stars = "★".repeat(definition.stars.into());
    let facts = format!(
        "{stars}  {} minutes  {} points  {}",
        definition.minutes,
        definition.points(),
        page::of(definition)
    );
    out.push_str(&text::faint(text::paragraphs(&facts, "")));
    if !definition.prerequisites.is_empty() {
        let before = format!("\nbuilds on {}", definition.prerequisites.join(", "));
        out.push_str(&text::faint(before));
    }
    out.push_str("\n\n");
    out.push_str(&text::paragraphs(&starter.introduction, ""));
    out.push('\n');
    for function in &starter.functions {
        let points = definition.functions.iter().find(|one| one.name == function.name);
        let points = points.map_or(0, |function| function.points);
        out.push_str(&format!(
            "\n{}  {}\n\n",
            text::strong(text::code(&function.signature, text::width())),
            text::faint(format!("{points} points"))
        ));
        out.push_str(&text::paragraphs(&function.task, "  "));
        out.push('\n');
    }
    let file = course.relative(&folder.learners_file());
    out.push_str(&format!("\nedit   {file}\ncheck  cargo run -- check {}", folder.id));
    out
}
