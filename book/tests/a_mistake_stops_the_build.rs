//! Each mistake that an author can make stops the build, with file, line and the next step.

mod miniature;

use miniature::Repository;
use ntk_book::{Job, check};

/// Everything that is wrong with a book, as its author sees it.
fn complaint(repository: &Repository) -> String {
    let (root, out) = (repository.root.clone(), repository.root.join("site"));
    match check(&Job { root, out, live: false }) {
        Ok(_) => "nothing".to_owned(),
        Err(failure) => failure.to_string(),
    }
}

/// The complaint about a chapter with this text below its title (so it begins on line 3).
fn about(name: &str, text: &str) -> String {
    let repository = Repository::new(name);
    repository.write("book/src/one.md", &format!("# One\n\n{text}\n"));
    complaint(&repository)
}

#[track_caller]
fn assert_says(complaint: &str, parts: &[&str]) {
    for part in parts {
        assert!(complaint.contains(part), "no `{part}` in:\n{complaint}");
    }
}

#[test]
fn the_miniature_itself_is_sound() {
    assert_eq!(complaint(&Repository::new("sound")), "nothing");
}

#[test]
fn an_unknown_macro() {
    let complaint = about("macro", "Fine $\\E x$.\n\nThe $\\nosuch x$.");
    assert_says(
        &complaint,
        &["book/src/one.md:5: ", "nosuch", "macros.toml", "1 problem in the book"],
    );
}

#[test]
fn a_lone_dollar() {
    let complaint = about("dollar", "It costs $5.");
    assert_says(&complaint, &["book/src/one.md:3: ", "`$` that opens or closes no formula"]);
}

#[test]
fn a_formula_that_a_list_broke() {
    let complaint = about("list", "$$\na\n- b\n$$");
    assert_says(&complaint, &["book/src/one.md:", "no line of it may begin with `- `"]);
}

#[test]
fn maths_in_raw_html() {
    let complaint = about("raw", "<div>$x$</div>");
    assert_says(&complaint, &["book/src/one.md:3: ", "raw HTML"]);
}

#[test]
fn a_heading_with_a_formula_and_no_address() {
    assert_says(&about("heading", "## The $x$"), &["book/src/one.md:3: ", "address"]);
    assert_eq!(about("heading-with", "## The $x$ {#the-x}"), "nothing");
}

#[test]
fn pasted_rust() {
    let complaint = about("rust", "```rust\nfn f() {}\n```");
    assert_says(&complaint, &["book/src/one.md:3: ", "pasted"]);
}

#[test]
fn ids_that_nobody_knows() {
    let text = "[a](term:mood)\n[b](claim:C03)\n[c](cite:ann2002)\n[d](exercise:ex09)\n[e](value:E01/rise)";
    let complaint = about("ids", text);
    assert_says(&complaint, &["one.md:3: unknown term `mood`; did you mean `mode`?", "terms.toml"]);
    assert_says(&complaint, &["one.md:4: unknown claim `C03`", "claims.toml"]);
    assert_says(&complaint, &["one.md:5: unknown cite `ann2002`", "sources.toml"]);
    assert_says(
        &complaint,
        &["one.md:6: unknown exercise `ex09`", "one.md:7: unknown value `E01/rise`"],
    );
    assert_says(&complaint, &["5 problems in the book"]);
}

#[test]
fn blocks_about_what_nobody_knows() {
    let text = "::: claim C09\n:::\n::: exercise ex09\n:::\n::: figure nothing\nalt: words\n\nmore\n:::\n\
                ::: definition mood\n:::\n::: reading\nbob1999: why\n:::\n::: dance\n:::";
    let complaint = about("blocks", text);
    assert_says(
        &complaint,
        &["one.md:3: unknown claim `C09`", "one.md:5: unknown exercise `ex09`"],
    );
    assert_says(
        &complaint,
        &["one.md:7: unknown figure `nothing`", "one.md:12: unknown term `mood`"],
    );
    assert_says(
        &complaint,
        &["one.md:15: unknown source `bob1999`", "one.md:17: unknown block `dance`"],
    );
}

/// A second exercise of chapter 1, which comes after the first one.
fn second(repository: &Repository) {
    let file = repository.root.join("exercises/ex01-parts/exercise.toml");
    let first = std::fs::read_to_string(file).expect("there");
    let second = first.replace("prerequisites = []", "prerequisites = [\"ex01\"]");
    repository.write("exercises/ex02-wholes/exercise.toml", &second);
}

#[test]
fn an_exercise_without_a_card_to_lead_to() {
    let repository = Repository::new("no-card");
    second(&repository);
    let missing =
        "ex01 has no card on any page\n    put `::: exercise ex01` on one, say book/src/one.md";
    let links = "::: exercise ex02\n:::\n[](exercise:ex01)\n::: trail C02\ntrain: ex01\n:::\n";
    repository.write("book/src/one.md", &format!("# One\n\n{links}"));
    let places = [3, 5, 6].map(|line| format!("book/src/one.md:{line}: {missing}"));
    assert_says(&complaint(&repository), &places.each_ref().map(String::as_str));
    assert_says(&complaint(&repository), &["3 problems in the book"]);
    // Any page will do, and the links lead there.
    repository.write("book/src/index.md", "# Start\n\n::: exercise ex01\n:::\n");
    assert_eq!(complaint(&repository), "nothing");
}

#[test]
fn an_exercise_that_no_page_shows_is_a_note() {
    let repository = Repository::new("hidden");
    second(&repository);
    repository.write("book/src/one.md", "# One\n\n::: exercise ex01\n:::\n");
    let (root, out) = (repository.root.clone(), repository.root.join("site"));
    let notes = check(&Job { root, out, live: false }).map(|built| built.notes);
    let hidden = "ex02 has no card on any page: put `::: exercise ex02` on book/src/one.md";
    assert_eq!(notes.map_err(|failure| failure.to_string()), Ok(vec![hidden.to_owned()]));
}

#[test]
fn a_question_that_sends_its_reader_nowhere() {
    let repository = Repository::new("question-nowhere");
    let ask = |chapter: u32, read: &str| {
        let option = "[[question.option]]\ntext = \"a\"\nsays = \"b\"\n";
        let question = format!(
            "[[question]]\nid = \"why\"\nchapter = {chapter}\nread = \"{read}\"\nask = \"?\"\n"
        );
        repository
            .write("exercises/quiz.toml", &format!("{question}{option}right = true\n{option}"));
        complaint(&repository)
    };
    assert_eq!(ask(1, "One"), "nothing");
    assert_says(
        &ask(9, "One"),
        &["exercises/quiz.toml:2: why belongs to chapter 9, which is none"],
    );
    assert_says(&ask(1, "Won"), &["exercises/quiz.toml:2: why: chapter 1 has no section \"Won\""]);
}

#[test]
fn blocks_that_are_not_closed_or_not_open() {
    assert_says(&about("unclosed", "::: note\nText."), &["one.md:3: ", "never closed"]);
    assert_says(&about("unopened", "Text.\n\n:::"), &["one.md:5: ", "none is open"]);
}

#[test]
fn code_that_is_not_there() {
    let text = "::: code src/none.rs#fn f\n:::\n::: code src/part.rs#fn thrice\n:::\n::: code src/part.rs#tail\n:::";
    let complaint = about("code", text);
    assert_says(
        &complaint,
        &["one.md:3: src/none.rs: ", "one.md:5: no `fn thrice` in src/part.rs"],
    );
    assert_says(&complaint, &["one.md:7: no `tail` in src/part.rs"]);
}

#[test]
fn a_question_without_one_right_answer_or_without_feedback() {
    let complaint = about("question", "::: question\nWhich?\n- [ ] a\n  > No.\n- [ ] b\n:::");
    assert_says(
        &complaint,
        &["one.md:3: 2 options, 0 of them right", "one.md:7: an option without"],
    );
    let complaint =
        about("numbered", "::: question\nWhich?\n- [ ] 23.\n  > No.\n- [x] b\n  > Yes.\n:::");
    assert_says(&complaint, &["one.md:5: Markdown takes the option `23.` for a list"]);
    let complaint = about("predict", "::: predict\nWhich?\n- [ ] a\n- [x] b\n:::");
    assert_says(&complaint, &["one.md:3: a prediction without its answer"]);
}

#[test]
fn a_figure_without_words_and_a_common_version_without_its_parts() {
    let complaint =
        about("words", "::: figure relu-kernels\nCaption.\n:::\n::: common C01\nusual: a\n:::");
    assert_says(&complaint, &["one.md:3: figure `relu-kernels` lacks `alt:`"]);
    assert_says(&complaint, &["one.md:6: the part `holds:` is missing", "`tempts:` is missing"]);
}

#[test]
fn a_misconception_without_its_number() {
    let text = "::: trail C01\n:::\n::: trail C01\nnumber: It is 2.\ntrain: ex01 hole\n:::\n\
                ::: trail C09\n:::\n::: trail C02\ntrain: ex02\n:::";
    let complaint = about("trail", text);
    assert_says(&complaint, &["one.md:3: C01 is measured, and `number:` is missing"]);
    assert_says(&complaint, &["one.md:6: `number:` shows no measured number"]);
    assert_says(&complaint, &["one.md:5: ex01 has no function `hole`", "one.md:9: unknown claim"]);
    assert_says(&complaint, &["one.md:11: unknown exercise `ex02`"]);
}

#[test]
fn links_that_lead_nowhere() {
    let text = "[a](nowhere.md)\n[b](index.md#nothing)\n[c](/index.html)\n[d](http://example.org)\n[e](#one)";
    let complaint = about("links", text);
    assert_says(&complaint, &["one.md:3: the link `nowhere.md` leads nowhere"]);
    assert_says(&complaint, &["one.md:4: the link `index.md#nothing` leads to no place"]);
    assert_says(
        &complaint,
        &["one.md:5: the link `/index.html` is absolute", "one.md:6: ", "https"],
    );
    assert_says(&complaint, &["4 problems in the book"]);
}

#[test]
fn a_page_that_the_summary_leaves_out() {
    let repository = Repository::new("left-out");
    repository.write("book/src/three.md", "# Three\n");
    assert_says(&complaint(&repository), &["book/src/three.md: the book leaves this page out"]);
}

#[test]
fn an_html_tag_that_is_never_closed() {
    assert_says(&about("tag", "<div>\n\nText."), &["mdBook warns", "one.md"]);
}

#[test]
fn data_that_does_not_fit_together() {
    let repository = Repository::new("data");
    repository.write("book/data/lab/E01.json", "{ \"id\": \"E01\",\n \"command\": 1 }");
    repository.write("book/data/terms.toml", "[[term]]\nid = \"a\"\nterm = 1\n");
    let told = complaint(&repository);
    assert_says(&told, &["book/data/lab/E01.json:2: ", "book/data/terms.toml:3: "]);

    let claim = "[[claim]]\nid = \"C05\"\nstatement = \"\"\nverdict = \"loose\"\nright = \"\"\nchapter = 7\n";
    repository.write("book/data/claims.toml", &format!("{claim}sources = [\"x\"]\n\n{claim}"));
    let told = complaint(&repository);
    assert_says(&told, &["claims.toml:2: C05 belongs to chapter 7", "claim C05 is there twice"]);
    assert_says(&told, &["needs one of `experiment` and `unmeasured`", "unknown source `x`"]);
}

#[test]
fn a_result_that_is_missing_once_results_are_required() {
    let repository = Repository::new("required");
    let file = |name: &str| repository.root.join("book/data").join(name);
    let claims = std::fs::read_to_string(file("claims.toml")).expect("there");
    repository.write("book/data/claims.toml", &format!("require_measured = true\n{claims}"));
    assert_eq!(complaint(&repository), "nothing");

    let result = std::fs::read_to_string(file("lab/E01.json")).expect("there");
    std::fs::remove_file(file("lab/E01.json")).expect("there");
    let missing = ["book/data/claims.toml:4: claim C01 has no result of E01", "lab run E01 --out"];
    assert_says(&complaint(&repository), &missing);
    // Another experiment's number about the claim does not stand in for it, nor another claim's.
    repository.write("book/data/lab/E02.json", &result.replace("E01", "E02"));
    assert_says(&complaint(&repository), &missing);
    repository.write("book/data/lab/E01.json", &result.replace("C01", "C02"));
    assert_says(&complaint(&repository), &missing);
    repository.write("book/data/lab/E01.json", &result);
    assert_eq!(complaint(&repository), "nothing");
}

#[test]
fn a_result_about_no_claim() {
    let repository = Repository::new("stray");
    let estimate = r#"{ "claim": "C99", "name": "a", "theory": { "says": "1" }, "value": 1.0,
                        "outcome": "confirmed" }"#;
    let result = format!(r#"{{ "id": "E02", "command": "x", "estimates": [ {estimate} ] }}"#);
    repository.write("book/data/lab/E02.json", &result);
    assert_says(&complaint(&repository), &["book/data/lab/E02.json: a result about C99"]);
}

#[test]
fn an_item_of_the_subject_without_its_place() {
    let repository = Repository::new("coverage");
    repository.write("book/src/index.md", "# Start\n\n::: coverage\n:::\n");
    let table = "last_claim = \"C02\"\n[[part]]\nname = \"All\"\nat = \"one.md\"\ncounts = { formula = 2, term = 1 }\nitems = [\n\
                 { kind = \"formula\", name = \"a\", at = [\"one.md#nowhere\"], claims = [\"C01\"] },\n\
                 { kind = \"term\", name = \"b\", at = [], claims = [\"C07\"] },\n]\n";
    repository.write("book/data/coverage.toml", table);
    let told = complaint(&repository);
    assert_says(&told, &["coverage.toml:2: `All` lists 1 of the kind `formula` and counts 2"]);
    assert_says(&told, &["coverage.toml:8: the book treats `b` nowhere", "unknown claim `C07`"]);
    assert_says(&told, &["claims.toml:13: C02 belongs to no item of the subject"]);

    let sound = table
        .replace("formula = 2, term = 1", "formula = 1")
        .replace("[\"C01\"]", "[\"C01\", \"C02\"]");
    let sound: String =
        sound.lines().filter(|l| !l.contains("term")).map(|l| format!("{l}\n")).collect();
    repository.write("book/data/coverage.toml", &sound);
    let told = complaint(&repository);
    assert_says(&told, &["coverage.toml:7: the link `one.md#nowhere` leads to no place"]);
    repository.write("book/data/coverage.toml", &sound.replace("#nowhere", "#one"));
    assert_eq!(complaint(&repository), "nothing");
}
