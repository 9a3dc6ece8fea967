//! The program `ntk`: the lab's verbs are in `src/lab/command.rs`, all others in `src/cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    match arguments.next() {
        Some(verb) if verb == "lab" => ntk::lab::command::main(arguments),
        _ => ntk_cli::main(),
    }
}
