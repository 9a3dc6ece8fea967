//! `author validate`: proof that an exercise is sound (contract R4).
//!
//! Each rule is one function, named after what it demands; a broken rule is a [`Problem`].

mod coverage;
mod files;
mod frozen;
mod mistakes;
mod programs;
mod properties;

use std::path::Path;

use super::book::Book;
use super::place::{named_by_rustc, with_line};
use crate::compare::Allowance;
use crate::course::{Course, Folder};
use crate::definition::{Definition, Function};
use crate::frozen::FrozenCall;
use crate::{Error, Result};

/// What an author has to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule that is broken, a stable name.
    pub rule: &'static str,
    /// The file to open, from the course's root.
    pub file: String,
    pub problem: String,
    pub remedy: String,
}

/// What validation found.
#[derive(Clone, Debug, Default)]
pub struct Validated {
    /// None if the exercise is sound.
    pub problems: Vec<Problem>,
    /// What an author may want to know, and nobody has to mend.
    pub notes: Vec<Problem>,
}

/// All rules on one exercise.
///
/// # Errors
///
/// Only what keeps validation from running at all: the folder of all exercises cannot be read.
/// What is wrong with one of them, or missing, is a problem in the list.
pub fn validate(course: &Course, folder: &Folder, notice: &dyn Fn(&str)) -> Result<Validated> {
    let definition = match Definition::read(folder) {
        Ok(definition) => definition,
        Err(error) => {
            let problems = vec![as_problem(course, folder, error)];
            return Ok(Validated { problems, notes: Vec::new() });
        }
    };
    let (book, found) = (Book::of(course), Validated::default());
    let mut validation = Validation { course, folder, definition, book, found };
    if validation.is_unfinished() {
        return Ok(validation.found);
    }
    validation.number_is_its_own()?;
    validation.definition_is_complete();
    validation.functions_stand_in_one_order();
    validation.starter_has_one_todo_a_function();
    validation.learners_file_can_be_checked();
    match validation.against_programs(notice) {
        Ok(()) => {}
        Err(error) => {
            let problem = as_problem(course, folder, error);
            validation.found.problems.push(problem);
        }
    }
    Ok(validation.found)
}

/// What keeps an exercise from being tried is a problem of that exercise: the others have their turn.
fn as_problem(course: &Course, folder: &Folder, error: Error) -> Problem {
    match error {
        Error::Content { path, problem, remedy } => {
            Problem { rule: "readable", file: with_line(course, &path, &problem), problem, remedy }
        }
        Error::File { path, problem } => Problem {
            rule: "readable",
            file: course.relative(&path),
            problem,
            remedy: "Every file of an exercise can be read as text.".to_owned(),
        },
        Error::Build { package, problem } => Problem {
            rule: "builds",
            file: named_by_rustc(&problem).unwrap_or_else(|| course.relative(&folder.path)),
            problem: format!("{package} does not build:\n{problem}"),
            remedy: "Mend what rustc says.".to_owned(),
        },
        Error::NoSolution { path, .. } => Problem {
            rule: "solution",
            file: course.relative(&path),
            problem: "there is no solution here, so nothing can be proved".to_owned(),
            remedy: "It is a package of its own; `author new` shows what belongs to it.".to_owned(),
        },
        other => Problem {
            rule: "answers",
            file: course.relative(&course.solution_of(folder).join("main.rs")),
            problem: other.to_string(),
            remedy: "The program calls signatures::main_with_mistakes, and does nothing else."
                .to_owned(),
        },
    }
}

struct Validation<'a> {
    course: &'a Course,
    folder: &'a Folder,
    definition: Definition,
    book: Book,
    found: Validated,
}

impl Validation<'_> {
    fn found(&mut self, rule: &'static str, file: &Path, problem: String, remedy: &str) {
        let file = with_line(self.course, file, &problem);
        self.found.problems.push(Problem { rule, file, problem, remedy: remedy.to_owned() });
    }

    /// Two exercises of one number could not be told apart by whoever asks for one.
    fn number_is_its_own(&mut self) -> Result<()> {
        let twins = self.course.exercises()?.into_iter();
        for twin in twins.filter(|twin| twin.id == self.folder.id && twin.name != self.folder.name)
        {
            let problem = format!("{} has the number of {}", self.folder.name, twin.name);
            let path = self.folder.path.join("Cargo.toml");
            self.found(
                "one-id",
                &path,
                problem,
                "Give one of them another number, in all its names.",
            );
        }
        Ok(())
    }

    fn toml(&self) -> std::path::PathBuf {
        self.folder.path.join("exercise.toml")
    }
}

fn allowance(function: &Function, call: &FrozenCall) -> Allowance {
    Allowance::new(&function.tolerance, call.standard_error.unwrap_or(0.0))
}
