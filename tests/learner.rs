//! A learner's verbs, and a learner's whole way through an exercise.

mod common;

use std::time::Duration;

use common::{Course, Transcript};

macro_rules! assert_transcript {
    ($transcript:expr) => {
        insta::assert_snapshot!($transcript.to_string())
    };
}

const FILE: &str = "exercises/ex06-relu-kernel/ex06.rs";

/// From the first look to the next exercise, as a person would type it.
#[test]
fn the_whole_way_through_an_exercise() {
    let course = Course::with("whole-way", &["ex03-gradient-flow", "ex06-relu-kernel"]);
    let exercise = "ex03-gradient-flow";
    let mut said = Vec::new();
    let mut step = |transcript: Transcript| said.push(transcript.to_string());

    step(course.ntk(&[]));
    step(course.ntk(&["check", "ex3"]));
    // A slip that everybody makes once: uphill.
    course.answer(exercise, &[("function_velocity", "theta * (f - y)")]);
    step(course.ntk(&["check", "ex3"]));
    step(course.ntk(&["hint", "ex3"]));
    // Mended, and another one: the residual is taken at the end, not at the beginning.
    course.answer(
        exercise,
        &[
            ("function_velocity", "-theta * (f - y)"),
            ("euler_step", "y + function_velocity(theta, f, y) * dt"),
        ],
    );
    step(course.ntk(&["check", "ex3"]));
    step(course.ntk(&["solution", "ex3"]));
    course.answer(
        exercise,
        &[
            ("function_velocity", "-theta * (f - y)"),
            ("euler_step", "f + function_velocity(theta, f, y) * dt"),
            ("euler_flow", "(0..steps).fold(f0.clone(), |f, _| euler_step(theta, &f, y, dt))"),
        ],
    );
    step(course.ntk(&["check", "ex3"]));
    step(course.ntk(&["solution", "ex3"]));
    step(course.ntk(&["list"]));
    step(course.ntk(&["check"]));
    insta::assert_snapshot!(said.join("\n\n"));
}

#[test]
fn hints_come_one_at_a_time_and_are_remembered() {
    let course = Course::with("hints", &["ex06-relu-kernel"]);
    let mut said: Vec<String> = (0..4).map(|_| course.ntk(&["hint", "ex6"]).to_string()).collect();
    said.push(course.ntk(&["hint", "ex6", "ntk_gram"]).to_string());
    said.push(course.ntk(&["hint", "ex6", "--again"]).to_string());
    said.push(course.ntk(&["hint", "ex6", "nngp"]).to_string());
    insta::assert_snapshot!(said.join("\n\n"));
    let json = course.ntk(&["hint", "ex6", "ntk_gram", "--json"]).json();
    assert_eq!(json["hints"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["left"], 1);
}

#[test]
fn a_hint_is_on_the_function_that_failed() {
    let course = Course::with("hint-at-hand", &["ex03-gradient-flow"]);
    course.answer("ex03-gradient-flow", &[("function_velocity", "-theta * (f - y)")]);
    course.ntk(&["check", "ex3"]);
    let json = course.ntk(&["hint", "ex3", "--json"]).json();
    assert_eq!(json["function"], "euler_step");
}

#[test]
fn the_task_is_shown_in_the_terminal() {
    let course = Course::with("show", &["ex06-relu-kernel"]);
    assert_transcript!(course.ntk(&["show", "ex6"]));
    let json = course.ntk(&["show", "ex6", "--json"]).json();
    assert_eq!(json["functions"].as_array().map(Vec::len), Some(4));
}

#[test]
fn one_case_is_tried_in_full_and_with_inputs_of_ones_own() {
    let course = Course::with("try", &["ex06-relu-kernel"]);
    course.answer(
        "ex06-relu-kernel",
        &[
            ("kdot_relu", "{ println!(\"at {}\", x[0]); x.dot(y) / 4.0 }"),
            ("ntk_gram", "xs * xs.transpose()"),
        ],
    );
    let said = [
        course.ntk(&["try", "ex6", "kdot_relu"]),
        course.ntk(&["try", "ex6", "kdot_relu", "--case", "lengths"]),
        course.ntk(&["try", "ex6", "ntk_gram", "--case", "random data, 1 of 2"]),
        course.ntk(&["try", "ex6", "kdot_relu", "--input", "x=[2, 0]", "--input", "y=[0, 1]"]),
        course.ntk(&["try", "ex6", "kdot_relu", "--case", "60", "--input", "x=[3, 0]"]),
        course.ntk(&["try", "ex6", "kdot_relu", "--input", "x=[2, 0]"]),
        course.ntk(&["try", "ex6", "kdot_relu", "--input", "z=1"]),
        course.ntk(&["try", "ex6", "kdot_relu", "--case", "none such"]),
    ];
    insta::assert_snapshot!(said.map(|transcript| transcript.to_string()).join("\n\n"));
    let json = course.ntk(&["try", "ex6", "kdot_relu", "--case", "60 degrees", "--json"]);
    assert_eq!(json.json()["passes"], false, "{json}");
}

#[test]
fn a_reset_keeps_what_was_there() {
    let course = Course::with("reset", &["ex06-relu-kernel"]);
    assert_transcript!(course.ntk(&["reset", "ex6"]));
    let pristine = course.read(FILE);
    for (number, text) in ["// mine", "// mine again"].iter().enumerate() {
        course.write(FILE, text);
        let transcript = course.ntk(&["reset", "ex6"]);
        assert_eq!(course.read(FILE), pristine);
        let kept = format!(".ntk/backups/ex06.kept-{}.rs", number + 1);
        assert!(transcript.stdout.contains(&kept), "{transcript}");
        assert_eq!(course.read(&kept), *text);
    }
    std::fs::remove_file(course.path(FILE)).unwrap();
    assert_eq!(course.ntk(&["reset", "ex6"]).code, Some(0));
    assert_eq!(course.read(FILE), pristine);
}

#[cfg(unix)]
#[test]
fn the_editor_gets_its_options_and_the_file() {
    let course = Course::with("open", &["ex06-relu-kernel"]);
    let run = |visual: &str, editor: &str| {
        let mut command = course.command(".", &["open", "ex6"]);
        let output = command.env("VISUAL", visual).env("EDITOR", editor).output().unwrap();
        (String::from_utf8_lossy(&output.stdout).into_owned(), output.status.code())
    };
    let (said, code) = run("", "echo 'two words' --wait");
    assert!(
        said.starts_with("two words --wait ") && said.trim_end().ends_with("ex06.rs"),
        "{said}"
    );
    assert_eq!(code, Some(0));
    assert_eq!(run("false", "echo").1, Some(1));
    assert_eq!(run("no-such-editor-here", "").1, Some(2));
    assert_eq!(run("", "").1, Some(1));
}

#[test]
fn completions_know_the_verbs() {
    let course = Course::new("completions");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let transcript = course.ntk(&["completions", shell]);
        assert!(
            transcript.stdout.contains("watch") && transcript.stdout.contains("reveal"),
            "{shell}"
        );
    }
}

#[test]
fn a_solution_is_shown_after_a_pass_or_on_demand() {
    let course = Course::with("solution", &["ex06-relu-kernel"]);
    assert_eq!(course.ntk(&["solution", "ex6"]).code, Some(1));
    assert_transcript!(course.ntk(&["solution", "ex6", "--reveal"]));
    let json = course.ntk(&["solution", "ex6", "--reveal", "--json"]).json();
    assert!(json["reference"].as_array().is_some_and(|items| items.len() >= 4));
}

/// Killed at any moment, a check leaves the learner's file and the progress whole.
#[cfg(unix)]
#[test]
fn a_kill_at_any_moment_loses_nothing() {
    let course = Course::with_miniature("killed", "ex590");
    course.add_miniature("ex591");
    let right = [
        ("triple", "3.0 * x"),
        ("length", "x.norm()"),
        ("gram", "xs * xs.transpose()"),
        ("total", "gram(xs).sum() * depth as f64"),
        (
            "describe",
            "{ let joined = words.join(&\" \".repeat(pair.0 as usize)); (if pair.1 { joined.to_uppercase() } else { joined }, maybe.map(map)) }",
        ),
    ];
    course.answer("ex591-mini", &right);
    assert_eq!(course.ntk(&["check", "ex591"]).code, Some(0));
    let file = "exercises/ex590-mini/ex590.rs";
    for round in 0..40_u64 {
        // Passing and failing in turn, so that the progress is written again and again.
        let answers = if round % 2 == 0 { &right[..] } else { &right[..2] };
        course.answer("ex590-mini", answers);
        let mine = course.read(file);
        let arguments: &[&str] =
            if round % 5 == 4 { &["reset", "ex590"] } else { &["check", "ex590"] };
        let mut child = course
            .command(".", arguments)
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(if arguments[0] == "reset" {
            round % 12
        } else {
            10 * round
        }));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = course.read(file);
        let pristine = course.read("exercises/ex590-mini/starter.rs");
        let kept =
            || {
                std::fs::read_dir(course.path(".ntk/backups")).into_iter().flatten().flatten().any(
                    |entry| std::fs::read_to_string(entry.path()).is_ok_and(|text| text == mine),
                )
            };
        assert!(
            now == mine || (arguments[0] == "reset" && now == pristine && kept()),
            "round {round}"
        );
        let list = course.ntk(&["list", "--json"]);
        assert!(list.stderr.is_empty(), "round {round}: {list}");
        assert_eq!(list.json()["exercises"][1]["state"], "passed", "round {round}: {list}");
    }
}

/// Nothing can be written, and everything is still graded.
#[cfg(unix)]
#[test]
fn progress_that_cannot_be_written_stops_no_check() {
    use std::os::unix::fs::PermissionsExt;
    let course = Course::with_miniature("read-only", "ex592");
    // A file where the folder should be: that stops root as well.
    course.write(".ntk", "");
    let checked = course.ntk(&["check", "ex592"]);
    assert_eq!(checked.code, Some(1), "{checked}");
    assert!(checked.stderr.contains("could not be noted"), "{checked}");
    std::fs::remove_file(course.path(".ntk")).unwrap();
    std::fs::create_dir(course.path(".ntk")).unwrap();
    std::fs::set_permissions(course.path(".ntk"), std::fs::Permissions::from_mode(0o555)).unwrap();
    let checked = course.ntk(&["check", "ex592", "--json"]);
    std::fs::set_permissions(course.path(".ntk"), std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(checked.json()["exercises"][0]["verdict"], "todo", "{checked}");
}
