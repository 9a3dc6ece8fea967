//! The program `ntk`: see `src/cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    ntk_cli::main()
}
