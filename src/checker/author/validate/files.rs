//! Rules that the exercise's files answer alone.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::super::scaffold::TO_FILL;
use super::{Problem, Validation};
use crate::definition::{Definition, Function};
use crate::starter;

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
        self.head_is_complete(&definition);
        if definition.functions.is_empty() {
            self.incomplete("no [[function]]".into(), "An exercise has at least one function.");
        }
        for function in &definition.functions {
            self.function_is_complete(function);
            self.calls_have_names_and_reasons(function);
        }
    }

    fn incomplete(&mut self, problem: String, remedy: &str) {
        self.found("complete", &self.toml(), problem, remedy);
    }

    fn head_is_complete(&mut self, definition: &Definition) {
        if !(1..=3).contains(&definition.stars) {
            self.incomplete(format!("stars = {}", definition.stars), "Stars are 1, 2 or 3.");
        }
        if definition.minutes == 0 {
            self.incomplete("minutes = 0".into(), "Roughly what a learner needs.");
        }
        for (key, text) in [("title", &definition.title), ("takeaway", &definition.takeaway)] {
            if text.trim().is_empty() {
                self.incomplete(format!("{key} is empty"), "A learner reads it.");
            }
        }
        for prerequisite in &definition.prerequisites {
            let problem = match self.course.exercise(prerequisite) {
                Err(error) => format!("prerequisites: {error}"),
                Ok(other) if other == *self.folder => {
                    format!("prerequisites: \"{prerequisite}\" is this exercise itself")
                }
                Ok(_) => continue,
            };
            self.incomplete(problem, "Prerequisites are other exercises of this course.");
        }
        if let Some(problem) = self.book.wrong_chapter(definition.chapter) {
            let problem = format!("chapter = {}: {problem}", definition.chapter);
            self.found("pages", &self.toml(), problem, "Chapters are numbered as in the book.");
        }
        if let Some(page) = definition.page.as_ref().filter(|page| !self.book.knows_page(page)) {
            let problem = format!("page = \"{page}\": the book has no such page");
            self.found("pages", &self.toml(), problem, "A page is named as it is built: x.html.");
        }
    }

    fn function_is_complete(&mut self, function: &Function) {
        let name = &function.name;
        if function.points == 0 {
            self.incomplete(format!("{name}: points = 0"), "A function is worth 1 or more.");
        }
        if function.hints.is_empty() {
            self.incomplete(
                format!("{name} has no hints"),
                "Three are usual: a nudge, the plan, nearly the line.",
            );
        }
        for (number, _) in (1..).zip(&function.hints).filter(|(_, hint)| hint.trim().is_empty()) {
            let of = function.hints.len();
            self.incomplete(format!("{name}: hint {number} of {of} is empty"), "Write or drop it.");
        }
        if function.cases.is_empty() {
            self.incomplete(
                format!("{name} has no [[function.case]]"),
                "Begin with the case to know by heart.",
            );
        }
        let tolerance = &function.tolerance;
        if tolerance.because.trim().is_empty() {
            self.incomplete(
                format!("{name}: the tolerance has no reason"),
                "Fill tolerance.because.",
            );
        }
        for (key, value) in [
            ("relative", tolerance.relative.unwrap_or(0.0)),
            ("absolute", tolerance.absolute.unwrap_or(0.0)),
            ("standard_errors", tolerance.standard_errors),
        ] {
            if !value.is_finite() || value < 0.0 {
                self.incomplete(
                    format!("{name}: the tolerance is {key} = {value:?}"),
                    "A tolerance is finite, and not below zero.",
                );
            }
        }
        for property in function.properties.iter().filter(|one| one.says.trim().is_empty()) {
            let kind = property.kind.name();
            self.incomplete(
                format!("{name}: the property of the kind \"{kind}\" says nothing"),
                "Say in a few words what must hold: it stands in the verdict.",
            );
        }
    }

    fn calls_have_names_and_reasons(&mut self, function: &Function) {
        let name = &function.name;
        for case in &function.cases {
            if let Some(error) = case.standard_error.filter(|e| !e.is_finite() || *e < 0.0) {
                self.incomplete(
                    format!("{name}, case \"{}\": standard_error = {error:?}", case.name),
                    "A standard error is finite, and not below zero.",
                );
            }
        }
        let mut names = BTreeSet::new();
        for (call, why) in function.call_names() {
            if call.trim().is_empty() {
                self.incomplete(format!("{name} has a case without a name"), "Say what it is.");
            }
            if why.trim().is_empty() {
                self.incomplete(
                    format!("{name}, case \"{call}\" has no why"),
                    "Say what it is for.",
                );
            }
            if !names.insert(call.clone()) {
                self.incomplete(
                    format!("{name} has two cases \"{call}\""),
                    "Names are how a case is found.",
                );
            }
        }
    }

    /// The file that a learner opens: it is there, and nothing that the checker calls is missing in it.
    /// What a learner wrote into it is nobody's concern here.
    pub(super) fn learners_file_can_be_checked(&mut self) {
        let path = self.folder.learners_file();
        let again = format!("The pristine text again: cargo run -- reset {}", self.folder.id);
        if !path.is_file() {
            let problem = "it is not there, and a learner begins with it".to_owned();
            return self.found("learners-file", &path, problem, &again);
        }
        let wanted = starter::types_of(&self.folder.path.join("starter.rs"));
        let (Ok(theirs), Ok(wanted)) = (starter::types_of(&path), wanted) else { return };
        let other = |(name, types): &(&String, &String)| theirs.get(*name) != Some(*types);
        let missing: Vec<&str> =
            wanted.iter().filter(other).map(|(name, _)| name.as_str()).collect();
        if !missing.is_empty() {
            self.found.notes.push(Problem {
                rule: "learners-file",
                file: self.course.relative(&path),
                problem: format!(
                    "{}: not as in starter.rs, so a check will call it missing",
                    missing.join(", ")
                ),
                remedy: again,
            });
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
