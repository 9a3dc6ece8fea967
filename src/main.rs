use std::process::ExitCode;

fn main() -> ExitCode {
    ntk::cli::main()
}
