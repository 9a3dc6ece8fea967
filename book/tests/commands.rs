//! The program as it is typed, on the book as it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use ntk_book::html::{Token, tag_name, tokens};
use ntk_book::{Job, build, site};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntk-book"));
    command.args(arguments).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn job(folder: &str) -> Job {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("lies in the repository");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    // Left over from an earlier run, or not there.
    let _ = fs::remove_dir_all(&out);
    Job { root: root.to_owned(), out, live: false }
}

#[test]
fn the_book_builds_and_twice_the_same() {
    let (first, second) = (job("site-one"), job("site-two"));
    for job in [&first, &second] {
        let built = build(job).unwrap_or_else(|failure| panic!("{failure}"));
        assert!(built.pages > 5 && built.changed > built.pages);
    }
    let again = build(&first).unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(again.changed, 0, "nothing changed, and yet files were written");
    for file in site::files(&first.out).expect("there is a site") {
        let name: PathBuf = file.strip_prefix(&first.out).expect("inside").to_owned();
        let (a, b) = (fs::read(&file), fs::read(second.out.join(&name)));
        assert_eq!(a.expect("can be read"), b.expect("is there too"), "{}", name.display());
    }
}

#[test]
fn a_folder_with_other_files_is_left_alone() {
    let job = job("not-a-site");
    fs::create_dir_all(&job.out).expect("may write");
    fs::write(job.out.join("thesis.tex"), "all of it").expect("may write");
    let failure = build(&job).err().map(|failure| failure.to_string()).unwrap_or_default();
    assert!(failure.contains("--out"), "{failure}");
    assert!(job.out.join("thesis.tex").exists());
}

/// The site, built once for the tests that only read it.
fn built() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let job = job("site-offline");
        build(&job).unwrap_or_else(|failure| panic!("{failure}"));
        job.out
    })
}

/// Of the subject, item by item, every place that treats it is there: read from the table and the built
/// pages, without the builder.
#[test]
fn every_item_of_the_subject_has_its_place() {
    let table = include_str!("../data/coverage.toml").parse::<toml::Table>().expect("is TOML");
    let parts = table["part"].as_array().expect("parts");
    let mut items = 0;
    for part in parts {
        for item in part["items"].as_array().expect("items") {
            let places = item["at"].as_array().expect("places");
            assert!(!places.is_empty(), "{} is treated nowhere", item["name"]);
            for place in places {
                let place = place.as_str().expect("a page and an address");
                let (page, address) = place.split_once('#').unwrap_or((place, ""));
                let page = built().join(page.replace(".md", ".html"));
                let html = fs::read_to_string(&page).unwrap_or_default();
                let found = html.contains(&format!("id=\"{address}\"")) || address.is_empty();
                assert!(!html.is_empty() && found, "{} is not at {place}", item["name"]);
            }
            items += 1;
        }
    }
    assert!(
        parts.len() >= 28 && items >= 150,
        "{} parts, {items} items: some are gone",
        parts.len()
    );
}

/// A key term that occurs in a paragraph of a page has its definition there, or a link to it.
#[test]
fn every_key_term_leads_to_its_definition() {
    let table = include_str!("../data/terms.toml").parse::<toml::Table>().expect("is TOML");
    let terms = table["term"].as_array().expect("terms");
    let mut missing = Vec::new();
    for file in site::files(built()).expect("there is a site") {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if file.extension().is_none_or(|end| end != "html") || name == "terms.html" {
            continue;
        }
        let html = fs::read_to_string(&file).expect("can be read");
        let words = format!(" {} ", paragraphs(&html).to_lowercase());
        for term in terms.iter().filter(|term| term.get("common_word").is_none()) {
            let (id, written) = (term["id"].as_str(), term["term"].as_str());
            let (id, written) = (id.expect("has an id"), written.expect("has a name"));
            let except = term.get("except").and_then(toml::Value::as_array).into_iter().flatten();
            let words = except.fold(words.clone(), |words, phrase| {
                words.replace(phrase.as_str().expect("is a phrase"), "")
            });
            let mentioned = words.contains(&format!(" {} ", written.to_lowercase()));
            let leads = [format!("terms.html#{id}\""), format!("id=\"def-{id}\"")];
            if mentioned && !leads.iter().any(|link| html.contains(link)) {
                missing.push(format!("{name}: {written}"));
            }
        }
    }
    assert!(terms.len() > 40 && missing.is_empty(), "no link to the definition: {missing:#?}");
}

/// The words of a page's own paragraphs, without links, code and formulas, and without boxes, figures,
/// questions and lists.
fn paragraphs(html: &str) -> String {
    const OTHER: [&str; 8] = ["section", "aside", "figure", "form", "nav", "dl", "a", "code"];
    let (mut words, mut inside, mut paragraph) = (String::new(), 0, false);
    // How deep in the spans of a formula.
    let mut formula = 0;
    for token in tokens(html) {
        match token {
            Token::Tag(tag) if tag_name(tag) == "span" => {
                let closes = tag.starts_with('/');
                match (formula, closes) {
                    (0, false) if tag.contains("katex") => formula = 1,
                    (0, _) => {}
                    (_, false) => formula += 1,
                    (_, true) => formula -= 1,
                }
            }
            Token::Tag(tag) if OTHER.contains(&tag_name(tag)) => {
                inside += if tag.starts_with('/') { -1 } else { 1 };
            }
            // With a class it is a label, and no running text.
            Token::Tag(tag) if tag_name(tag) == "p" => paragraph = tag == "p",
            Token::Text(text) if paragraph && inside == 0 && formula == 0 => words.push_str(text),
            _ => {}
        }
    }
    words.split(|c: char| !c.is_alphanumeric() && c != '-').collect::<Vec<_>>().join(" ")
}

#[test]
fn no_page_asks_another_server() {
    for file in site::files(built()).expect("there is a site") {
        let Ok(page) = fs::read_to_string(&file) else { continue };
        for loads in [
            "src=\"http",
            "src=\"//",
            "url(http",
            "url(//",
            "@import",
            "<link rel=\"stylesheet\" href=\"http",
        ] {
            assert!(!page.contains(loads), "{} has {loads}", file.display());
        }
    }
}

#[test]
fn mdbook_is_told_what_to_run() {
    assert!(run(&["preprocess", "supports", "html"]).status.success());
    let refused = run(&["preprocess"]);
    assert!(!refused.status.success());
    assert!(text(&refused.stderr).contains("cargo run -p ntk-book -- build"));
}

/// `mdbook build book` does what `MDBook::load` and `build` do: it runs the command of `book.toml`.
#[test]
fn mdbook_alone_stops_at_our_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let book = mdbook_driver::MDBook::load(root).expect("book.toml can be read");
    let error = book.build().expect_err("mdBook alone cannot draw this book");
    assert!(format!("{error:#}").contains("ntk-book"), "{error:#}");
    assert!(!root.join("book").exists(), "something was written all the same");
}

#[test]
fn help_is_printed_and_an_unknown_verb_is_a_failure() {
    let help = run(&["--help"]);
    assert!(help.status.success() && text(&help.stdout).contains("serve"));
    assert!(!run(&["build-it"]).status.success());
    let port = run(&["serve", "--port", "many"]);
    assert!(text(&port.stderr).contains("`many` is no port"));
}

#[cfg(unix)]
#[test]
fn a_word_that_is_no_text_is_a_failure_and_no_panic() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let mut command = Command::new(env!("CARGO_BIN_EXE_ntk-book"));
    let refused = command.arg(OsStr::from_bytes(b"\xff")).output().expect("the program starts");
    assert_eq!(refused.status.code(), Some(1), "{}", text(&refused.stderr));
    assert!(text(&refused.stdout).contains("serve"));
}
