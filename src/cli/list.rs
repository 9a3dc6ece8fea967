//! `ntk list`

use clap::Args;
use serde_json::json;

use ntk_checker::Error;
use ntk_checker::course::{Course, Folder};
use ntk_checker::definition::Definition;
use ntk_checker::progress::{self, Progress, State};
use ntk_checker::quiz::{Answers, Quiz};

use super::{Ending, Outcome, json, notice, text};

const EXAMPLES: &str = "\
Examples:
  cargo run -- list --open               what is left
  cargo run -- list --stars 1 --under 30   what fits into half an hour";

#[derive(Args, Default)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Only what is not passed (or has changed since)
    #[arg(long, conflicts_with = "passed")]
    open: bool,
    /// Only what is passed
    #[arg(long)]
    passed: bool,
    /// Only exercises of at most so many stars
    #[arg(long, value_name = "N")]
    stars: Option<u8>,
    /// Only exercises that take less than so many minutes
    #[arg(long, value_name = "MINUTES")]
    under: Option<u32>,
    /// Print one JSON object on standard output, and nothing else
    #[arg(long)]
    json: bool,
}

/// An exercise as the list shows it.
struct Row {
    folder: Folder,
    definition: Definition,
    state: State,
    got: u32,
}

impl Row {
    fn wanted(&self, arguments: &Arguments) -> bool {
        let passed = self.state == State::Passed;
        let kind = match (arguments.open, arguments.passed) {
            (true, _) => !passed,
            (false, true) => passed,
            (false, false) => true,
        };
        kind && arguments.stars.is_none_or(|most| self.definition.stars <= most)
            && arguments.under.is_none_or(|limit| self.definition.minutes < limit)
    }
}

/// What there is to list, and what cannot be read.
#[derive(Default)]
struct Rows {
    read: Vec<Row>,
    broken: Vec<(Folder, Error)>,
}

fn rows(course: &Course, progress: &Progress) -> ntk_checker::Result<Rows> {
    let mut rows = Rows::default();
    for folder in course.exercises()? {
        let definition = match Definition::read(&folder) {
            Ok(definition) => definition,
            Err(error) => {
                rows.broken.push((folder, error));
                continue;
            }
        };
        let state = progress.state(&folder);
        let got = match state {
            State::Passed => definition.points(),
            State::Open | State::Stale => progress.record(&folder).points,
        };
        rows.read.push(Row { folder, definition, state, got });
    }
    Ok(rows)
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let found = progress::read(course);
    if let Some(trouble) = &found.trouble {
        notice(trouble);
    }
    let rows = rows(course, &found.progress)?;
    if arguments.json {
        print_json(course, &rows, arguments);
    } else {
        say!("{}{}", render(&rows.read, arguments), quiz_line(course));
    }
    rows.broken.iter().for_each(|(_, error)| complain!("{}", text::problem(error)));
    Ok(if rows.broken.is_empty() { Ending::Well } else { Ending::Failed })
}

/// How the quiz stands; nothing where there is none, or where it cannot be read: `check quiz` says why.
fn quiz_line(course: &Course) -> String {
    let Ok(Some(quiz)) = Quiz::read(course) else { return String::new() };
    let answers = Answers::read(course).answers;
    let (got, of) = ntk_checker::quiz::report(course, &quiz, &answers).points();
    format!("\n\n{}  {got} of {of} right · cargo run -- quiz", text::strong("quiz"))
}

/// The table, for `list` and for the key in `watch`.
pub fn table(course: &Course) -> ntk_checker::Result<String> {
    let rows = rows(course, &progress::read(course).progress)?;
    let mut table = render(&rows.read, &Arguments::default()) + &quiz_line(course);
    for (_, error) in &rows.broken {
        table.push_str(&format!("\n\n{}", text::problem(error)));
    }
    Ok(table)
}

fn render(rows: &[Row], arguments: &Arguments) -> String {
    let (got, of) =
        rows.iter().fold((0, 0), |(got, of), row| (got + row.got, of + row.definition.points()));
    let passed = rows.iter().filter(|row| row.state == State::Passed).count();
    let mut out =
        format!("{}  {passed} of {} passed, {got} of {of} points\n", bar(got, of), rows.len());
    let shown: Vec<&Row> = rows.iter().filter(|row| row.wanted(arguments)).collect();
    if shown.is_empty() {
        out.push_str("\nNo exercise is of that kind.");
    }
    for row in shown {
        out.push('\n');
        out.push_str(&line(row));
    }
    out
}

fn line(row: &Row) -> String {
    let definition = &row.definition;
    let state = format!("{:<6}", row.state.tag());
    let state = match row.state {
        State::Passed => text::good(state),
        State::Stale => text::bad(state),
        State::Open => text::open(state),
    };
    let stars = "★".repeat(definition.stars.into());
    let facts = format!(
        "{:>2}/{:<2}  {stars:<3}  {:>3} min  ",
        row.got,
        definition.points(),
        definition.minutes
    );
    let fixed = row.folder.id.chars().count() + 2 + 6 + 2 + facts.chars().count();
    let title = text::shortened(&definition.title, text::width().saturating_sub(fixed));
    format!("{}  {state}  {facts}{title}", text::strong(&row.folder.id))
}

/// How far, at a glance.
fn bar(got: u32, of: u32) -> String {
    const CELLS: u32 = 20;
    let full = (got.min(of) * CELLS).checked_div(of).unwrap_or(0);
    let (full, rest) = (full as usize, (CELLS - full) as usize);
    format!("{}{}", text::good("━".repeat(full)), text::faint("─".repeat(rest)))
}

fn print_json(course: &Course, rows: &Rows, arguments: &Arguments) {
    let broken = rows.broken.iter().map(|(folder, error)| {
        json!({
            "id": folder.id,
            "name": folder.name,
            "file": course.relative(&folder.learners_file()),
            "state": "error",
            "problem": error.to_string(),
        })
    });
    let exercises: Vec<_> = rows
        .read
        .iter()
        .filter(|row| row.wanted(arguments))
        .map(|row| {
            json!({
                "id": row.folder.id,
                "name": row.folder.name,
                "title": row.definition.title,
                "file": course.relative(&row.folder.learners_file()),
                "points": row.definition.points(),
                "got": row.got,
                "stars": row.definition.stars,
                "minutes": row.definition.minutes,
                "chapter": row.definition.chapter,
                "page": row.definition.page,
                "prerequisites": row.definition.prerequisites,
                "state": row.state.tag(),
            })
        })
        .chain(broken)
        .collect();
    say!("{:#}", json!({"version": json::VERSION, "exercises": exercises}));
}
