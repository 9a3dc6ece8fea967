//! `ntk` alone: where you are, what comes next, how to begin.

use ntk_checker::course::Course;
use ntk_checker::definition::Definition;
use ntk_checker::progress::{self, State};

use super::{Ending, Outcome, notice, text};

pub fn run(course: &Course) -> Outcome {
    let found = progress::read(course);
    if let Some(trouble) = &found.trouble {
        notice(trouble);
    }
    let all = course.exercises()?;
    let passed = all.iter().filter(|folder| found.progress.state(folder) == State::Passed).count();
    let (mut got, mut of) = (0, 0);
    let mut next = None;
    let mut ending = Ending::Well;
    for folder in &all {
        let definition = match Definition::read(folder) {
            Ok(definition) => definition,
            // One that cannot be read hides no other.
            Err(error) => {
                complain!("{}", text::problem(&error));
                ending = Ending::Failed;
                continue;
            }
        };
        let points = definition.points();
        of += points;
        if found.progress.state(folder) == State::Passed {
            got += points;
        } else if next.is_none() {
            next = Some((folder, definition));
        }
    }
    say!(
        "{}  {passed} of {} exercises passed, {got} of {of} points\n",
        text::strong("The NTK course"),
        all.len()
    );
    let Some((next, definition)) = next else {
        if ending == Ending::Well {
            say!("Everything is passed. To check it all again: cargo run -- check --all");
        }
        return Ok(ending);
    };
    let state = if found.progress.state(next) == State::Stale {
        "changed since you passed it"
    } else {
        "next"
    };
    say!(
        "{state}   {}  {}: {} minutes, chapter {} of the book",
        text::strong(&next.id),
        definition.title,
        definition.minutes,
        definition.chapter
    );
    say!("edit   {}", course.relative(&next.learners_file()));
    say!("check  cargo run -- check {}", next.id);
    if passed == 0 {
        let advice = format!(
            "New here? Open that file: it says what to write, and where. To see first what a pass \
             looks like: cargo run -- check {} --solution",
            next.id
        );
        say!("\n{}", text::paragraphs(&advice, ""));
    }
    say!("\n{}", text::faint("All verbs: cargo run -- --help"));
    Ok(ending)
}
