//! Where an author has to look: the file, and the line that a problem speaks of.

use std::path::Path;

use crate::course::Course;

/// A file from the course's root, with the line that a problem speaks of, where one is found.
pub fn with_line(course: &Course, file: &Path, problem: &str) -> String {
    let shown = course.relative(file);
    let text = std::fs::read_to_string(course.root().join(file)).unwrap_or_default();
    line_of(&text, problem).map_or(shown.clone(), |line| format!("{shown}:{line}"))
}

/// The first file and line of the course that rustc's words name.
pub fn named_by_rustc(words: &str) -> Option<String> {
    let places = words.lines().filter_map(|line| line.trim_start().strip_prefix("--> "));
    let mut in_the_course = places.filter(|place| Path::new(place).is_relative());
    let (place, _column) = in_the_course.next()?.rsplit_once(':')?;
    let mut parts: Vec<&str> = Vec::new();
    for part in place.split(['/', '\\']) {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    Some(parts.join("/"))
}

/// The line that a problem speaks of: the one that it names, else the first with a name that it puts
/// between quotes, else with one of its first words. Where the problem begins with the name of a
/// function, the lines of that function come first.
fn line_of(text: &str, problem: &str) -> Option<usize> {
    if let Some(rest) = problem.strip_prefix("TOML parse error at line ") {
        return rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok();
    }
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let first = problem.split(|c: char| !is_word(c)).next().unwrap_or_default();
    let own = format!("name = \"{first}\"");
    let begin = text.lines().position(|line| line == own).unwrap_or(0);
    let lines: Vec<(usize, &str)> = (1..).zip(text.lines()).collect();
    let (before, after) = lines.split_at(begin);
    let line_with = |name: &str| {
        let mut in_order = after.iter().chain(before);
        in_order.find(|(_, line)| line.contains(name)).map(|(number, _)| *number)
    };
    let found = |name: &str| line_with(&format!("\"{name}\"")).or_else(|| line_with(name));
    let mut quoted = problem.split('"').skip(1).step_by(2);
    let mut words = problem.split(|c: char| !is_word(c)).filter(|word| word.len() > 3).take(3);
    // The calls of a sample are `NAME, 1 of 4`.
    let sample =
        |call: &str| found(call.rsplit_once(", ").filter(|(_, of)| of.contains(" of "))?.0);
    quoted.find_map(|name| found(name).or_else(|| sample(name))).or_else(|| words.find_map(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_the_first_that_rustc_names_in_the_course() {
        let words = "error: no\n  --> /harness/exercise.rs:67:70\n   |\n  --> \
                     solutions/ex90-mini/../../exercises/ex90-mini/signatures.rs:8:5\n";
        let place = "exercises/ex90-mini/signatures.rs:8";
        assert_eq!(named_by_rustc(words).as_deref(), Some(place));
        assert_eq!(named_by_rustc("error: no such package"), None);
    }

    #[test]
    fn the_line_is_that_of_the_function_that_is_named() {
        let text = "name = \"one\"\n  name = \"zero\"\nname = \"two\"\n  name = \"zero\"\n";
        assert_eq!(line_of(text, "one, case \"zero\": why"), Some(2));
        assert_eq!(line_of(text, "two, case \"zero\": why"), Some(4));
        assert_eq!(line_of(text, "two, case \"zero, 1 of 2\": why"), Some(4));
        assert_eq!(line_of(text, "TOML parse error at line 3, column 1"), Some(3));
        assert_eq!(line_of(text, "\"nothing\" of this"), None);
    }
}
