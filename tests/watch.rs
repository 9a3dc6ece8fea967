//! Watch mode in a real terminal: tmux types and reads the screen. Without tmux there is nothing to
//! try, and the tests say so.
#![cfg(unix)]

mod common;

use std::time::{Duration, Instant};

use common::Course;
use common::terminal::Terminal;

const FILE: &str = "exercises/ex03-gradient-flow/ex03.rs";
const EXERCISES: [&str; 2] = ["ex03-gradient-flow", "ex06-relu-kernel"];

#[test]
fn a_session_of_watching() {
    let course = Course::with("watch", &EXERCISES);
    let Some(terminal) =
        Terminal::start(&course, &["watch"], "session", (80, 24), &[("NO_COLOR", "1")])
    else {
        return;
    };
    let mut seen = vec![terminal.shows(&["0 of 4 points"])];

    course.answer("ex03-gradient-flow", &[("function_velocity", "theta * (f - y)")]);
    seen.push(terminal.shows(&["wrong", "expected"]));

    terminal.press("h");
    seen.push(terminal.shows(&["hint 1 of 3"]));
    terminal.press("Escape");
    terminal.shows(&["wrong"]);
    terminal.press("l");
    seen.push(terminal.shows(&["0 of 2 passed"]));

    // Saved as careful editors do: another file, renamed over the old one.
    course.answer("ex03-gradient-flow", &RIGHT);
    let right = course.read(FILE);
    course.write(
        "exercises/ex03-gradient-flow/ex03.rs.new",
        &right.replace("//! Replace", "//!  Replace"),
    );
    std::fs::rename(course.path("exercises/ex03-gradient-flow/ex03.rs.new"), course.path(FILE))
        .unwrap();
    seen.push(terminal.shows(&["4 of 4 points", "Enter next"]));

    // A file that vanishes for a while changes nothing, and coming back wrong is seen.
    std::fs::remove_file(course.path(FILE)).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    assert!(terminal.screen().contains("4 of 4 points"));
    course.answer("ex03-gradient-flow", &[("function_velocity", "f + z")]);
    terminal.shows(&["error[E0425]"]);
    course.write(FILE, &right);
    terminal.shows(&["4 of 4 points", "Enter next"]);

    terminal.press("Enter");
    seen.push(terminal.shows(&["ex06", "0 of 9 points"]));
    terminal.press("p");
    terminal.shows(&["ex03", "4 of 4 points"]);
    terminal.press("a");
    seen.push(terminal.shows(&["1 of 2 passed"]));
    insta::assert_snapshot!(seen.join(
        "\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
    ));

    terminal.press("q");
    let patience = Instant::now() + Duration::from_secs(10);
    while terminal.runs() && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(!terminal.runs(), "q quits");
}

#[test]
fn a_small_terminal_scrolls_and_a_resized_one_is_drawn_anew() {
    let course = Course::with("watch-small", &EXERCISES);
    course.answer("ex03-gradient-flow", &[("function_velocity", "theta * (f - y)")]);
    let Some(terminal) =
        Terminal::start(&course, &["watch"], "small", (40, 12), &[("NO_COLOR", "1")])
    else {
        return;
    };
    let mut seen = vec![terminal.shows(&["wrong", "↓"])];
    terminal.press("PageDown");
    seen.push(terminal.shows(&["↑", "↓"]));
    terminal.tmux(&["resize-window", "-t", "w", "-x", "80", "-y", "40"]);
    seen.push(terminal.shows(&["book, chapter 3", "hint     cargo"]));
    terminal.tmux(&["resize-window", "-t", "w", "-x", "40", "-y", "12"]);
    terminal.shows(&["↓"]);
    insta::assert_snapshot!(seen.join("\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"));
}

#[test]
fn colour_is_where_it_is_wanted_and_nowhere_else() {
    let course = Course::with("watch-colour", &EXERCISES);
    course.answer("ex03-gradient-flow", &[("function_velocity", "theta * (f - y)")]);
    for (name, environment, coloured) in
        [("colour", &[][..], true), ("plain", &[("NO_COLOR", "1")][..], false)]
    {
        let Some(terminal) = Terminal::start(&course, &["watch"], name, (80, 24), environment)
        else {
            return;
        };
        terminal.shows(&["wrong"]);
        let red = terminal.with_colours().contains("\u{1b}[31m")
            || terminal.with_colours().contains("\u{1b}[1m\u{1b}[31m")
            || terminal.with_colours().contains("31m");
        assert_eq!(red, coloured, "{name}: {:?}", terminal.with_colours());
    }
}

/// Without a terminal each verdict is printed, and no control sequence.
#[test]
fn in_a_pipe_the_verdicts_come_one_below_the_other() {
    use std::io::{BufRead, BufReader};
    let course = Course::with("watch-pipe", &EXERCISES);
    let mut child = course
        .command(".", &["watch", "ex03"])
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut until = |wanted: &str| -> Vec<String> {
        let mut all = Vec::new();
        while let Some(Ok(line)) = lines.next() {
            let last = line.contains(wanted);
            all.push(line);
            if last {
                break;
            }
        }
        all
    };
    until("0 of 4 points");
    course.answer("ex03-gradient-flow", &RIGHT);
    let verdict = until("4 of 4 points");
    assert!(verdict.iter().all(|line| !line.contains('\u{1b}')), "{verdict:?}");
    assert!(verdict.iter().any(|line| line.contains("euler_flow")), "{verdict:?}");
    // What cannot be noted without trouble is said below the verdict.
    course.write(".ntk/progress.toml", "[[[");
    course.answer("ex03-gradient-flow", &RIGHT[..2]);
    let verdict = until("it is kept beside a new one");
    assert!(verdict.last().is_some_and(|line| line.contains("progress.toml")), "{verdict:?}");
    child.kill().unwrap();
    child.wait().unwrap();
}

const RIGHT: [(&str, &str); 3] = [
    ("function_velocity", "-theta * (f - y)"),
    ("euler_step", "f + function_velocity(theta, f, y) * dt"),
    ("euler_flow", "(0..steps).fold(f0.clone(), |f, _| euler_step(theta, &f, y, dt))"),
];
