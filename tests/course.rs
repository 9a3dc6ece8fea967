//! The course as a folder: found from anywhere, extended by copying, never stopped by its own state.

mod common;

use common::Course;

macro_rules! assert_transcript {
    ($transcript:expr) => {
        insta::assert_snapshot!($transcript.to_string())
    };
}

#[test]
fn a_new_exercise_is_a_folder_and_nothing_else() {
    let course = Course::with_miniature("extended", "ex540");
    course.add_miniature("ex541");
    let checked = course.ntk(&["check", "ex541", "--json"]);
    assert_eq!(checked.json()["exercises"][0]["verdict"], "todo", "{checked}");
    assert_eq!(
        course.ntk(&["list", "--json"]).json()["exercises"].as_array().map(Vec::len),
        Some(2)
    );
}

#[test]
fn without_the_solutions_a_check_still_grades() {
    let course = Course::with("no-solutions", &["ex06-relu-kernel"]);
    std::fs::remove_dir_all(course.path("solutions/ex06-relu-kernel")).unwrap();
    course.answer("ex06-relu-kernel", &[("kdot_relu", "x.dot(y)")]);
    let checked = course.ntk(&["check", "ex06", "--json"]);
    assert_eq!(checked.verdict("kdot_relu"), "wrong", "{checked}");
    assert_transcript!(course.ntk(&["check", "ex06", "--solution"]));
}

#[test]
fn it_works_from_any_folder_of_the_course() {
    let course = Course::with_miniature("anywhere", "ex542");
    for folder in ["exercises", "exercises/ex542-mini", "solutions"] {
        let checked = course.ntk_in(folder, &["check", "ex542", "--json"]);
        assert_eq!(checked.json()["exercises"][0]["verdict"], "todo", "{folder}: {checked}");
    }
}

#[test]
fn outside_of_a_course_it_says_where_to_go() {
    let course = Course::new("outside");
    let transcript = course.ntk(&["--root", "/", "list"]);
    assert_transcript!(transcript);
}

#[test]
fn an_unknown_exercise_names_the_nearest_ones() {
    let course = Course::with(
        "unknown",
        &["ex03-gradient-flow", "ex04-constant-kernel", "ex06-relu-kernel"],
    );
    assert_transcript!(course.ntk(&["check", "relu-kernal"]));
    assert_transcript!(course.ntk(&["check", "ex99"]));
    let json = course.ntk(&["check", "ex99", "--json"]);
    assert_eq!(json.json()["exercises"][0]["verdict"], "error");
    assert_eq!(json.code, Some(2));
}

#[test]
fn one_exercise_that_cannot_run_keeps_no_other_from_being_checked() {
    let course = Course::with_miniature("one-broken", "ex555");
    course.add_miniature("ex556");
    course.add_miniature("ex557");
    course.write("exercises/ex555-mini/frozen.json", "{");
    std::fs::remove_file(course.path("exercises/ex556-mini/ex556.rs")).unwrap();
    let checked = course.ntk(&["check", "--all", "--json"]);
    let json = checked.json();
    let verdicts: Vec<_> =
        json["exercises"].as_array().unwrap().iter().map(|e| e["verdict"].clone()).collect();
    assert_eq!(verdicts, ["error", "error", "todo"], "{checked}");
    assert_eq!(checked.code, Some(2));
    assert!(checked.stderr.contains("cargo run -- reset ex556"), "{checked}");
}

#[test]
fn a_stray_folder_among_the_exercises_disturbs_nothing() {
    let course = Course::with_miniature("stray", "ex543");
    std::fs::create_dir_all(course.path("exercises/.idea")).unwrap();
    std::fs::create_dir_all(course.path("exercises/notes")).unwrap();
    course.write("exercises/todo.txt", "remember the milk");
    let checked = course.ntk(&["check", "--json"]);
    assert_eq!(checked.json()["exercises"][0]["verdict"], "todo", "{checked}");
}

#[test]
fn a_pass_goes_stale_when_the_exercise_changes() {
    let course = Course::with_miniature("stale", "ex544");
    pass(&course, "ex544");
    assert_eq!(state(&course), "passed");
    course.edit("exercises/ex544-mini/exercise.toml", "minutes = 1", "minutes = 2");
    assert_eq!(state(&course), "stale");
    assert_eq!(course.ntk(&["check"]).code, Some(0));
    assert_eq!(state(&course), "passed");
}

#[test]
fn damaged_or_future_progress_is_kept_and_stops_no_check() {
    let course = Course::with_miniature("damaged", "ex545");
    let damaged = ["not = [toml", "version = 99\n[passed]\n", "\u{0}\u{1}", ""];
    for (number, text) in damaged.iter().enumerate() {
        std::fs::create_dir_all(course.path(".ntk")).unwrap();
        course.write(".ntk/progress.toml", text);
        assert_eq!(state(&course), "open", "{text:?}");
        pass(&course, "ex545");
        assert_eq!(state(&course), "passed", "{text:?}");
        if !text.is_empty() {
            assert_eq!(course.read(&format!(".ntk/progress.kept-{}.toml", number + 1)), *text);
        }
    }
}

#[test]
fn fresh_samples_come_with_the_solutions_answers() {
    let course = Course::with_miniature("seed", "ex546");
    let frozen = course.ntk(&["check", "ex546", "--solution", "--seed", "1", "--json"]);
    assert_eq!(frozen.json()["exercises"][0]["verdict"], "pass", "{frozen}");
    course.answer("ex546-mini", &[("length", "2.5 * x.norm()")]);
    let input = |seed: &str| {
        let checked = course.ntk(&["check", "ex546", "--seed", seed, "--json"]);
        checked.function("length")["case"].to_string()
    };
    assert_eq!(input("7"), input("7"));
}

/// Most checks do not ask cargo. Whatever a learner changes is built all the same.
#[test]
fn whatever_has_changed_is_built() {
    let course = Course::with_miniature("changed", "ex558");
    let file = "exercises/ex558-mini/ex558.rs";
    let verdict = || course.ntk(&["check", "ex558", "--json"]).verdict("triple");
    course.answer("ex558-mini", &[("triple", "3.0 * x")]);
    assert_eq!(verdict(), "pass");
    assert_eq!(verdict(), "pass");
    // A body of the same length, so that size and, on a coarse clock, time stay the same.
    course.answer("ex558-mini", &[("triple", "4.0 * x")]);
    assert_eq!(verdict(), "wrong");
    course.answer("ex558-mini", &[("triple", "3.0 * y")]);
    assert_eq!(verdict(), "compile-error");
    course.answer("ex558-mini", &[("triple", "3.0 * x")]);
    assert_eq!(verdict(), "pass");
    // Files that the learner adds.
    course.answer("ex558-mini", &[("triple", "helper::three() * x")]);
    course.write(file, &format!("mod helper;\n{}", course.read(file).replace("//! ", "// ")));
    course.write("exercises/ex558-mini/helper.rs", "pub fn three() -> f64 { 3.0 }");
    assert_eq!(verdict(), "pass");
    course.write("exercises/ex558-mini/helper.rs", "pub fn three() -> f64 { 5.0 }");
    assert_eq!(verdict(), "wrong");
    course.write("exercises/ex558-mini/three.txt", "3.0");
    let included = "pub fn three() -> f64 { include_str!(\"three.txt\").parse().unwrap() }";
    course.write("exercises/ex558-mini/helper.rs", included);
    assert_eq!(verdict(), "pass");
    course.write("exercises/ex558-mini/three.txt", "5.0");
    assert_eq!(verdict(), "wrong");
    course.write("exercises/ex558-mini/three.txt", "3.0");
    // The compiled program goes, the notes go, a manifest changes.
    let made = course.path("target/ntk/ex558");
    let note: serde_json::Value =
        serde_json::from_str(&course.read("target/ntk/ex558/note.json")).unwrap();
    std::fs::remove_file(note["program"]["path"].as_str().unwrap()).unwrap();
    assert_eq!(verdict(), "pass");
    std::fs::write(made.join("note.json"), "{").unwrap();
    assert_eq!(verdict(), "pass");
    course.edit("exercises/ex558-mini/Cargo.toml", "test = false", "test = false\ndoc = false");
    assert_eq!(verdict(), "pass");
    std::fs::remove_dir_all(course.path("target")).unwrap();
    assert_eq!(verdict(), "pass");
}

#[test]
fn rustc_is_never_called_as_it_was_under_another_configuration() {
    let course = Course::with_miniature("configured", "ex559");
    let verdict = || course.ntk(&["check", "ex559", "--json"]).verdict("triple");
    let by_profile = "x * if cfg!(debug_assertions) { 3.0 } else { 4.0 }";
    course.answer("ex559-mini", &[("triple", by_profile)]);
    assert_eq!(verdict(), "pass");
    std::fs::create_dir(course.path(".cargo")).unwrap();
    let profile = "[profile.dev.package.ex559-mini]\ndebug-assertions = false\n";
    course.write(".cargo/config.toml", profile);
    assert_eq!(verdict(), "wrong");
    course.answer("ex559-mini", &[("triple", &format!("1.0 * {by_profile}"))]);
    assert_eq!(verdict(), "wrong");
    std::fs::remove_file(course.path(".cargo/config.toml")).unwrap();
    assert_eq!(verdict(), "pass");
    // Now cargo is asked by somebody else first, so that it has nothing to do and says nothing.
    course.write(".cargo/config.toml", profile);
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = course
        .command(".", &[])
        .get_envs()
        .fold(std::process::Command::new(cargo), |mut command, (name, value)| {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
            command
        })
        .args(["build", "--quiet", "-p", "ex559-mini", "--bin", "ex559"])
        .current_dir(&course.root)
        .status()
        .unwrap();
    assert!(built.success());
    assert_eq!(verdict(), "wrong");
    course.answer("ex559-mini", &[("triple", by_profile)]);
    assert_eq!(verdict(), "wrong");
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    let course = Course::with_miniature("pipe", "ex547");
    let mut child = course
        .command(".", &["list", "--json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
}

#[test]
fn waiting_for_another_cargo_is_said() {
    let course = Course::with_miniature("waiting", "ex548");
    course.ntk(&["check", "ex548"]);
    // Held as another cargo would hold it, in a target folder of this course alone.
    let target = course.path("alone");
    let run = |arguments: &[&str]| {
        let mut command = course.command(".", arguments);
        command.env("CARGO_TARGET_DIR", &target).env("CARGO_BUILD_BUILD_DIR", &target);
        command
    };
    std::fs::create_dir_all(target.join("debug")).unwrap();
    let lock = std::fs::File::create(target.join("debug/.cargo-lock")).unwrap();
    lock.lock().unwrap();
    let mut child = run(&["check", "ex548"]).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let stderr = child.stderr.take().unwrap();
    let mut said = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(stderr), &mut said).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(said.contains("waiting for another cargo"), "{said}");
}

/// Two checks at once, each of which passes an exercise: both passes are kept.
#[test]
fn two_checks_at_once_lose_nothing() {
    let course = Course::with_miniature("at-once", "ex549");
    for id in ["ex551", "ex552", "ex553"] {
        course.add_miniature(id);
    }
    let ids = ["ex549", "ex551", "ex552", "ex553"];
    for id in ids {
        course.answer(&format!("{id}-mini"), &RIGHT);
        assert_eq!(course.ntk(&["check", id]).code, Some(0));
    }
    for _ in 0..5 {
        std::fs::remove_dir_all(course.path(".ntk")).unwrap();
        let children: Vec<_> = ids
            .iter()
            .map(|id| {
                course
                    .command(".", &["check", id])
                    .stdout(std::process::Stdio::null())
                    .spawn()
                    .unwrap()
            })
            .collect();
        for mut child in children {
            assert!(child.wait().unwrap().success());
        }
        let list = course.ntk(&["list", "--json"]).json();
        let states: Vec<_> =
            list["exercises"].as_array().unwrap().iter().map(|e| e["state"].clone()).collect();
        assert_eq!(states, ["passed"; 4]);
    }
}

const RIGHT: [(&str, &str); 5] = [
    ("triple", "3.0 * x"),
    ("length", "x.norm()"),
    ("gram", "xs * xs.transpose()"),
    ("total", "gram(xs).sum() * depth as f64"),
    (
        "describe",
        "{ let joined = words.join(&\" \".repeat(pair.0 as usize)); (if pair.1 { joined.to_uppercase() } else { joined }, maybe.map(map)) }",
    ),
];

fn pass(course: &Course, id: &str) {
    course.answer(&format!("{id}-mini"), &RIGHT);
    let checked = course.ntk(&["check", id]);
    assert_eq!(checked.code, Some(0), "{checked}");
}

fn state(course: &Course) -> String {
    let list = course.ntk(&["list", "--json"]).json();
    list["exercises"][0]["state"].as_str().unwrap().to_owned()
}
