//! `ntk author freeze`

use similar::{ChangeTag, TextDiff};

use ntk_checker::author::freeze;
use ntk_checker::course::Course;

use super::super::{Ending, Outcome, notice, text};

/// More lines of a difference than this are counted, not shown.
const SHOWN: usize = 60;

pub fn run(course: &Course, names: &[String]) -> Outcome {
    let mut ending = Ending::Well;
    for folder in super::wanted(course, names)? {
        let freezing = match freeze::freeze(course, &folder, &notice) {
            Ok(freezing) => freezing,
            // That one cannot be frozen keeps no other from it.
            Err(error) => {
                complain!("{}", text::problem(&error));
                ending = Ending::CouldNot;
                continue;
            }
        };
        let file = course.relative(&freezing.path);
        if freezing.before == freezing.after {
            say!("{}  {file}: as it was", text::strong(&folder.id));
        } else {
            say!("{}  {file}: written", text::strong(&folder.id));
            print_difference(&freezing.before, &freezing.after);
        }
    }
    Ok(ending)
}

fn print_difference(before: &str, after: &str) {
    if before.is_empty() {
        say!("    new, {} lines", after.lines().count());
        return;
    }
    let difference = TextDiff::from_lines(before, after);
    let changed: Vec<_> =
        difference.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal).collect();
    for change in changed.iter().take(SHOWN) {
        let line = change.value().trim_end();
        match change.tag() {
            ChangeTag::Delete => say!("    {}", text::bad(format!("- {line}"))),
            _ => say!("    {}", text::good(format!("+ {line}"))),
        }
    }
    if changed.len() > SHOWN {
        say!("    … {} more changed lines", changed.len() - SHOWN);
    }
}
