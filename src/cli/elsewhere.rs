//! Verbs whose program is a package that the first build leaves out: cargo builds it when asked.

use std::process::ExitCode;

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
    let status = build::cargo()
        .args(["run", "--package", package, "--manifest-path"])
        .arg(&known)
        .arg("--")
        .args(&arguments.rest)
        .status()
        .map_err(|error| Error::Build {
            package: package.to_owned(),
            problem: error.to_string(),
        })?;
    Ok(ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(2)))
}

fn package_folder(package: &str) -> &'static str {
    if package == "ntk-figure" { "\"book/figure\"" } else { "\"book\"" }
}
