//! `ntk author stats`

use serde_json::json;

use ntk_checker::author::stats::{Row, Stats, stats};
use ntk_checker::course::Course;

use super::super::{Ending, Outcome, text};

pub fn run(course: &Course, as_json: bool) -> Outcome {
    let stats = stats(course)?;
    if as_json {
        say!("{:#}", object(&stats));
    } else {
        print(&stats);
    }
    let whole = stats.exercises.iter().all(|row| row.missing.is_none());
    Ok(if whole { Ending::Well } else { Ending::Failed })
}

fn print(stats: &Stats) {
    say!("{}", text::strong("      functions cases samples laws mistakes hints points min  title"));
    for row in &stats.exercises {
        say!("{}", line(&row.id, row, &row.title));
        if let Some(missing) = &row.missing {
            say!("{}", text::indented(missing, "      "));
        }
    }
    say!("{}", line("all ", &sum(&stats.exercises), ""));
    say!("\nquestions of the quiz: {}", stats.questions);
    say!("claims of the ledger: {}", stats.claims);
    let numbers = |list: &[u32]| list.iter().map(u32::to_string).collect::<Vec<_>>();
    listed("chapters without an exercise", &numbers(&stats.without_exercise));
    listed("chapters without a question", &numbers(&stats.without_question));
    listed("exercises without a card on a page", &stats.without_card);
    listed("claims that no page and no question speaks of", &stats.silent_claims);
}

fn line(id: &str, row: &Row, title: &str) -> String {
    let numbers = format!(
        "{id}  {:>9} {:>5} {:>7} {:>4} {:>8} {:>5} {:>6} {:>3}  ",
        row.functions,
        row.cases,
        row.samples,
        row.properties,
        row.mistakes,
        row.hints,
        row.points,
        row.minutes
    );
    let left = text::width().saturating_sub(numbers.chars().count());
    format!("{numbers}{}", text::shortened(title, left)).trim_end().to_owned()
}

fn listed(what: &str, names: &[String]) {
    let names = if names.is_empty() { "none".to_owned() } else { names.join(" ") };
    say!("{}", text::paragraphs(&format!("{what}: {names}"), ""));
}

fn sum(rows: &[Row]) -> Row {
    let of = |part: fn(&Row) -> usize| rows.iter().map(part).sum();
    Row {
        functions: of(|row| row.functions),
        cases: of(|row| row.cases),
        samples: of(|row| row.samples),
        properties: of(|row| row.properties),
        mistakes: of(|row| row.mistakes),
        hints: of(|row| row.hints),
        points: rows.iter().map(|row| row.points).sum(),
        minutes: rows.iter().map(|row| row.minutes).sum(),
        ..Row::default()
    }
}

fn object(stats: &Stats) -> serde_json::Value {
    let exercises: Vec<_> = stats
        .exercises
        .iter()
        .map(|row| {
            json!({
                "id": row.id,
                "title": row.title,
                "functions": row.functions,
                "cases": row.cases,
                "samples": row.samples,
                "properties": row.properties,
                "mistakes": row.mistakes,
                "hints": row.hints,
                "points": row.points,
                "minutes": row.minutes,
                "missing": row.missing,
            })
        })
        .collect();
    json!({
        "version": super::super::json::VERSION,
        "exercises": exercises,
        "questions": stats.questions,
        "claims": stats.claims,
        "without_exercise": stats.without_exercise,
        "without_question": stats.without_question,
        "without_card": stats.without_card,
        "silent_claims": stats.silent_claims,
    })
}
