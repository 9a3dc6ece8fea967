//! The page "For instructors" is followed to the letter: its files are saved where it says, and its
//! commands run one after the other.

mod common;

use std::fs;

use common::{Course, Transcript, repository};

/// What the page tells its reader to do.
enum Step {
    Run(String),
    Save { from: String, to: Vec<String> },
}

fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if line == "```sh" {
            let commands = lines.by_ref().take_while(|line| *line != "```");
            steps.extend(commands.map(|command| Step::Run(command.to_owned())));
        } else if let Some(from) = line.strip_prefix("::: code ") {
            let caption: String = lines.by_ref().take_while(|line| *line != ":::").collect();
            let quoted = caption.split('`').skip(1).step_by(2);
            let to = quoted.filter(|path| path.contains('/')).map(str::to_owned);
            // The first place is where it goes; another one only with "the same text as".
            let count = 1 + usize::from(caption.contains("the same text as"));
            steps.push(Step::Save { from: from.to_owned(), to: to.take(count).collect() });
        }
    }
    steps
}

fn run(course: &Course, command: &str) -> Option<Transcript> {
    let words: Vec<&str> = command.split_whitespace().collect();
    match words.as_slice() {
        ["cargo", "run", "--", arguments @ ..] => Some(course.ntk_with(arguments, "q\n")),
        ["rm", "-r", paths @ ..] => {
            paths.iter().for_each(|path| fs::remove_dir_all(course.path(path)).unwrap());
            None
        }
        ["rm", path] => {
            fs::remove_file(course.path(path)).unwrap();
            None
        }
        other => panic!("what should this be: {other:?}"),
    }
}

#[test]
fn the_guide_leads_to_a_sound_exercise() {
    let page = fs::read_to_string(repository().join("book/src/instructors.md")).unwrap();
    let course = Course::new("guide");
    course.write("exercises/quiz.toml", "");
    let mut validated = Vec::new();
    let mut passed = false;
    for step in steps(&page) {
        match step {
            Step::Save { from, to } => {
                let text = fs::read_to_string(repository().join(&from)).unwrap();
                assert!(!to.is_empty(), "{from} is saved nowhere");
                to.iter().for_each(|to| course.write(to, &text));
            }
            Step::Run(command) => {
                let Some(said) = run(&course, &command) else { continue };
                if command.contains("validate ex90") {
                    validated.push(said.stdout.clone());
                } else if command.contains("--solution") {
                    passed = said.code == Some(0);
                }
                // Unfinished at first, to do in the starter's place at last; else all is well.
                let may_fail = command.contains("validate ex90") || command.ends_with("--json");
                assert!(said.code == Some(0) || may_fail, "{said}");
            }
        }
    }
    assert_eq!(validated.len(), 2);
    assert!(validated[0].contains("unfinished: "), "{}", validated[0]);
    assert_eq!(validated[1].trim(), "ex90  sound");
    assert!(passed);
    assert!(!course.path("exercises/ex90-leaky-relu").exists(), "the example is taken away");
}
