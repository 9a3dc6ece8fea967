//! `cargo run -p ntk-figure -- ID [--out FILE]`

use std::borrow::Cow;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use ntk_figure::{Frame, figures, find};

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    // A file may have a name that is no text; no other word may.
    let words: Vec<Cow<str>> = arguments.iter().map(|word| word.to_string_lossy()).collect();
    let words: Vec<&str> = words.iter().map(Cow::as_ref).collect();
    match words.as_slice() {
        [id] if !id.starts_with('-') => draw(id, Path::new(&format!("{id}.svg"))),
        [id, "--out", _] => draw(id, Path::new(&arguments[2])),
        _ => {
            println!("cargo run -p ntk-figure -- ID [--out FILE]\n\nThe figures:");
            for figure in figures::ALL {
                println!("  {:16}{}", figure.id, figure.title);
            }
            let asked = matches!(words.as_slice(), [] | ["--help"] | ["-h"]);
            if asked { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
    }
}

fn draw(id: &str, file: &Path) -> ExitCode {
    let Some(figure) = find(id) else {
        eprintln!("unknown figure `{id}`; `cargo run -p ntk-figure` lists the known ones");
        return ExitCode::FAILURE;
    };
    let result = figure.standalone(Frame::WIDE).and_then(|svg| {
        ntk::dataset::replace(file, svg.as_bytes())
            .map_err(|error| format!("{}: {error}; choose one with --out FILE", file.display()))
    });
    match result {
        Ok(()) => {
            println!("{}: {}", figure.title, file.display());
            println!("The numbers come from {}.", figure.library.join(" and "));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
