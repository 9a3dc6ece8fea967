//! `ntk check`

use std::fmt::Write;

use clap::Args;
use serde_json::{Value as Json, json};

use ntk_checker::author::{Seeds, frozen_from_solution};
use ntk_checker::course::{Course, Folder};
use ntk_checker::frozen::Exercise;
use ntk_checker::progress::{self, State};
use ntk_checker::quiz::Answers;
use ntk_checker::report::{ExerciseVerdict, Report, Verdict};
use ntk_checker::{Error, grade};

use super::{Ending, Outcome, json, notice, page, quiz, text, verdict};

const EXAMPLES: &str = "\
Examples:
  cargo run -- check                 the next exercise that is open
  cargo run -- check ex3             also: ex03, 3, ex03-gradient-flow
  cargo run -- check ex6 --solution  grade the reference, to see a pass
  cargo run -- check ex6 --seed 1    the random cases drawn anew (needs solutions/)
  cargo run -- check quiz            the answers that `quiz` has kept
  cargo run -- check --all --json    for another program

Exit codes: 0 all pass, 1 something failed or is not done, 2 it could not run.";

/// What is graded beside the exercises, by the name under which it is asked for.
const QUIZ: &str = "quiz";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Arguments {
    /// Which exercises [default: the next open one]
    #[arg(value_name = "EX")]
    exercises: Vec<String>,
    /// All exercises
    #[arg(long, conflicts_with = "exercises")]
    all: bool,
    /// Grade the reference solution in place of your file
    #[arg(long)]
    solution: bool,
    /// Print one JSON object on standard output, and nothing else
    #[arg(long)]
    json: bool,
    /// Draw the random cases anew from this seed; the solution says what is expected
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

pub fn run(course: &Course, arguments: &Arguments) -> Outcome {
    let mut session = Session { course, arguments, ending: Ending::Well, printed: Vec::new() };
    if arguments.exercises.iter().any(|name| name == QUIZ) {
        session.check_quiz();
    }
    match wanted(course, arguments) {
        Ok(folders) if folders.is_empty() && arguments.exercises.is_empty() => {
            return all_done(course, arguments);
        }
        Ok(folders) => {
            let many = folders.len() > 1;
            folders.into_iter().for_each(|folder| session.check(folder, many));
        }
        Err(error) => {
            let name = arguments.exercises.first().map_or("", String::as_str);
            session.could_not(name, &error);
        }
    }
    if arguments.json {
        let object = json!({"version": json::VERSION, "exercises": session.printed});
        say!("{object:#}");
    }
    Ok(session.ending)
}

fn wanted(course: &Course, arguments: &Arguments) -> ntk_checker::Result<Vec<Folder>> {
    if arguments.all {
        return course.exercises();
    }
    if arguments.exercises.is_empty() {
        return Ok(next_open(course)?.into_iter().collect());
    }
    let mut folders: Vec<Folder> = Vec::new();
    for name in arguments.exercises.iter().filter(|name| *name != QUIZ) {
        let folder = course.exercise(name)?;
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    Ok(folders)
}

/// The first exercise that is not passed.
pub fn next_open(course: &Course) -> ntk_checker::Result<Option<Folder>> {
    let progress = progress::read(course).progress;
    let mut all = course.exercises()?.into_iter();
    Ok(all.find(|folder| progress.state(folder) != State::Passed))
}

/// The exercise of that name, or the next open one; `None` if all are passed.
pub fn named_or_next(course: &Course, name: Option<&str>) -> ntk_checker::Result<Option<Folder>> {
    match name {
        Some(name) => course.exercise(name).map(Some),
        None => next_open(course),
    }
}

fn all_done(course: &Course, arguments: &Arguments) -> Outcome {
    let count = course.exercises()?.len();
    if arguments.json {
        say!("{}", json!({"version": json::VERSION, "exercises": []}));
    } else {
        say!("All {count} exercises are passed. To check them again: cargo run -- check --all");
    }
    Ok(Ending::Well)
}

/// Notes a check's result; a sentence where that was not possible, or not without trouble.
pub fn note(course: &Course, folder: &Folder, report: &Report) -> Option<String> {
    let trouble = progress::read(course).trouble;
    match progress::note_check(course, folder, report) {
        Err(error) => Some(format!("the result could not be noted: {error}")),
        Ok(()) => trouble.map(|trouble| format!("{trouble}; it is kept beside a new one")),
    }
}

/// One sentence to keep, and the way on.
pub fn after_a_pass(course: &Course, exercise: &Exercise) -> String {
    let mut out = text::paragraphs(exercise.definition.takeaway.trim(), "  ");
    let _ = write!(out, "\n\nread on  {}", page::of(&exercise.definition));
    let _ = write!(out, "\ncompare  cargo run -- solution {}", exercise.folder.id);
    out.push_str(&match next_after(course, &exercise.folder) {
        Ok(Some(next)) => format!("\nnext     {}", course.relative(&next.learners_file())),
        _ => "\nnext     nothing is left: every exercise is passed".to_owned(),
    });
    out
}

/// The next open exercise behind this one, or before it if there is none behind.
pub fn next_after(course: &Course, folder: &Folder) -> ntk_checker::Result<Option<Folder>> {
    let progress = progress::read(course).progress;
    let open = |other: &&Folder| other.id != folder.id && progress.state(other) != State::Passed;
    let all = course.exercises()?;
    let behind = all.iter().filter(|other| other.id > folder.id).find(open);
    Ok(behind.or_else(|| all.iter().find(open)).cloned())
}

struct Session<'a> {
    course: &'a Course,
    arguments: &'a Arguments,
    /// The worst so far.
    ending: Ending,
    printed: Vec<Json>,
}

impl Session<'_> {
    /// One exercise; that it cannot be checked keeps no other from being checked.
    fn check(&mut self, folder: Folder, many: bool) {
        let id = folder.id.clone();
        let (exercise, report) = match self.grade(folder) {
            Ok(graded) => graded,
            Err(error) => return self.could_not(&id, &error),
        };
        self.record(&exercise, &report);
        if self.arguments.json {
            self.printed.push(json::report(&report));
        } else {
            self.print(&exercise, &report, many);
        }
        self.fell_short(report.verdict());
    }

    fn check_quiz(&mut self) {
        let saved = Answers::read(self.course);
        if let Some(trouble) = &saved.trouble {
            notice(trouble);
        }
        let report = match quiz::read(self.course) {
            Ok(quiz) => ntk_checker::quiz::report(self.course, &quiz, &saved.answers),
            Err(error) => return self.could_not(QUIZ, &error),
        };
        if self.arguments.json {
            self.printed.push(json::report(&report));
        } else {
            say!("{}", quiz::verdict(&report));
        }
        self.fell_short(report.verdict());
    }

    fn fell_short(&mut self, verdict: ExerciseVerdict) {
        if verdict != ExerciseVerdict::Pass && self.ending == Ending::Well {
            self.ending = Ending::Failed;
        }
    }

    fn could_not(&mut self, id: &str, error: &Error) {
        self.ending = Ending::CouldNot;
        if self.arguments.json {
            self.printed.push(json::error(id, error));
        }
        complain!("{}", text::problem(error));
    }

    fn grade(&self, folder: Folder) -> ntk_checker::Result<(Exercise, Report)> {
        let mut exercise = Exercise::read(folder)?;
        if let Some(seed) = self.arguments.seed {
            exercise.frozen = frozen_from_solution(
                self.course,
                &exercise.folder,
                &exercise.definition,
                Seeds::Fresh(seed),
                &notice,
            )?;
        }
        let report = if self.arguments.solution {
            grade::solution(self.course, &exercise, &notice)?
        } else {
            grade::learner(self.course, &exercise, &notice)?
        };
        Ok((exercise, report))
    }

    /// The result is kept; that it cannot be is said, and changes no verdict.
    fn record(&self, exercise: &Exercise, report: &Report) {
        if self.arguments.solution {
            return;
        }
        if let Some(sentence) = note(self.course, &exercise.folder, report) {
            notice(&sentence);
        }
    }

    fn print(&self, exercise: &Exercise, report: &Report, many: bool) {
        let untouched = report.functions.iter().all(|function| function.verdict == Verdict::Todo);
        if many && untouched {
            let file = self.course.relative(&report.folder.learners_file());
            say!("{}  {}: not begun · {file}\n", text::strong(&report.folder.id), report.title);
            return;
        }
        say!("{}", verdict::render(self.course, report).trim_end());
        if report.verdict() == ExerciseVerdict::Pass {
            say!("\n{}", self.after_a_pass(exercise));
        }
        if many {
            say!();
        }
    }

    fn after_a_pass(&self, exercise: &Exercise) -> String {
        if !self.arguments.solution {
            return after_a_pass(self.course, exercise);
        }
        let file = self.course.relative(&exercise.folder.learners_file());
        format!(
            "{}\n\nread on  {}\nyours    {file} (this was the reference)",
            text::paragraphs(exercise.definition.takeaway.trim(), "  "),
            page::of(&exercise.definition)
        )
    }
}
