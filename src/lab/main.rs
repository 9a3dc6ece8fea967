//! The program `ntk-lab`, which `ntk lab` builds and starts.

use std::process::ExitCode;

fn main() -> ExitCode {
    ntk_lab::command::main(std::env::args_os().skip(1))
}
