//! `cargo run -p ntk-figure -- ID [--out FILE]`

use std::process::ExitCode;

use ntk_figure::{Frame, figures, find};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [id] if !id.starts_with('-') => draw(id, &format!("{id}.svg")),
        [id, "--out", file] => draw(id, file),
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

fn draw(id: &str, file: &str) -> ExitCode {
    let Some(figure) = find(id) else {
        eprintln!("unknown figure `{id}`; `cargo run -p ntk-figure` lists the known ones");
        return ExitCode::FAILURE;
    };
    let result = figure.standalone(Frame::WIDE).and_then(|svg| {
        std::fs::write(file, svg)
            .map_err(|error| format!("{file}: {error}; choose one with --out FILE"))
    });
    match result {
        Ok(()) => {
            println!("{}: {file}", figure.title);
            println!("The numbers come from {}.", figure.library.join(" and "));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
