//! The author's side. Each rule of `author validate` is broken once, and named.

mod common;

use common::Course;

/// Breaks the miniature in one way and returns the rules that say so.
fn broken(id: &str, harm: impl FnOnce(&Course, &Files)) -> Vec<String> {
    let course = Course::with_miniature(&format!("author-{id}"), id);
    harm(&course, &Files::of(id));
    let validated = course.ntk(&["author", "validate", id, "--json"]);
    let json = validated.json();
    let problems = json["exercises"][0]["problems"].as_array().unwrap().clone();
    assert_eq!(validated.code, Some(if problems.is_empty() { 0 } else { 1 }), "{validated}");
    for problem in &problems {
        for key in ["file", "problem", "remedy"] {
            assert!(problem[key].as_str().is_some_and(|text| !text.is_empty()), "{validated}");
        }
    }
    problems.iter().map(|problem| problem["rule"].as_str().unwrap().to_owned()).collect()
}

struct Files {
    toml: String,
    starter: String,
    frozen: String,
    signatures: String,
    solution: String,
    main: String,
    mistakes: String,
}

impl Files {
    fn of(id: &str) -> Files {
        let exercise = |name: &str| format!("exercises/{id}-mini/{name}");
        let solution = |name: &str| format!("solutions/{id}-mini/{name}");
        Files {
            toml: exercise("exercise.toml"),
            starter: exercise("starter.rs"),
            frozen: exercise("frozen.json"),
            signatures: exercise("signatures.rs"),
            solution: solution("solution.rs"),
            main: solution("main.rs"),
            mistakes: solution("mistakes"),
        }
    }
}

#[test]
fn a_sound_exercise_has_no_problems() {
    assert!(broken("ex560", |_, _| {}).is_empty());
}

#[test]
fn a_misspelt_key_is_named_with_its_line() {
    let course = Course::with_miniature("author-ex561", "ex561");
    course.edit("exercises/ex561-mini/exercise.toml", "minutes = 1", "minuets = 1");
    let validated = course.ntk(&["author", "validate"]);
    assert!(
        validated.stdout.contains("line 4") && validated.stdout.contains("minuets"),
        "{validated}"
    );
    assert_eq!(validated.code, Some(1));
}

#[test]
fn hints_stars_and_reasons_are_wanted() {
    let rules = broken("ex562", |course, files| {
        course.edit(&files.toml, "hints = [\"Pythagoras\"]", "hints = []");
        course.edit(&files.toml, "stars = 1", "stars = 7");
        course.edit(&files.toml, "because = \"one rounding\"", "because = \"\"");
        course.edit(&files.toml, "why = \"the oldest one\"", "why = \"\"");
    });
    assert!(rules.iter().filter(|rule| *rule == "complete").count() >= 4, "{rules:?}");
}

#[test]
fn a_name_stands_for_one_case() {
    let rules = broken("ex563", |course, files| {
        course.edit(&files.toml, "name = \"zero vector\"", "name = \"three and four\"");
    });
    assert!(rules.contains(&"complete".to_owned()), "{rules:?}");
}

#[test]
fn the_order_of_functions_is_one() {
    let rules = broken("ex564", |course, files| {
        course.edit(&files.signatures, "    fn triple(x: f64) -> f64;\n", "");
        course.edit(
            &files.signatures,
            "    fn gram(",
            "    fn triple(x: f64) -> f64;\n\n    fn gram(",
        );
    });
    assert!(rules.contains(&"one-order".to_owned()), "{rules:?}");
}

#[test]
fn a_todo_stands_once_in_each_function() {
    let rules = broken("ex565", |course, files| {
        course.edit(&files.starter, "todo!(\"three times {x}\")", "3.0 * x");
    });
    assert!(rules.iter().filter(|rule| *rule == "starter").count() >= 2, "{rules:?}");
}

#[test]
fn the_starter_compiles_without_a_warning() {
    let rules = broken("ex566", |course, files| {
        course.edit(
            &files.starter,
            "use nalgebra::{DMatrix, DVector};",
            "use nalgebra::{DMatrix, DVector};\nuse std::fmt;",
        );
    });
    assert_eq!(rules, ["starter"]);
}

#[test]
fn the_starter_compiles() {
    let rules = broken("ex567", |course, files| {
        course.edit(&files.starter, "pub fn triple(x: f64) -> f64", "pub fn triple(x: f64) -> f32");
    });
    assert_eq!(rules, ["starter"]);
}

#[test]
fn a_mistake_fails_somewhere() {
    let rules = broken("ex568", |course, files| {
        course.edit(&format!("{}/doubled.rs", files.mistakes), "x + x", "x + x + x");
    });
    assert!(rules.contains(&"mistakes-fail".to_owned()), "{rules:?}");
}

#[test]
fn two_mistakes_are_told_apart() {
    let rules = broken("ex569", |course, files| {
        course.edit(&format!("{}/power.rs", files.mistakes), "x * x * x", "2.0 * x");
    });
    assert!(rules.contains(&"mistakes-differ".to_owned()), "{rules:?}");
}

#[test]
fn a_mistake_speaks_and_names_a_page() {
    let rules = broken("ex570", |course, files| {
        course.edit(
            &format!("{}/power.rs", files.mistakes),
            "//! Chapter 90, \"Mistakes\".",
            "//!",
        );
        course.write(
            &format!("{}/doubled.rs", files.mistakes),
            "pub fn triple(x: f64) -> f64 {\n    x + x\n}\n",
        );
    });
    assert_eq!(rules.iter().filter(|rule| *rule == "mistakes").count(), 2, "{rules:?}");
}

#[test]
fn every_mistake_is_listed() {
    let rules = broken("ex571", |course, files| {
        course.edit(&files.main, "    power: triple;\n", "");
    });
    assert!(rules.contains(&"mistakes".to_owned()), "{rules:?}");
}

#[test]
fn frozen_values_are_the_solutions() {
    let rules = broken("ex572", |course, files| {
        course.edit(&files.frozen, "{\"float\": 3.0}", "{\"float\": 3.5}");
    });
    assert_eq!(rules, ["frozen"]);
}

#[test]
fn frozen_calls_are_the_listed_ones() {
    let rules = broken("ex573", |course, files| {
        course.edit(&files.toml, "count = 3", "count = 4");
    });
    assert_eq!(rules, ["frozen"]);
}

#[test]
fn a_solution_that_breaks_a_property_is_found() {
    let rules = broken("ex574", |course, files| {
        course.edit(&files.solution, "3.0 * x", "if x > 10.0 { 0.0 } else { 3.0 * x }");
    });
    assert_eq!(rules, ["solution-passes"]);
}

#[test]
fn a_given_clause_agrees_with_the_solution() {
    let rules = broken("ex575", |course, files| {
        course.edit(&files.signatures, "gram(xs).sum() * depth as f64", "gram(xs).sum()");
    });
    assert_eq!(rules, ["given"]);
}

#[test]
fn a_case_without_its_argument_is_named() {
    let rules = broken("ex576", |course, files| {
        course.edit(&files.toml, "  x = [3.0, 4.0]\n", "");
    });
    assert_eq!(rules, ["readable"]);
}

#[test]
fn an_unknown_function_is_named() {
    let rules = broken("ex577", |course, files| {
        course.edit(&files.toml, "name = \"length\"", "name = \"lenght\"");
    });
    assert!(rules.contains(&"readable".to_owned()), "{rules:?}");
}

#[test]
fn a_solution_that_panics_is_no_reference() {
    let rules = broken("ex578", |course, files| {
        course.edit(&files.solution, "x.norm()", "x[7]");
    });
    assert_eq!(rules, ["readable"]);
}

#[test]
fn a_solution_that_does_not_build_is_said_with_rustcs_words() {
    let rules = broken("ex579", |course, files| {
        course.edit(&files.solution, "x.norm()", "x.norm() + z");
    });
    assert_eq!(rules, ["builds"]);
}

#[test]
fn freezing_shows_what_changed_and_changes_nothing_twice() {
    let course = Course::with_miniature("author-ex580", "ex580");
    let same = course.ntk(&["author", "freeze", "ex580"]);
    assert!(same.stdout.contains("as it was"), "{same}");
    course.edit("exercises/ex580-mini/exercise.toml", "  x = 1.0\n", "  x = 2.0\n");
    insta::assert_snapshot!(course.ntk(&["author", "freeze", "ex580"]).to_string());
    let again = course.ntk(&["author", "freeze", "ex580"]);
    assert!(again.stdout.contains("as it was"), "{again}");
}

/// Runs `author validate ID` and returns the rules that are broken, once each.
fn rules(course: &Course, id: &str) -> Vec<String> {
    let validated = course.ntk(&["author", "validate", id, "--json"]);
    let json = validated.json();
    let problems = json["exercises"][0]["problems"].as_array().unwrap().clone();
    let mut rules: Vec<String> =
        problems.iter().map(|problem| problem["rule"].as_str().unwrap().to_owned()).collect();
    rules.dedup();
    rules
}

#[test]
fn a_new_exercise_builds_at_once_and_says_what_is_to_fill() {
    let course = Course::new("author-new");
    let made = course.ntk(&["author", "new", "leaky-relu"]);
    assert_eq!(made.code, Some(0), "{made}");
    assert_eq!(rules(&course, "ex01"), ["unfinished"]);
    let checked = course.ntk(&["check", "ex01", "--solution"]);
    assert!(checked.stderr.contains("freeze"), "no values are frozen yet: {checked}");

    // With a word for every FILL all that is missing is what only an author can think of.
    for file in made.stdout.lines().filter_map(|line| line.strip_prefix("  ")) {
        let text = course.read(file);
        let mut number = 0;
        let words = text.split("FILL").collect::<Vec<_>>().join("FILL");
        let mut filled = String::new();
        for part in words.split_inclusive("FILL") {
            number += 1;
            filled += &part.replace("FILL", &format!("words{number}"));
        }
        course.write(file, &filled);
    }
    assert_eq!(course.ntk(&["author", "freeze", "ex01"]).code, Some(0));
    assert_eq!(rules(&course, "ex01"), ["mistakes"], "three mistakes for each function");
    assert_eq!(course.ntk(&["check", "ex01", "--solution"]).code, Some(0));
}

#[test]
fn a_new_exercise_harms_no_other() {
    let course = Course::with_miniature("author-new-taken", "ex570");
    for name in ["ex570-mini", "ex570-other", "Leaky", "a--b", "-a", "../a", "", "ex7"] {
        let refused = course.ntk(&["author", "new", name]);
        assert_eq!(refused.code, Some(2), "{refused}");
    }
    assert_eq!(rules(&course, "ex570"), [""; 0]);
    let made = course.ntk(&["author", "new", "next-one", "--chapter", "4"]);
    assert!(made.stdout.contains("ex571-next-one"), "{made}");
    assert!(course.read("exercises/ex571-next-one/exercise.toml").contains("chapter = 4"));
}

#[test]
fn cases_that_no_mistake_needs_are_noted_and_harm_nothing() {
    let course = Course::with_miniature("author-notes", "ex572");
    course.edit(
        "exercises/ex572-mini/exercise.toml",
        "  [[function.case]]\n  name = \"nothing\"",
        "  [[function.case]]\n  name = \"one again\"\n  why = \"the unit\"\n  x = 1.0\n\n  [[function.case]]\n  name = \"nothing\"",
    );
    course.ntk(&["author", "freeze", "ex572"]);
    let noted = course.ntk(&["author", "validate", "ex572", "--notes"]);
    assert_eq!(noted.code, Some(0), "{noted}");
    assert!(noted.stdout.contains("\"one again\""), "{noted}");
    let silent = course.ntk(&["author", "validate", "ex572"]);
    assert!(!silent.stdout.contains("one again"), "{silent}");
}

/// Has all mistakes of the miniature name the one chapter of a small book.
fn refer_to_chapter_one(course: &Course, id: &str) {
    let folder = Files::of(id).mistakes;
    for entry in std::fs::read_dir(course.path(&folder)).unwrap().flatten() {
        let file = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        course.write(&file, &course.read(&file).replace("Chapter 90", "Chapter 1"));
    }
}

#[test]
fn a_section_that_the_book_does_not_have_is_named() {
    let course = Course::with_miniature("author-pages", "ex573");
    std::fs::create_dir_all(course.path("book/src")).unwrap();
    course.write("book/src/SUMMARY.md", "- [Mini](mini.md)\n");
    course.write("book/src/mini.md", "# Mini\n\n## Off the sphere\n\n## Mistakes\n");
    let mistake = "solutions/ex573-mini/mistakes/doubled.rs";
    course.edit("exercises/ex573-mini/exercise.toml", "chapter = 90", "chapter = 1");
    refer_to_chapter_one(&course, "ex573");
    course.edit(mistake, "Chapter 1, \"Mistakes\"", "Chapter 1, \"Off the sphere\"");
    course.ntk(&["author", "freeze", "ex573"]);
    assert_eq!(rules(&course, "ex573"), [""; 0]);
    course.edit(mistake, "Off the sphere", "Off the spheres");
    course.ntk(&["author", "freeze", "ex573"]);
    assert_eq!(rules(&course, "ex573"), ["pages"]);
}

#[test]
fn a_problem_names_its_line() {
    let course = Course::with_miniature("author-lines", "ex574");
    course.edit("exercises/ex574-mini/exercise.toml", "why = \"the oldest one\"", "why = \"\"");
    course.edit("exercises/ex574-mini/exercise.toml", "stars = 1", "stars = 9");
    let validated = course.ntk(&["author", "validate", "ex574", "--json"]);
    let json = validated.json();
    let files: Vec<&str> = json["exercises"][0]["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| problem["file"].as_str().unwrap())
        .collect();
    let line = |of: &str| {
        let text = course.read("exercises/ex574-mini/exercise.toml");
        1 + text.lines().position(|line| line.contains(of)).unwrap()
    };
    let wanted = |of: &str| format!("exercises/ex574-mini/exercise.toml:{}", line(of));
    assert_eq!(files, [wanted("stars = 9"), wanted("\"three and four\"")]);
}

#[test]
fn a_mistake_that_is_the_solution_is_named_with_its_file() {
    let course = Course::with_miniature("author-equal", "ex575");
    let file = "solutions/ex575-mini/mistakes/doubled.rs";
    course.edit(file, "x + x", "3.0 * x");
    let validated = course.ntk(&["author", "validate", "ex575", "--json"]);
    let problem = validated.json()["exercises"][0]["problems"][0].clone();
    assert_eq!(problem["rule"], "mistakes-fail", "{validated}");
    assert!(problem["file"].as_str().unwrap().starts_with(file), "{validated}");
}

#[test]
fn nan_is_no_expected_value() {
    let rules = broken("ex576", |course, files| {
        course.edit(&files.solution, "3.0 * x", "if x == 0.0 { f64::NAN } else { 3.0 * x }");
    });
    assert_eq!(rules, ["readable"]);
}

#[test]
fn one_number_is_one_exercise() {
    let course = Course::with_miniature("author-twins", "ex577");
    let exercises = course.path("exercises");
    let twin = exercises.join("ex577-twin");
    std::fs::create_dir_all(&twin).unwrap();
    for entry in std::fs::read_dir(exercises.join("ex577-mini")).unwrap().flatten() {
        std::fs::copy(entry.path(), twin.join(entry.file_name())).unwrap();
    }
    course.edit("exercises/ex577-twin/Cargo.toml", "ex577-mini", "ex577-twin");
    assert_eq!(rules(&course, "ex577-mini")[0], "one-id");
}

#[test]
fn an_exercise_without_a_card_on_a_page_is_counted() {
    let course = Course::with_miniature("author-ex588", "ex588");
    let without_card = || course.ntk(&["author", "stats", "--json"]).json()["without_card"].clone();
    assert_eq!(without_card(), serde_json::json!([]), "there is no book");
    std::fs::create_dir_all(course.path("book/src")).unwrap();
    course.write("book/src/SUMMARY.md", "- [One](one.md)\n");
    course.write("book/src/one.md", "# One\n");
    assert_eq!(without_card(), serde_json::json!(["ex588"]));
    course.write("book/src/one.md", "# One\n\n::: exercise ex588\n:::\n");
    assert_eq!(without_card(), serde_json::json!([]));
}

/// Breaks the miniature and returns the problems with all they say.
fn said(id: &str, harm: impl FnOnce(&Course, &Files)) -> Vec<(String, String)> {
    let course = Course::with_miniature(&format!("author-{id}"), id);
    harm(&course, &Files::of(id));
    problems(&course, id)
}

/// Rule and text, file and remedy included, of each problem.
fn problems(course: &Course, id: &str) -> Vec<(String, String)> {
    let validated = course.ntk(&["author", "validate", id, "--json"]);
    let json = validated.json();
    let text = |problem: &serde_json::Value, key: &str| problem[key].as_str().unwrap().to_owned();
    let all = json["exercises"][0]["problems"].as_array().unwrap().iter();
    all.map(|problem| {
        let parts = ["file", "problem", "remedy"].map(|key| text(problem, key));
        (text(problem, "rule"), parts.join("\n"))
    })
    .collect()
}

#[test]
fn what_rustc_says_of_the_list_and_of_the_mistakes_reaches_the_author() {
    let id = "ex581";
    let course = Course::with_miniature("author-rustc", id);
    let files = Files::of(id);
    let doubled = format!("{}/doubled.rs", files.mistakes);
    let length = "fn length(x: &DVector<f64>) -> f64;";
    for (file, from, to, said) in [
        (&files.main, "gram, length, total", "gram, total", "`length`"),
        (&files.main, "    doubled: triple;", "    gone: triple;", "gone"),
        (&doubled, "x: f64", "x: &f64", "mismatched types"),
        (&files.signatures, "fn triple(x: f64)", "fn triple(x: f32)", "f32"),
        (&files.signatures, length, "fn length(x: &[f64]) -> f64;", "mismatched types"),
        (&files.signatures, length, "fn length(x: &DVector<f64>) -> f64", "expected"),
        (&files.signatures, "gram(xs).sum() * depth as f64", "depth", "mismatched types"),
    ] {
        let sound = course.read(file);
        course.edit(file, from, to);
        let found = problems(&course, id);
        assert_eq!(found.len(), 1, "{to}: {found:?}");
        assert!(found[0].0 == "builds" && found[0].1.contains("error"), "{to}: {found:?}");
        assert!(found[0].1.contains(said), "{to}: {found:?}");
        let place = found[0].1.lines().next().unwrap();
        assert!(place.contains("ex581-mini/") && place.contains(".rs:"), "{to}: {found:?}");
        let checked = course.ntk(&["check", id, "--solution"]);
        assert!(checked.code == Some(2) && checked.stderr.contains(said), "{checked}");
        course.write(file, &sound);
    }
}

#[test]
fn a_starter_with_other_types_shows_what_rustc_says() {
    let found = said("ex582", |course, files| {
        course.edit(&files.starter, "pub fn triple(x: f64)", "pub fn triple(x: f32)");
    });
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].0 == "starter" && found[0].1.contains("mismatched types"), "{found:?}");
}

#[test]
fn what_nothing_can_be_drawn_from_is_named_with_file_line_and_function() {
    let found = said("ex583", |course, files| {
        course.edit(&files.toml, "depth = { integer = [1, 5] }", "depth = { integer = [5, 1] }");
    });
    assert_eq!(found.len(), 1, "{found:?}");
    let (rule, text) = &found[0];
    // The line of the sample in `total`, not of the one of that name in `gram`.
    assert!(rule == "readable" && text.contains("ex583-mini/exercise.toml:111\n"), "{text}");
    assert!(text.contains("total, case \"random\": depth: "), "{text}");
    assert!(text.contains("5 is above 1"), "{text}");
}

#[test]
fn limits_that_no_program_can_run_under_are_named() {
    let found = said("ex584", |course, files| {
        course.edit(
            &files.toml,
            "[[function]]\nname = \"triple\"",
            "[limits]\nseconds = inf\n\n[[function]]\nname = \"triple\"",
        );
    });
    assert!(found.len() == 1 && found[0].1.contains("exercise.toml:8\n"), "{found:?}");
    assert!(found[0].1.contains("at most 3600"), "{found:?}");
}

#[test]
fn a_property_that_cannot_be_tried_is_a_problem() {
    let id = "ex585";
    let course = Course::with_miniature("author-properties", id);
    let toml = Files::of(id).toml;
    let sound = course.read(&toml);
    let last = "kind = \"positive-semidefinite\"\n  says = \"no eigenvalue is negative\"\n";
    let with = |property: &str| course.write(&toml, &sound.replace(last, property));
    for (property, told) in [
        ("kind = \"swap\"\n  says = \"S\"\n  arguments = [\"x\", \"y\"]\n", "speaks of \"x\""),
        ("kind = \"homogeneous\"\n  says = \"S\"\n  argument = \"sx\"\n  degree = 2\n", "\"sx\""),
        ("kind = \"equals\"\n  says = \"S\"\n  function = \"nope\"\n", "\"nope\""),
        ("kind = \"equals\"\n  says = \"S\"\n  function = \"triple\"\n", "triple(x) with xs"),
        (
            "kind = \"monotone\"\n  says = \"S\"\n  argument = \"xs\"\n  values = [1.0, 2.0]\n  \
             direction = \"increasing\"\n",
            "gives \"xs\" a number",
        ),
        ("kind = \"symmetric\"\n  says = \"S\"\n  except = [\"nothing\"]\n", "\"nothing\""),
    ] {
        with(property);
        let found = problems(&course, id);
        assert!(found.iter().all(|(rule, _)| rule == "properties"), "{property}{found:?}");
        let line =
            1 + course.read(&toml).lines().position(|line| line == "  says = \"S\"").unwrap();
        let place = format!("exercise.toml:{line}\n");
        assert!(found.iter().any(|(_, text)| text.contains(&place)), "{property}{found:?}");
        assert!(found.iter().any(|(_, text)| text.contains(told)), "{property}{found:?}");
    }
    for kind in ["symmetric", "positive-semidefinite"] {
        with(&format!("kind = \"{kind}\"\n  says = \"S\"\n  excpet = [\"random, 1 of 2\"]\n"));
        let found = problems(&course, id);
        assert!(found.len() == 1 && found[0].1.contains("excpet"), "{found:?}");
    }
}

#[test]
fn a_property_for_which_no_value_comes_is_a_problem() {
    let found = said("ex586", |course, files| {
        course.edit(&files.solution, "3.0 * x", "assert!(x >= 0.0);\n    3.0 * x");
    });
    assert!(found.len() == 1 && found[0].0 == "properties", "{found:?}");
    assert!(found[0].1.contains("it grows with x"), "{found:?}");
}

#[test]
fn a_chapter_that_the_book_does_not_have_is_named() {
    let id = "ex587";
    let course = Course::with_miniature("author-chapters", id);
    let files = Files::of(id);
    std::fs::create_dir_all(course.path("book/src")).unwrap();
    course.write("book/src/SUMMARY.md", "- [Mini](mini.md)\n- [To come](to-come.md)\n");
    course.write("book/src/mini.md", "# Mini\n\n## Mistakes\n");
    course.edit(&files.toml, "chapter = 90", "chapter = 2");
    refer_to_chapter_one(&course, id);
    course.ntk(&["author", "freeze", id]);
    assert_eq!(problems(&course, id), []);
    for wrong in ["chapter = 77", "chapter = 0", "chapter = 2\npage = \"nowhere.html\""] {
        course.edit(&files.toml, "chapter = 2", wrong);
        let found = problems(&course, id);
        assert!(found.len() == 1 && found[0].0 == "pages", "{wrong}: {found:?}");
        assert!(found[0].1.contains(wrong.lines().last().unwrap()), "{wrong}: {found:?}");
        course.edit(&files.toml, wrong, "chapter = 2");
    }
    let mistake = format!("{}/doubled.rs", files.mistakes);
    course.edit(&mistake, "Chapter 1, \"Mistakes\"", "Chapter 77, \"Nothing like this\"");
    course.ntk(&["author", "freeze", id]);
    let found = problems(&course, id);
    assert!(found.len() == 1 && found[0].0 == "pages", "{found:?}");
    assert!(found[0].1.contains("no chapter 77"), "{found:?}");

    let quiz = common::repository().join("tests/guide/quiz.toml");
    let quiz = std::fs::read_to_string(quiz).unwrap().replace("chapter = 6", "chapter = 99");
    course.write("exercises/quiz.toml", &quiz);
    let found = problems(&course, "quiz");
    assert!(found.iter().any(|(rule, text)| rule == "pages" && text.contains("99")), "{found:?}");
}

#[test]
fn the_file_that_a_learner_opens_is_there_and_has_what_the_checker_calls() {
    let id = "ex588";
    let course = Course::with_miniature("author-learners-file", id);
    let file = format!("exercises/{id}-mini/{id}.rs");
    let notes = || {
        let noted = course.ntk(&["author", "validate", id, "--json"]);
        assert_eq!(noted.code, Some(0), "{noted}");
        let notes = noted.json()["exercises"][0]["notes"].as_array().unwrap().clone();
        notes.into_iter().find(|note| note["rule"] == "learners-file")
    };
    // A learner's own answers, names and helpers are no problem.
    course.edit(&file, "todo!(\"three times {x}\")", "helper(x)");
    course.edit(&file, "fn triple(x: f64)", "fn triple(mut x: f64)");
    course.edit(&file, "/// Three", "fn helper(x: f64) -> f64 {\n    3.0 * x\n}\n\n/// Three");
    assert_eq!(notes(), None);
    course.edit(&file, "fn length(x: &DVector<f64>)", "fn length(x: &[f64])");
    course.edit(&file, "pub fn gram(", "pub fn kernel(");
    let note = notes().unwrap();
    assert!(note["problem"].as_str().unwrap().starts_with("gram, length: "), "{note}");
    assert!(note["remedy"].as_str().unwrap().contains(&format!("reset {id}")), "{note}");
    std::fs::remove_file(course.path(&file)).unwrap();
    let found = problems(&course, id);
    assert!(found.len() == 1 && found[0].0 == "learners-file", "{found:?}");
    assert!(found[0].1.contains(&format!("reset {id}")), "{found:?}");
}

#[test]
fn a_broken_exercise_hides_no_other() {
    let course = Course::with_miniature("author-broken", "ex589");
    for id in ["ex590", "ex591"] {
        course.add_miniature(id);
    }
    std::fs::remove_dir_all(course.path("solutions/ex589-mini")).unwrap();
    course.edit("exercises/ex590-mini/exercise.toml", "minutes = 1", "minuets = 1");
    let validated = course.ntk(&["author", "validate", "--json"]);
    assert_eq!(validated.code, Some(1), "{validated}");
    let json = validated.json();
    let rules: Vec<_> = (0..3).map(|at| &json["exercises"][at]["problems"][0]["rule"]).collect();
    assert!(rules[0] == "solution" && rules[1] == "readable" && rules[2].is_null(), "{rules:?}");

    let frozen = course.ntk(&["author", "freeze"]);
    assert_eq!(frozen.code, Some(2), "{frozen}");
    assert!(frozen.stdout.contains("ex591") && frozen.stderr.contains("minuets"), "{frozen}");

    std::fs::remove_file(course.path("exercises/ex589-mini/frozen.json")).unwrap();
    let stats = course.ntk(&["author", "stats"]);
    assert_eq!(stats.code, Some(1), "{stats}");
    assert!(stats.stdout.contains("      exercises/ex589-mini/frozen.json: it is not"), "{stats}");
    assert!(stats.stdout.contains("author freeze ex589"), "{stats}");
    assert!(stats.stdout.contains("minuets") && stats.stdout.contains("ex591  "), "{stats}");
    let rows = course.ntk(&["author", "stats", "--json"]).json()["exercises"].clone();
    assert!(rows[0]["functions"] == 5 && rows[0]["missing"].is_string(), "{rows}");
    assert!(rows[2]["missing"].is_null(), "{rows}");

    let list = course.ntk(&["list"]);
    assert_eq!(list.code, Some(1), "{list}");
    assert!(list.stdout.contains("ex589") && list.stdout.contains("ex591"), "{list}");
    assert!(list.stderr.contains("ex590-mini") && list.stderr.contains("minuets"), "{list}");
    let rows = course.ntk(&["list", "--json"]).json()["exercises"].clone();
    assert!(rows[2]["id"] == "ex590" && rows[2]["state"] == "error", "{rows}");
    let status = course.ntk(&[]);
    assert_eq!(status.code, Some(1), "{status}");
    assert!(status.stdout.contains("next   ex589"), "{status}");
    assert!(status.stderr.contains("ex590-mini"), "{status}");
}

#[test]
fn values_that_mean_nothing_are_named() {
    let id = "ex592";
    let course = Course::with_miniature("author-nothing", id);
    let toml = Files::of(id).toml;
    let sound = course.read(&toml);
    let changes = [
        ("title = \"A miniature for tests\"", "title = \" \"", "title is empty"),
        ("minutes = 1", "minutes = 0\nprerequisites = [\"ex592\"]", "minutes = 0"),
        (
            "takeaway = \"A miniature has every part of the real thing.\"",
            "takeaway = \"\"",
            "takeaway",
        ),
        ("points = 2", "points = 0", "gram: points = 0"),
        (
            "relative = 1e-12, absolute = 1e-14",
            "relative = 1e-12, absolute = -1.0",
            "absolute = -1.0",
        ),
        (
            "relative = 1e-12, absolute = 1e-13",
            "relative = inf",
            "total: the tolerance is relative = inf",
        ),
        (
            "hints = [\"x and x and x\", \"a product\"",
            "hints = [\"x\", \"\"",
            "triple: hint 2 of 3 is empty",
        ),
    ];
    let all = changes.iter().fold(sound.clone(), |text, (from, to, _)| text.replace(from, to));
    course.write(&toml, &all);
    let found = problems(&course, id);
    for (_, _, told) in changes {
        let about = |(rule, text): &(String, String)| rule == "complete" && text.contains(told);
        assert!(found.iter().any(about), "{told}: {found:?}");
    }
    let itself = found.iter().any(|(_, text)| text.contains("this exercise itself"));
    assert!(itself && !found.iter().any(|(_, text)| text.contains("no hints")), "{found:?}");

    course.write(
        &toml,
        &sound.replacen("relative = 1e-12, because = \"a few", "because = \"a few", 1),
    );
    let found = problems(&course, id);
    assert!(
        found.len() == 1 && found[0].1.contains("length, case \"three and four\""),
        "{found:?}"
    );
    assert!(found[0].1.contains("the tolerance is nothing"), "{found:?}");

    course.write(&toml, &sound.replace("count = 3", "count = 0"));
    let found = problems(&course, id);
    assert!(found.len() == 1 && found[0].1.contains("count = 0: from 1 to 1000"), "{found:?}");
}

#[test]
fn a_solution_that_changes_its_mind_is_told_so() {
    let by_chance = "(if std::time::SystemTime::now().elapsed().is_ok() { f64::from(std::process::id()) } \
                     else { 0.0 })";
    let found = said("ex593", |course, files| {
        course.edit(&files.solution, "3.0 * x", &format!("3.0 * x * {by_chance}"));
    });
    assert_eq!(found.len(), 1, "{found:?}");
    let (rule, text) = &found[0];
    assert!(rule == "repeatable" && text.contains("solution.rs"), "{text}");
    assert!(text.contains("triple, case \"one\": the solution was run twice"), "{text}");

    let found = said("ex594", |course, files| {
        let file = format!("{}/doubled.rs", files.mistakes);
        course.edit(&file, "x + x", &format!("x + x * {by_chance}"));
    });
    assert_eq!(found.len(), 1, "{found:?}");
    let (rule, text) = &found[0];
    assert!(rule == "repeatable" && text.contains("mistakes/doubled.rs"), "{text}");
    assert!(text.contains("the mistake doubled was run twice"), "{text}");
}

#[test]
fn what_is_frozen_anew_is_named() {
    let found = said("ex595", |course, files| {
        course.edit(&files.frozen, "{\"float\": 3.0}", "{\"float\": 3.5}");
    });
    assert!(found.len() == 1 && found[0].1.ends_with("author freeze ex595"), "{found:?}");
}

#[test]
fn a_mistake_that_hangs_is_named_with_its_file_and_in_words() {
    let found = said("ex596", |course, files| {
        course.edit(&files.toml, "chapter = 90", "chapter = 90\nlimits = { seconds = 0.5 }");
        let file = format!("{}/doubled.rs", files.mistakes);
        course.edit(&file, "    x + x", "    while x > 5.0 {}\n    x + x");
    });
    assert_eq!(found.len(), 1, "{found:?}");
    let (rule, text) = &found[0];
    assert!(rule == "readable" && text.contains("mistakes/doubled.rs:"), "{text}");
    assert!(text.contains("the mistake doubled does not answer within 0.5 s"), "{text}");
    assert!(text.contains("triple, case \"any number, "), "{text}");
}

#[test]
fn an_argument_that_the_function_cannot_take_is_named_with_its_case() {
    let found = said("ex597", |course, files| {
        course.edit(&files.toml, "depth = { integer = [1, 5] }", "depth = { integer = [-5, -1] }");
    });
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].1.contains("total, case \"random, 1 of 2\": depth: -"), "{found:?}");
    assert!(found[0].1.contains("exercise.toml:111\n"), "{found:?}");
    assert!(found[0].1.contains("signatures.rs"), "{found:?}");
}

#[test]
fn nan_cannot_be_asked_for_either() {
    let found = said("ex598", |course, files| {
        course.edit(&files.toml, "why = \"the unit\"", "why = \"the unit\"\n  expected = nan");
    });
    assert!(found.len() == 1 && found[0].0 == "readable", "{found:?}");
    assert!(found[0].1.contains("case \"one\": `expected` is NaN"), "{found:?}");
}
