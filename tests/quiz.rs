//! The quiz: asked in a pipe and in a terminal, kept, graded, and checked for its author.

mod common;

use std::io::Write;
use std::process::Stdio;
use std::time::Duration;

use common::Course;

const QUIZ: &str = r#"
[[question]]
id = "which-layer"
chapter = 6
read = "Two layers, two terms"
ask = "Which layer gives `K`?"

  [[question.option]]
  text = "the first"
  says = "Its gradient carries a gate."

  [[question.option]]
  text = "the readout"
  right = true
  says = "Its gradient is the hidden layer itself."

[[question]]
id = "gates-at-a-right-angle"
chapter = 6
read = "Two layers, two terms"
ask = "How often are both gates open at a right angle?"

  [question.number]
  value = 0.25
  tolerance = 0.001
  says = "Independent halves."
  otherwise = "Each gate is open half of the time."

    [[question.number.mistake]]
    value = 0.5
    says = "That is one gate alone."

[[question]]
id = "what-doubles"
chapter = 7
read = "Norms"
ask = "What is twice as large when x is twice as long?"
several = true
ordered = true

  [[question.option]]
  text = "K"
  right = true
  says = "K doubles."

  [[question.option]]
  text = "Θ"
  right = true
  says = "Θ doubles."

  [[question.option]]
  text = "the angle"
  says = "The angle stays."
"#;

fn course(name: &str) -> Course {
    let course = Course::new(name);
    course.write("exercises/quiz.toml", QUIZ);
    course
}

fn verdicts(course: &Course) -> Vec<String> {
    let checked = course.ntk(&["check", "quiz", "--json"]);
    let json = checked.json();
    let functions = json["exercises"][0]["functions"].as_array().unwrap().clone();
    functions.iter().map(|function| function["verdict"].as_str().unwrap().to_owned()).collect()
}

/// The letter of the right option under this seed.
fn letter_of(course: &Course, text: &str, seed: &str) -> String {
    let shown = course.ntk_with(&["quiz", "--seed", seed], "");
    let line = shown.stdout.lines().find(|line| line.ends_with(text)).expect("the option is shown");
    line.trim().chars().next().unwrap().to_string()
}

#[test]
fn answers_on_lines_are_kept_and_graded() {
    let course = course("quiz-lines");
    assert_eq!(verdicts(&course), ["todo", "todo", "todo"]);
    let letter = letter_of(&course, "the readout", "5");
    // A word that is no answer is asked for again; Enter passes; numbers may be fractions.
    let input = format!("perhaps\n{letter}\n1/2\n\n");
    let session = course.ntk_with(&["quiz", "--seed", "5"], &input);
    insta::assert_snapshot!("quiz_on_lines", session.stdout);
    assert_eq!(verdicts(&course), ["pass", "wrong", "todo"]);
    insta::assert_snapshot!("check_quiz", course.ntk(&["check", "quiz"]));

    // It goes on where it stopped, and what was wrong is asked anew.
    let session = course.ntk_with(&["quiz"], "a b\n");
    assert!(session.stdout.starts_with("3 of 3"), "{session}");
    assert_eq!(verdicts(&course), ["pass", "wrong", "pass"]);
    course.ntk_with(&["quiz", "--review"], "0.25\n");
    assert_eq!(verdicts(&course), ["pass", "pass", "pass"]);
    let checked = course.ntk(&["check", "quiz", "--json"]);
    assert_eq!(checked.code, Some(0), "{checked}");
    assert_eq!(checked.json()["exercises"][0]["points"], serde_json::json!({"got": 3, "of": 3}));
    assert!(
        course.ntk_with(&["quiz", "--review"], "").stdout.starts_with("No answer"),
        "none is wrong"
    );
}

#[test]
fn an_answer_to_another_question_is_none() {
    let course = course("quiz-changed");
    let letter = letter_of(&course, "the readout", "1");
    course.ntk_with(&["quiz", "--seed", "1"], &format!("{letter}\n"));
    assert_eq!(verdicts(&course)[0], "pass");
    course.edit("exercises/quiz.toml", "Which layer gives", "Which layer does not give");
    assert_eq!(verdicts(&course)[0], "todo");
}

#[test]
fn no_answer_is_lost() {
    let course = course("quiz-kept");
    let letter = letter_of(&course, "the readout", "1");
    course.ntk_with(&["quiz", "--seed", "1"], &format!("{letter}\n"));
    course.ntk_with(&["quiz", "--again"], "q\n");
    assert_eq!(verdicts(&course)[0], "todo");
    let old = course.read(".ntk/quiz.kept-1.toml");
    assert!(old.contains("which-layer"), "{old}");
    // A damaged file is set aside as well.
    course.write(".ntk/quiz.toml", "answer = 3 {");
    let session = course.ntk_with(&["quiz", "--seed", "1"], &format!("{letter}\n"));
    assert!(session.stderr.contains("damaged"), "{session}");
    assert_eq!(verdicts(&course)[0], "pass");
    assert_eq!(course.read(".ntk/quiz.kept-2.toml"), "answer = 3 {");
}

#[test]
fn two_sittings_at_once_lose_no_answer() {
    let course = course("quiz-twice");
    let letter = letter_of(&course, "the readout", "1");
    let mut slow = course.command(".", &["quiz", "--chapter", "7"]);
    slow.stdin(Stdio::piped()).stdout(Stdio::null());
    let mut slow = slow.spawn().unwrap();
    // It has read what was kept before the other sitting answers.
    std::thread::sleep(Duration::from_millis(500));
    course.ntk_with(&["quiz", "--seed", "1"], &format!("{letter}\nq\n"));
    slow.stdin.take().unwrap().write_all(b"a b\n").unwrap();
    slow.wait().unwrap();
    assert_eq!(verdicts(&course), ["pass", "todo", "pass"]);
}

#[test]
fn a_course_without_a_quiz_says_so() {
    let none = Course::new("quiz-none");
    for arguments in [&["quiz"][..], &["check", "quiz"]] {
        let said = none.ntk(arguments);
        assert_eq!(said.code, Some(2), "{said}");
        assert!(said.stderr.contains("no quiz"), "{said}");
    }
}

#[test]
fn every_error_of_an_author_is_named_with_its_line() {
    let broken = |from: &str, to: &str| {
        let course = course("quiz-author");
        course.edit("exercises/quiz.toml", from, to);
        let validated = course.ntk(&["author", "validate", "quiz", "--json"]);
        assert_eq!(validated.code, Some(1), "{validated}");
        let problem = validated.json()["exercises"][0]["problems"][0].clone();
        let of =
            |key: &str| problem[key].as_str().unwrap_or_else(|| panic!("{validated}")).to_owned();
        (of("rule"), of("file"), of("problem"))
    };
    let sound = course("quiz-sound").ntk(&["author", "validate", "quiz"]);
    assert_eq!(sound.code, Some(0), "{sound}");
    for (from, to, rule, line) in [
        ("id = \"what-doubles\"", "id = \"which-layer\"", "one-id", ":34"),
        ("id = \"which-layer\"", "id = \"Which layer\"", "one-id", ":3"),
        ("right = true\n  says = \"Its", "says = \"Its", "options", ":3"),
        ("several = true", "several = false", "options", ":34"),
        ("text = \"the first\"", "text = \"the readout\"", "options", ":3"),
        ("says = \"The angle stays.\"", "says = \" \"", "texts", ":34"),
        ("gives `K`?", "gives `K?", "texts", ":3"),
        ("tolerance = 0.001", "tolerance = 0.3", "number", ":18"),
        ("tolerance = 0.001", "tolerance = -1.0", "number", ":18"),
    ] {
        let (said, file, problem) = broken(from, to);
        assert_eq!(said, rule, "{problem}");
        assert!(file.ends_with(&format!("quiz.toml{line}")), "{file}: {problem}");
    }
    let (rule, _, problem) = broken("several = true", "severall = true");
    assert!(rule == "readable" && problem.contains("line 38"), "{problem}");
}

#[cfg(unix)]
#[test]
fn keys_choose_answer_and_come_back() {
    use common::terminal::Terminal;
    let course = course("quiz-keys");
    let Some(terminal) =
        Terminal::start(&course, &["quiz"], "quiz", (60, 20), &[("NO_COLOR", "1")])
    else {
        return;
    };
    terminal.shows(&["1 of 3", "› a"]);
    terminal.press("Down");
    terminal.shows(&["› b"]);
    terminal.press("Enter");
    terminal.shows(&["Chapter 6", "Enter next"]);
    terminal.press("Enter");
    terminal.shows(&["2 of 3"]);
    for key in ["0", ".", "5", "5", "BSpace", "Enter"] {
        terminal.press(key);
    }
    terminal.shows(&["Not so.", "one gate alone"]);
    terminal.press("Enter");
    terminal.shows(&["3 of 3", "[ ] K"]);
    for key in ["Space", "Down", "Space", "Enter"] {
        terminal.press(key);
    }
    terminal.shows(&["Right.", "K doubles."]);
    terminal.press("Enter");
    let end = terminal.shows(&["The quiz", "To look at again"]);
    assert!(end.contains("How often are both gates open"), "{end}");
    // The wrong ones anew: the number is open again, and right this time.
    terminal.press("Enter");
    terminal.shows(&["1 of"]);
    terminal.press("q");
    assert_eq!(verdicts(&course)[1..], ["wrong", "pass"]);
}
