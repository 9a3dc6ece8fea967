//! `ntk list`

use clap::Args;
use serde_json::json;

use ntk_checker::course::Course;
use ntk_checker::definition::Definition;
use ntk_checker::progress::{self, State};

use super::{Ending, Outcome, json, notice, text};

#[derive(Args)]
pub struct Arguments {
    /// Print one JSON object on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let found = progress::read(course);
    if let Some(trouble) = &found.trouble {
        notice(trouble);
    }
    let mut rows = Vec::new();
    for folder in course.exercises()? {
        let definition = Definition::read(&folder)?;
        let state = found.progress.state(&folder);
        rows.push((folder, definition, state));
    }
    if arguments.json {
        let exercises: Vec<_> = rows
            .iter()
            .map(|(folder, definition, state)| {
                json!({
                    "id": folder.id,
                    "name": folder.name,
                    "title": definition.title,
                    "file": course.relative(&folder.learners_file()),
                    "points": definition.points(),
                    "stars": definition.stars,
                    "minutes": definition.minutes,
                    "chapter": definition.chapter,
                    "state": state.tag(),
                })
            })
            .collect();
        say!("{:#}", json!({"version": json::VERSION, "exercises": exercises}));
        return Ok(Ending::Well);
    }
    for (folder, definition, state) in &rows {
        let word = format!("{:<7}", state.tag());
        let word = match state {
            State::Passed => text::good(word),
            State::Stale => text::bad(word),
            State::Open => text::open(word),
        };
        say!(
            "{}  {word}  {:>2} points  {}",
            text::strong(&folder.id),
            definition.points(),
            definition.title
        );
    }
    Ok(Ending::Well)
}
