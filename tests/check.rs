//! What a learner sees: one transcript for each class of message.

mod common;

use common::Course;

macro_rules! assert_transcript {
    ($transcript:expr) => {
        insta::assert_snapshot!($transcript.to_string())
    };
}

const NNGP: &str = "{
    let norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    let theta = (x.dot(y) / norms).clamp(-1.0, 1.0).acos();
    norms * (theta.sin() + (std::f64::consts::PI - theta) * theta.cos()) / std::f64::consts::TAU
}";
const DOT_FOR_COSINE: &str =
    "(std::f64::consts::PI - x.dot(y).clamp(-1.0, 1.0).acos()) / std::f64::consts::TAU";
const NTK: &str = "nngp_relu(x, y) + x.dot(y) * kdot_relu(x, y)";

#[test]
fn a_fresh_exercise_is_not_done_and_says_where_to_begin() {
    let course = Course::with("fresh", &["ex06-relu-kernel"]);
    assert_transcript!(course.ntk(&["check", "ex6"]));
}

#[test]
fn a_known_mistake_is_named_and_what_follows_from_it_is_not_blamed() {
    let course = Course::with("named-mistake", &["ex06-relu-kernel"]);
    course.answer(
        "ex06-relu-kernel",
        &[("nngp_relu", NNGP), ("kdot_relu", DOT_FOR_COSINE), ("ntk_relu", NTK)],
    );
    let transcript = course.ntk(&["check", "ex06"]);
    let readme = std::fs::read_to_string(common::repository().join("README.md")).unwrap();
    assert!(readme.contains(transcript.stdout.trim_end()), "the README shows another transcript");
    assert_transcript!(transcript);
}

#[test]
fn a_pass_leaves_something_to_keep_and_the_way_on() {
    let course = Course::with("pass", &["ex03-gradient-flow", "ex06-relu-kernel"]);
    let solution = course.read("solutions/ex03-gradient-flow/solution.rs");
    let learners =
        format!("{solution}\nmod signatures;\n\nfn main() {{\n    signatures::main();\n}}\n");
    course.write("exercises/ex03-gradient-flow/ex03.rs", &learners);
    assert_transcript!(course.ntk(&["check"]));
    assert_transcript!(course.ntk(&[]));
    assert_transcript!(course.ntk(&["list"]));
    let list = course.ntk(&["list", "--json"]).json();
    assert_eq!(list["exercises"][0]["state"], "passed");
    assert_eq!(list["exercises"][1]["state"], "open");
}

#[test]
fn a_function_that_calls_an_unwritten_one_waits_for_it() {
    let course = Course::with("waits", &["ex03-gradient-flow"]);
    course
        .answer("ex03-gradient-flow", &[("euler_step", "f + function_velocity(theta, f, y) * dt")]);
    assert_transcript!(course.ntk(&["check", "ex03"]));
    let step = course.ntk(&["check", "ex03", "--json"]).function("euler_step");
    assert_eq!(
        (&step["verdict"], &step["waits_for"]),
        (&"todo".into(), &"function_velocity".into())
    );
    let tried = course.ntk(&["try", "ex3", "euler_step", "--case", "one point"]).stdout;
    let said = tried.replace("\n  ", " ");
    assert!(said.contains("It came to the todo! of function_velocity at exercises/"), "{tried}");
    let tried = course.ntk(&["try", "ex3", "function_velocity", "--case", "one point"]).stdout;
    let said = tried.replace("\n  ", " ");
    assert!(said.contains("Not done yet: it came to the todo! at exercises/"), "{tried}");
}

#[test]
fn a_branch_that_is_left_to_do_is_named_by_its_line() {
    let course = Course::with_miniature("branch", "ex536");
    course.answer(
        "ex536-mini",
        &[
            ("triple", "if x == 0.0 {\n        todo!()\n    } else {\n        3.0 * x\n    }"),
            ("length", "x.norm()"),
            ("gram", "xs * xs.transpose()"),
            ("total", "gram(xs).sum() * depth as f64"),
        ],
    );
    assert_transcript!(course.ntk(&["check", "ex536"]));
}

#[test]
fn the_reference_passes_through_the_same_path_and_is_not_recorded() {
    let course = Course::with("reference", &["ex06-relu-kernel"]);
    assert_transcript!(course.ntk(&["check", "ex06", "--solution"]));
    assert!(!course.path(".ntk").exists());
}

#[test]
fn rustcs_own_message_is_shown_once() {
    let course = Course::with("compile-error", &["ex06-relu-kernel"]);
    course.answer("ex06-relu-kernel", &[("kdot_relu", "x.dot(y) + z")]);
    assert_transcript!(course.ntk(&["check", "ex06"]));
    assert_eq!(course.ntk(&["check", "ex06", "--json"]).verdict("ntk_gram"), "compile-error");
}

#[test]
fn another_signature_is_said_in_our_words() {
    let course = Course::with("signature", &["ex06-relu-kernel"]);
    let file = "exercises/ex06-relu-kernel/ex06.rs";
    course.answer("ex06-relu-kernel", &[("kdot_relu", "x[0] * y")]);
    course.edit(
        file,
        "pub fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>)",
        "pub fn kdot_relu(x: &DVector<f64>, y: f64)",
    );
    assert_transcript!(course.ntk(&["check", "ex06"]));
    let json = course.ntk(&["check", "ex06", "--json"]);
    assert_eq!(json.verdict("kdot_relu"), "signature");
    assert_eq!(json.verdict("nngp_relu"), "compile-error");
    assert_eq!(json.json()["exercises"][0]["verdict"], "fail");
}

#[test]
fn a_function_that_is_gone_is_a_signature_too() {
    let course = Course::with("renamed", &["ex03-gradient-flow"]);
    let file = "exercises/ex03-gradient-flow/ex03.rs";
    course.edit(file, "pub fn euler_step", "pub fn euler_steps");
    assert_eq!(course.ntk(&["check", "ex03", "--json"]).verdict("euler_step"), "signature");
}

#[test]
fn a_vector_shows_its_first_and_its_worst_entry() {
    let course = Course::with("entries", &["ex03-gradient-flow"]);
    course.answer(
        "ex03-gradient-flow",
        &[("function_velocity", "{ let mut v = theta * (y - f); v[0] += 0.5; v }")],
    );
    assert_transcript!(course.ntk(&["check", "ex03"]));
}

#[test]
fn another_shape_is_said_before_any_entry() {
    let course = Course::with_miniature("shape", "ex531");
    course.answer("ex531-mini", &[("gram", "DMatrix::zeros(xs.ncols(), xs.nrows() + 3)")]);
    assert_transcript!(course.ntk(&["check", "ex531"]));
    assert_eq!(course.ntk(&["check", "ex531", "--json"]).verdict("gram"), "shape");
}

#[test]
fn a_panic_shows_its_message_its_line_and_what_was_printed() {
    let course = Course::with_miniature("panic", "ex532");
    course.answer("ex532-mini", &[("length", "{ println!(\"\\u{1b}[2Jlooking at {x}\"); x[7] }")]);
    assert_transcript!(course.ntk(&["check", "ex532"]));
}

#[test]
fn limits_are_said_in_words() {
    let course = Course::with_miniature("limits", "ex533");
    course.edit(
        "exercises/ex533-mini/exercise.toml",
        "chapter = 90",
        "chapter = 90\nlimits = { seconds = 0.5, memory_mib = 64 }",
    );
    course.answer(
        "ex533-mini",
        &[
            ("triple", "loop { std::hint::black_box(x); }"),
            ("length", "vec![0.0; 1 << 24][x.len()]"),
            ("gram", "{ let _ = xs; std::process::exit(3) }"),
        ],
    );
    let json = course.ntk(&["check", "ex533", "--json"]);
    let verdicts = ["triple", "length", "gram", "total"].map(|name| json.verdict(name));
    assert_eq!(verdicts, ["timeout", "memory", "exit", "todo"]);
    assert_transcript!(course.ntk(&["check", "ex533"]));
}

/// Each row: a function, a wrong body, and a part of what the checker says of it.
#[test]
fn simple_relations_are_recognised() {
    let rows = [
        ("triple", "9.3 * x", "times the same factor, 3.1"),
        ("triple", "-3.0 * x", "wrong sign"),
        ("triple", "3.0 * x * std::f64::consts::TAU", "2π times"),
        ("triple", "3.0 * x + 0.25", "off by the same amount, 0.25"),
        ("triple", "9.0 * x * x", "the square of"),
        ("length", "x.norm() * x.len() as f64", "times the number of entries of x"),
        ("length", "if x.norm() == 0.0 { 0.0 } else { 1.0 }", "normalisation of the inputs"),
        ("length", "if x.norm() == 0.0 { 7.0 } else { x.norm() }", "the zero vector"),
        ("gram", "xs * xs.transpose() * xs.nrows() as f64", "the number of rows"),
        (
            "gram",
            "{ let mut g = xs * xs.transpose(); for i in 0..g.nrows() { for j in 0..i { g[(i, j)] = -g[(i, j)]; } } g }",
            "symmetric",
        ),
        ("total", "(xs * xs.transpose()).sum() * (depth as f64 + 1.0)", "off by one layer"),
        (
            "total",
            "(xs * xs.transpose()).sum() * if depth > 1 { depth as f64 } else { 2.0 }",
            "the only one where depth is 1",
        ),
        (
            "describe",
            "(words.concat().to_lowercase(), maybe.map(map).map(|v| v * 2.0))",
            "agree exactly",
        ),
        (
            "gram",
            "{ let mut g = xs * xs.transpose(); g.fill_diagonal(1.0); g }",
            "Wrong only on the diagonal",
        ),
        ("gram", "(xs * xs.transpose()).upper_triangle()", "Wrong only below the diagonal"),
    ];
    let course = Course::with_miniature("relations", "ex534");
    let mut unexplained = Vec::new();
    for (function, body, says) in rows {
        course.answer("ex534-mini", &[(function, body)]);
        let transcript = course.ntk(&["check", "ex534"]);
        if !transcript.stdout.replace("\n  ", " ").contains(says) {
            unexplained.push(format!("{function} = {body}: wanted `{says}`\n{transcript}"));
        }
    }
    assert!(unexplained.is_empty(), "{}", unexplained.join("\n\n"));
}

#[test]
fn swapped_arguments_are_recognised() {
    let course = Course::with("swapped", &["ex03-gradient-flow"]);
    course.answer(
        "ex03-gradient-flow",
        &[("euler_step", "y + theta * (f - y) * dt"), ("function_velocity", "theta * (y - f)")],
    );
    let transcript = course.ntk(&["check", "ex03", "--json"]);
    let said = transcript.function("euler_step")["diagnosis"].to_string();
    assert!(
        said.contains("change places")
            || said.contains("mistake")
            || transcript.function("euler_step")["mistake"].is_string(),
        "{said}"
    );
}

#[test]
fn a_mistake_that_explains_nearly_all_is_offered_as_such() {
    let course = Course::with("nearly", &["ex06-relu-kernel"]);
    let body = format!("{{ if x.len() == 3 {{ return 9.0; }} {DOT_FOR_COSINE} }}");
    course.answer("ex06-relu-kernel", &[("kdot_relu", &body)]);
    let transcript = course.ntk(&["check", "ex06"]);
    assert!(transcript.stdout.contains("ex06/dot-for-cosine"), "{transcript}");
    assert!(course.ntk(&["check", "ex06", "--json"]).function("kdot_relu")["mistake"].is_null());
}

#[test]
fn a_property_is_judged_apart_from_the_values() {
    let course = Course::with_miniature("property", "ex535");
    // Right on every case, and not linear: only the property can know.
    course.answer("ex535-mini", &[("triple", "if x > 9.5 { 0.0 } else { 3.0 * x }")]);
    assert_transcript!(course.ntk(&["check", "ex535"]));
    assert_eq!(course.ntk(&["check", "ex535", "--json"]).verdict("triple"), "wrong");
}

/// 80 columns hold everything but rustc's own words and numbers asked for in full.
#[test]
fn nothing_is_wider_than_a_terminal() {
    let all = ["ex03-gradient-flow", "ex04-constant-kernel", "ex06-relu-kernel", "ex14-two-points"];
    let course = Course::with("width", &all);
    course.answer(
        "ex03-gradient-flow",
        &[("function_velocity", "theta * (f - y)"), ("euler_step", "f.clone() * dt")],
    );
    course.answer("ex04-constant-kernel", &[("flow_at", "y + (theta * -t).exp() * f0")]);
    course.answer(
        "ex06-relu-kernel",
        &[("ntk_gram", "xs * xs.transpose()"), ("nngp_relu", "x[17] * y[0]")],
    );
    course.answer("ex14-two-points", &[("two_point_prediction", "loop {}")]);
    let commands: [&[&str]; 8] = [
        &[],
        &["list"],
        &["check", "--all"],
        &["check", "--all", "--solution"],
        &["hint", "ex6"],
        &["show", "ex4"],
        &["author", "validate", "ex3"],
        &["check", "ex9"],
    ];
    for arguments in commands {
        let transcript = course.ntk(arguments);
        let wide: Vec<&str> =
            transcript.stdout.lines().filter(|line| line.chars().count() > 80).collect();
        assert!(wide.is_empty(), "{arguments:?}: {wide:#?}");
    }
}

#[test]
fn the_json_is_as_documented() {
    let course = Course::with("json", &["ex03-gradient-flow"]);
    course.answer(
        "ex03-gradient-flow",
        &[("function_velocity", "theta * (f - y)"), ("euler_step", "f.map(|_| f64::NAN) * dt")],
    );
    assert_transcript!(course.ntk(&["check", "ex03", "--json"]));
    assert_transcript!(course.ntk(&["list", "--json"]));
}
