//! Rules that the exercise's files answer alone.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::super::scaffold::TO_FILL;
use super::{Problem, Validation};

impl Validation<'_> {
    /// Does any file still have what `author new` left to fill? Then nothing else is worth saying.
    pub(super) fn is_unfinished(&mut self) -> bool {
        let solution = self.course.solution_of(self.folder);
        let folders = [self.folder.path.clone(), solution.join("mistakes"), solution];
        let mut files: Vec<PathBuf> = folders
            .iter()
            .flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten().flatten())
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "rs" || kind == "toml"))
            // A learner's file begins as the starter: what is to fill there is named once.
            .filter(|path| *path != self.folder.learners_file())
            .collect();
        files.sort();
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| line.contains(TO_FILL))
            {
                self.found.problems.push(Problem {
                    rule: "unfinished",
                    file: format!("{}:{number}", self.course.relative(&file)),
                    problem: line.trim().to_owned(),
                    remedy: "Write it, and take the word FILL out.".to_owned(),
                });
            }
        }
        !self.found.problems.is_empty()
    }

    /// Stars, prerequisites, hints, cases: everything that a page or a verdict will show.
    pub(super) fn definition_is_complete(&mut self) {
        let definition = self.definition.clone();
        let toml = self.toml();
        let mut complain = |problem: String, remedy| self.found("complete", &toml, problem, remedy);
        if !(1..=3).contains(&definition.stars) {
            complain(format!("stars = {}", definition.stars), "Stars are 1, 2 or 3.");
        }
        if definition.functions.is_empty() {
            complain("no [[function]]".into(), "An exercise has at least one function.");
        }
        for function in &definition.functions {
            let name = &function.name;
            if function.hints.is_empty() || function.hints.iter().any(|hint| hint.trim().is_empty())
            {
                complain(
                    format!("{name} has no hints"),
                    "Three are usual: a nudge, the plan, nearly the line.",
                );
            }
            if function.cases.is_empty() {
                complain(
                    format!("{name} has no [[function.case]]"),
                    "Begin with the case to know by heart.",
                );
            }
            if function.tolerance.because.trim().is_empty() {
                complain(format!("{name}: the tolerance has no reason"), "Fill tolerance.because.");
            }
            let mut names = BTreeSet::new();
            for (call, why) in function.call_names() {
                if why.trim().is_empty() {
                    complain(format!("{name}, case \"{call}\" has no why"), "Say what it is for.");
                }
                if !names.insert(call.clone()) {
                    complain(
                        format!("{name} has two cases \"{call}\""),
                        "Names are how a case is found.",
                    );
                }
            }
        }
        for prerequisite in &definition.prerequisites {
            if let Err(error) = self.course.exercise(prerequisite) {
                let problem = format!("prerequisite: {error}");
                self.found(
                    "complete",
                    &toml,
                    problem,
                    "Prerequisites are exercises of this course.",
                );
            }
        }
    }

    /// One order in `exercise.toml`, `signatures.rs` and `starter.rs`: reports follow it.
    pub(super) fn functions_stand_in_one_order(&mut self) {
        let listed: Vec<String> =
            self.definition.functions.iter().map(|f| f.name.clone()).collect();
        for (file, marker) in [("signatures.rs", "fn "), ("starter.rs", "pub fn ")] {
            let path = self.folder.path.join(file);
            let found = functions_in(&std::fs::read_to_string(&path).unwrap_or_default(), marker);
            if found != listed {
                self.found(
                    "one-order",
                    &path,
                    format!(
                        "the functions are {}, and in exercise.toml {}",
                        found.join(", "),
                        listed.join(", ")
                    ),
                    "List the same functions in the same order.",
                );
            }
        }
    }

    pub(super) fn starter_has_one_todo_a_function(&mut self) {
        let path = self.folder.path.join("starter.rs");
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                return self.found(
                    "starter",
                    &path,
                    error.to_string(),
                    "Every exercise has its pristine text.",
                );
            }
        };
        for (function, body) in bodies(&text) {
            let count = body.matches("todo!(").count();
            if count != 1 {
                self.found(
                    "starter",
                    &path,
                    format!("`todo!(` stands {count} times in {function}"),
                    "It stands once in each function, as its body.",
                );
            }
        }
        let functions = self.definition.functions.len();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let all: usize = code.map(|line| line.matches("todo!(").count()).sum();
        if all != functions {
            self.found(
                "starter",
                &path,
                format!("`todo!(` stands {all} times, for {functions} functions"),
                "It stands once in each function and nowhere else.",
            );
        }
    }
}

/// The names after `marker` at the beginning of lines.
fn functions_in(text: &str, marker: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| line.trim_start().strip_prefix(marker))
        .filter_map(|rest| rest.split(['(', '<']).next())
        .map(|name| name.trim().to_owned())
        .collect()
}

/// Every `pub fn` with the text up to the next one.
fn bodies(text: &str) -> Vec<(String, &str)> {
    let starts: Vec<usize> = text.match_indices("pub fn ").map(|(at, _)| at).collect();
    starts
        .iter()
        .enumerate()
        .map(|(index, &start)| {
            let end = starts.get(index + 1).copied().unwrap_or(text.len());
            let name = functions_in(&text[start..end], "pub fn ").into_iter().next();
            (name.unwrap_or_default(), &text[start..end])
        })
        .collect()
}
