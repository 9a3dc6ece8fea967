//! Rules on the known mistakes.

use std::collections::BTreeSet;

use ntk_harness::Outcome;

use super::{Validation, allowance};
use crate::definition::Function;
use crate::diagnose::same_outcome;
use crate::frozen::{Frozen, FrozenCall, FrozenFunction};

impl Validation<'_> {
    pub(super) fn mistakes_are_listed_and_speak(&mut self, fresh: &Frozen) {
        let folder = self.course.solution_of(self.folder).join("mistakes");
        let files: BTreeSet<String> = std::fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_str()?.replace('_', "-")))
            .collect();
        let listed: BTreeSet<String> = fresh.mistakes.iter().map(|m| m.name.clone()).collect();
        for name in files.difference(&listed) {
            let path = folder.join(format!("{}.rs", name.replace('-', "_")));
            self.found(
                "mistakes",
                &path,
                "it is not listed".into(),
                "Name it in mistakes! of main.rs.",
            );
        }
        for mistake in &fresh.mistakes {
            let path = folder.join(format!("{}.rs", mistake.name.replace('-', "_")));
            if mistake.message.split_whitespace().count() < 8 {
                self.found(
                    "mistakes",
                    &path,
                    "its message says too little".into(),
                    "The //! comment at its head is what a learner reads.",
                );
            } else if !["Chapter ", "Appendix "].iter().any(|page| mistake.message.contains(page)) {
                self.found(
                    "mistakes",
                    &path,
                    "its message names no page".into(),
                    "End with where to read on: Chapter 6, \"Title\".",
                );
            }
            for problem in self.book.wrong_references(&mistake.message) {
                self.found(
                    "pages",
                    &path,
                    problem,
                    "Name a heading of that chapter, letter by letter.",
                );
            }
        }
        let uses: usize = fresh.mistakes.iter().map(|mistake| mistake.functions.len()).sum();
        let functions = self.definition.functions.len();
        if uses < 3 * functions {
            self.found(
                "mistakes",
                &folder,
                format!("{uses} known mistakes for {functions} functions"),
                "At least three for each function, on average.",
            );
        }
    }

    /// Every mistake fails somewhere, and no two give the same answers everywhere.
    pub(super) fn mistakes_fail_and_differ(
        &mut self,
        function: &Function,
        frozen: &FrozenFunction,
        fresh: &Frozen,
    ) {
        let path = self.course.solution_of(self.folder).join("mistakes");
        let names: Vec<&String> = fresh
            .mistakes
            .iter()
            .filter(|mistake| mistake.functions.contains(&function.name))
            .map(|mistake| &mistake.name)
            .collect();
        if names.is_empty() {
            self.found(
                "mistakes",
                &path,
                format!("{} has no known mistake", function.name),
                "At least one; three are usual.",
            );
        }
        for (index, name) in names.iter().enumerate() {
            if !frozen.calls.iter().any(|call| call.mistakes.contains_key(*name)) {
                let path = path.join(format!("{}.rs", name.replace('-', "_")));
                self.found(
                    "mistakes-fail",
                    &path,
                    format!("{name} passes every case of {}", function.name),
                    "Add the case that shows it, or drop the mistake.",
                );
            }
            for other in &names[index + 1..] {
                if frozen.calls.iter().all(|call| same_on(call, function, name, other)) {
                    self.found(
                        "mistakes-differ",
                        &path,
                        format!(
                            "{name} and {other} cannot be told apart on the cases of {}",
                            function.name
                        ),
                        "Add the case on which they part, or make them one.",
                    );
                }
            }
        }
    }
}

pub(super) fn same_on(call: &FrozenCall, function: &Function, one: &str, other: &str) -> bool {
    let right = Outcome::Value(call.expected.clone());
    let of = |name: &str| call.mistakes.get(name).unwrap_or(&right);
    same_outcome(of(one), of(other), allowance(function, call))
}
