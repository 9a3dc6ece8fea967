//! `author stats`: how much of everything there is, and what nothing speaks of.

use std::collections::BTreeSet;

use super::book::Book;
use crate::Result;
use crate::course::{Course, Folder};
use crate::definition::{Definition, Function};
use crate::frozen::Frozen;
use crate::quiz::Quiz;

/// One exercise in numbers.
#[derive(Default)]
pub struct Row {
    pub id: String,
    pub title: String,
    pub functions: usize,
    pub cases: usize,
    pub samples: usize,
    pub properties: usize,
    pub mistakes: usize,
    pub hints: usize,
    pub points: u32,
    pub minutes: u32,
    /// What could not be counted, and why.
    pub missing: Option<String>,
}

pub struct Stats {
    pub exercises: Vec<Row>,
    pub questions: usize,
    /// Chapters that are written and have no exercise, or no question.
    pub without_exercise: Vec<u32>,
    pub without_question: Vec<u32>,
    /// Exercises that no page of the book shows.
    pub without_card: Vec<String>,
    pub claims: usize,
    /// Claims that no page and no question speaks of.
    pub silent_claims: Vec<String>,
}

/// Counts the whole course.
///
/// # Errors
///
/// The folder of all exercises or the quiz cannot be read. What is wrong with one exercise stands in
/// its row.
pub fn stats(course: &Course) -> Result<Stats> {
    let book = Book::of(course);
    let root = format!("{}/", course.root().display());
    let mut exercises = Vec::new();
    let mut practised = BTreeSet::new();
    for folder in course.exercises()? {
        let row = match Definition::read(&folder) {
            Ok(definition) => {
                practised.insert(definition.chapter);
                row(&folder, &definition)
            }
            Err(error) => Row { id: folder.id, missing: Some(error.to_string()), ..Row::default() },
        };
        let missing = row.missing.map(|missing| missing.replace(&root, ""));
        exercises.push(Row { missing, ..row });
    }
    let questions = Quiz::read(course)?.map_or_else(Vec::new, |quiz| quiz.questions);
    let asked: BTreeSet<u32> = questions.iter().map(|question| question.chapter).collect();
    let mut spoken: BTreeSet<&str> = book.claims_shown().collect();
    spoken.extend(questions.iter().flat_map(|question| &question.claims).map(String::as_str));
    let without =
        |known: &BTreeSet<u32>| book.chapters().filter(|number| !known.contains(number)).collect();
    let ids = exercises.iter().map(|row: &Row| &row.id);
    let without_card = ids.filter(|id| !book.has_card(id)).cloned().collect();
    Ok(Stats {
        exercises,
        questions: questions.len(),
        without_exercise: without(&practised),
        without_question: without(&asked),
        without_card,
        claims: book.claims().count(),
        silent_claims: book.claims().filter(|id| !spoken.contains(id)).map(str::to_owned).collect(),
    })
}

fn row(folder: &Folder, definition: &Definition) -> Row {
    let (mistakes, missing) = match Frozen::read(folder) {
        Ok(frozen) => (frozen.mistakes.len(), None),
        Err(error) => (0, Some(error.to_string())),
    };
    let functions = &definition.functions;
    let count = |of: fn(&Function) -> usize| functions.iter().map(of).sum();
    Row {
        id: folder.id.clone(),
        title: definition.title.clone(),
        functions: functions.len(),
        cases: count(|function| function.cases.len()),
        samples: count(|function| function.samples.iter().map(|sample| sample.count).sum()),
        properties: count(|function| function.properties.len()),
        mistakes,
        hints: count(|function| function.hints.len()),
        points: definition.points(),
        minutes: definition.minutes,
        missing,
    }
}
