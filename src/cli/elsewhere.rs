//! Verbs whose program is a package that the first build leaves out: cargo builds it when asked.

use std::io;
use std::process::{Command, ExitCode};

use ntk_checker::Error;
use ntk_checker::build;
use ntk_checker::course::Course;

use super::numerics::PassedOn;

/// Runs a package's program with the rest of the command line; its exit code is ours.
pub fn run(course: &Course, package: &str, arguments: &PassedOn) -> ntk_checker::Result<ExitCode> {
    let known = course.root().join("Cargo.toml");
    let manifest = std::fs::read_to_string(&known).unwrap_or_default();
    if !manifest.contains(package_folder(package)) {
        return Err(Error::Usage {
            problem: format!("this copy of the course has no package {package}"),
            remedy: "The repository that you cloned it from has it.".into(),
        });
    }
    // Not in the course's root but where the person is: files named on the command line are theirs.
    let mut cargo = build::cargo();
    cargo
        .args(["run", "--package", package, "--manifest-path"])
        .arg(&known)
        .arg("--")
        .args(&arguments.rest);
    hand_over(&mut cargo)
        .map_err(|error| Error::Build { package: package.to_owned(), problem: error.to_string() })
}

/// The program takes the place of this process, so that it gets the signals, and its end is ours.
#[cfg(unix)]
fn hand_over(command: &mut Command) -> io::Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(command.exec())
}

#[cfg(not(unix))]
fn hand_over(command: &mut Command) -> io::Result<ExitCode> {
    let code = command.status()?.code();
    Ok(ExitCode::from(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(2)))
}

fn package_folder(package: &str) -> &'static str {
    match package {
        "ntk-lab" => "\"src/lab\"",
        "ntk-figure" => "\"book/figure\"",
        _ => "\"book\"",
    }
}
