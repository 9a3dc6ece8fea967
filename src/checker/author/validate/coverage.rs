//! Which cases earn their place: notes, not problems.

use std::collections::BTreeSet;

use super::{Problem, Validation, mistakes::same_on};
use crate::definition::Function;
use crate::frozen::{Frozen, FrozenFunction};

impl Validation<'_> {
    /// Fixed cases without which every mistake would still fail, and still be told from every other.
    pub(super) fn note_cases_that_no_mistake_needs(
        &mut self,
        function: &Function,
        frozen: &FrozenFunction,
        fresh: &Frozen,
    ) {
        let idle = idle_cases(function, frozen, fresh);
        if idle.is_empty() {
            return;
        }
        let names: Vec<String> = idle.iter().map(|name| format!("\"{name}\"")).collect();
        self.found.notes.push(Problem {
            rule: "cases",
            file: self.course.relative(&self.toml()),
            problem: format!("{}: no known mistake needs {}", function.name, names.join(", ")),
            remedy: "Keep them if they teach; else a mistake that only they show may be missing."
                .to_owned(),
        });
    }
}

/// Each case is held against all others at once: of two cases that do the same work, both are named.
fn idle_cases(function: &Function, frozen: &FrozenFunction, fresh: &Frozen) -> Vec<String> {
    let names = fresh.mistakes.iter().filter(|mistake| mistake.functions.contains(&function.name));
    let names: Vec<&str> = names.map(|mistake| mistake.name.as_str()).collect();
    // What a call shows: that a mistake fails, that two mistakes differ.
    let shown: Vec<BTreeSet<(usize, usize)>> = frozen
        .calls
        .iter()
        .map(|call| {
            let mut shown = BTreeSet::new();
            for (one, name) in names.iter().enumerate() {
                if call.mistakes.contains_key(*name) {
                    shown.insert((one, one));
                }
                for (other, second) in names.iter().enumerate().skip(one + 1) {
                    if !same_on(call, function, name, second) {
                        shown.insert((one, other));
                    }
                }
            }
            shown
        })
        .collect();
    let fixed = function.cases.len();
    (0..fixed.min(shown.len()))
        .filter(|&case| {
            let others = || shown.iter().enumerate().filter(|(other, _)| *other != case);
            shown[case].iter().all(|fact| others().any(|(_, shown)| shown.contains(fact)))
        })
        .map(|case| frozen.calls[case].name.clone())
        .collect()
}
