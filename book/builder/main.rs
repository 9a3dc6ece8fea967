//! `cargo run -p ntk-book -- build | serve | check`

use std::borrow::Cow;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use ntk_book::{Built, Job, build, check, serve};

const HELP: &str = "\
Builds the book of the NTK course.

  cargo run -p ntk-book -- build [--out FOLDER]   write the site (default: target/book)
  cargo run -p ntk-book -- serve [--port 3000]    build, serve, rebuild what changes
  cargo run -p ntk-book -- check                  whether the book could be built, every link followed";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let root = root();
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), PathBuf::from);
    let mut job = Job { root, out: target.join("book"), live: false };
    // A folder may have a name that is no text; no other word may.
    let words: Vec<Cow<str>> = arguments.iter().map(|word| word.to_string_lossy()).collect();
    let words: Vec<&str> = words.iter().map(Cow::as_ref).collect();
    let started = Instant::now();
    let result = match words.as_slice() {
        ["build"] => build(&job).map(|built| say(&job, &built, started)),
        ["build", "--out", _] => {
            job.out = PathBuf::from(&arguments[2]);
            build(&job).map(|built| say(&job, &built, started))
        }
        ["check"] => check(&job).map(|built| {
            note(&built);
            println!("{} pages, every link followed", built.pages);
        }),
        ["serve"] => serve_at(&mut job, "3000"),
        ["serve", "--port", port] => serve_at(&mut job, port),
        // mdBook asks first whether we support its renderer, then hands us the book.
        ["preprocess", "supports", ..] => return ExitCode::SUCCESS,
        ["preprocess"] => {
            eprintln!(
                "This book has blocks, formulas and figures that mdBook alone cannot draw.\n\
                 Build it with    cargo run -p ntk-book -- build\n\
                 or read it with  cargo run -p ntk-book -- serve"
            );
            return ExitCode::FAILURE;
        }
        _ => {
            println!("{HELP}");
            let asked = matches!(words.as_slice(), ["help" | "--help" | "-h"] | []);
            return if asked { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn serve_at(job: &mut Job, port: &str) -> Result<(), ntk_book::problem::Failure> {
    let bad = |_| ntk_book::problem::Failure::Other(format!("`{port}` is no port: try 3000"));
    job.live = true;
    job.out.set_file_name("book-live");
    serve::run(job, port.parse().map_err(bad)?)
}

fn say(job: &Job, built: &Built, started: Instant) {
    note(built);
    let (pages, seconds) = (built.pages, started.elapsed().as_secs_f64());
    println!("{pages} pages in {seconds:.1} s: {}", job.out.join("index.html").display());
}

/// What an author may have forgotten; the book is built all the same.
fn note(built: &Built) {
    built.notes.iter().for_each(|note| eprintln!("note: {note}"));
}

/// The root of the repository: this package lies in its folder `book`.
fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}
