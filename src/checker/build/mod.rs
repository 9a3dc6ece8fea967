//! A learner's package becomes a program, or a list of errors in the learner's own file.

mod direct;

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use serde::Deserialize;

use crate::course::{Course, Folder};
use crate::orphans;
use crate::process::Program;
use crate::{Error, Result};

/// The package that every course has at its root.
const ROOT_PACKAGE: &str = "ntk";

/// What cargo made of it.
#[derive(Debug)]
pub enum Built {
    Program(Program),
    Broken(CompileErrors),
}

/// Errors in an exercise's own source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompileErrors {
    /// rustc's messages, as it prints them. Where a function of the list is to blame, it stands in
    /// `signatures` in their place.
    pub messages: Vec<String>,
    /// Functions that are missing or have other types than the exercise asks for.
    pub signatures: Vec<Signature>,
    /// All of rustc's messages: an author, who wrote the list too, needs those on it.
    pub all: Vec<String>,
}

/// A function as the exercise asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub function: String,
    pub wanted: String,
}

/// What to build: an exercise or its solution.
pub struct Target<'a> {
    pub package: &'a str,
    pub binary: &'a str,
    /// The package's own folder: errors in its files are its author's.
    pub folder: &'a Path,
}

impl<'a> Target<'a> {
    pub fn exercise(folder: &'a Folder) -> Target<'a> {
        Target { package: &folder.name, binary: &folder.id, folder: &folder.path }
    }
}

/// Builds the learner's program.
///
/// `notice` is called with a sentence for the person who waits, at most once for each reason.
///
/// # Errors
///
/// [`Error::Build`]: cargo cannot be started, or something other than the package is broken.
pub fn build(course: &Course, target: &Target<'_>, notice: &dyn Fn(&str)) -> Result<Built> {
    match direct::build(course, target) {
        Some(built) => Ok(built),
        None => build_with_warnings(course, target, notice).map(|(built, _)| built),
    }
}

/// As [`build()`], always by cargo, with rustc's warnings on the package beside it.
///
/// # Errors
///
/// As [`build()`].
pub fn build_with_warnings(
    course: &Course,
    target: &Target<'_>,
    notice: &dyn Fn(&str),
) -> Result<(Built, Vec<String>)> {
    // What is needed was fetched when the checker itself was built; asking the network first would
    // make the check fail where there is none.
    let mut run = run_cargo(course, target, true, notice)?;
    if !run.succeeded && run.errors.is_empty() && run.said.contains("--offline") {
        run = run_cargo(course, target, false, notice)?;
    }
    let built = match (run.program, run.succeeded) {
        (Some(path), true) => {
            direct::remember(course, target, &path, &run.verbose);
            Built::Program(Program { path, folder: course.root().to_owned() })
        }
        _ if run.errors.is_empty() => {
            return Err(Error::Build { package: target.package.to_owned(), problem: run.said });
        }
        _ => Built::Broken(sort_errors(course, target, run.errors)),
    };
    Ok((built, run.warnings))
}

/// Builds a solution's program.
///
/// # Errors
///
/// [`Error::NoSolution`] where `solutions/` was removed; [`Error::Build`] with rustc's messages.
pub fn build_solution(course: &Course, folder: &Folder, notice: &dyn Fn(&str)) -> Result<Program> {
    let path = course.solution_of(folder);
    if !path.join("Cargo.toml").is_file() {
        return Err(Error::NoSolution { exercise: folder.id.clone(), path });
    }
    let package = format!("{}-solution", folder.name);
    let binary = format!("{}-solution", folder.id);
    let target = Target { package: &package, binary: &binary, folder: &path };
    match build(course, &target, notice)? {
        Built::Program(program) => Ok(program),
        Built::Broken(errors) => {
            Err(Error::Build { package: package.clone(), problem: errors.all.join("\n\n") })
        }
    }
}

/// The cargo that this program was started by, or the one on the path.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

#[derive(Default)]
struct Run {
    succeeded: bool,
    program: Option<PathBuf>,
    /// Compiler errors in the package itself.
    errors: Vec<Message>,
    /// Warnings on it, as rustc prints them.
    warnings: Vec<String>,
    /// What it had to say about its own doings, when asked to be verbose.
    verbose: String,
    /// Whatever else it had to say.
    said: String,
}

fn run_cargo(
    course: &Course,
    target: &Target<'_>,
    offline: bool,
    notice: &dyn Fn(&str),
) -> Result<Run> {
    let mut command = cargo();
    // The root package is named only for its features: with it, cargo chooses the same features of
    // every shared crate as for the checker itself, and compiles none of them again.
    command
        .current_dir(course.root())
        .args(["build", "-p", ROOT_PACKAGE, "-p", target.package])
        .args(["--bin", target.binary, "--message-format=json", "--verbose"])
        .args(offline.then_some("--offline"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let failed = |error: std::io::Error| Error::Build {
        package: target.package.to_owned(),
        problem: format!("{error}\nIs cargo on the PATH? `cargo --version` should answer."),
    };
    let mut child = orphans::start(|| command.spawn(), Child::id).map_err(failed)?;
    let (lines, incoming) = mpsc::channel();
    let readers = [
        child.stdout.take().map(|pipe| forward(pipe, lines.clone(), Said::Json)),
        child.stderr.take().map(|pipe| forward(pipe, lines, Said::Text)),
    ];
    let mut run = Run::default();
    let mut notices = Notices { waiting: false, compiling: false, notice };
    loop {
        match incoming.recv_timeout(Duration::from_secs(1)) {
            Ok(Said::Json(line)) => run.take(&line, target),
            Ok(Said::Text(line)) => {
                notices.hear(&line);
                run.hear(&line);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => notices.a_second_has_passed(),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
    }
    for reader in readers.into_iter().flatten() {
        // A reader that panicked has sent what it read.
        let _ = reader.join();
    }
    let ended = child.wait();
    orphans::forget(child.id());
    run.succeeded = ended.map_err(failed)?.success();
    Ok(run)
}

enum Said {
    Json(String),
    Text(String),
}

fn forward(
    pipe: impl Read + Send + 'static,
    to: mpsc::Sender<Said>,
    kind: fn(String) -> Said,
) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(std::io::Result::ok) {
            if to.send(kind(line)).is_err() {
                return;
            }
        }
    })
}

/// Tells a person who waits for more than a second what for.
struct Notices<'a> {
    waiting: bool,
    compiling: bool,
    notice: &'a dyn Fn(&str),
}

impl Notices<'_> {
    fn hear(&mut self, line: &str) {
        if line.contains("Blocking waiting for file lock") {
            self.waiting = true;
        } else if line.trim_start().starts_with("Compiling") {
            self.waiting = false;
            self.compiling = true;
        }
    }

    fn a_second_has_passed(&mut self) {
        if std::mem::take(&mut self.waiting) {
            (self.notice)("waiting for another cargo to finish (it holds the lock on target/)");
        } else if std::mem::take(&mut self.compiling) {
            (self.notice)("compiling: the first time takes a few seconds more");
        }
    }
}

#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum CargoLine {
    CompilerMessage {
        manifest_path: PathBuf,
        message: Message,
    },
    CompilerArtifact {
        target: ArtifactTarget,
        executable: Option<PathBuf>,
    },
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct ArtifactTarget {
    name: String,
}

#[derive(Debug, Deserialize)]
struct Message {
    level: String,
    message: String,
    rendered: Option<String>,
    #[serde(default)]
    spans: Vec<Span>,
}

#[derive(Debug, Deserialize)]
struct Span {
    file_name: String,
    is_primary: bool,
}

impl Run {
    fn hear(&mut self, line: &str) {
        const DOINGS: [&str; 4] = ["Fresh ", "Dirty ", "Running ", "Compiling "];
        let is_doing = DOINGS.iter().any(|word| line.trim_start().starts_with(word));
        let place = if is_doing { &mut self.verbose } else { &mut self.said };
        place.push_str(line);
        place.push('\n');
    }

    fn take(&mut self, line: &str, target: &Target<'_>) {
        match serde_json::from_str(line) {
            Ok(CargoLine::CompilerArtifact { target: made, executable: Some(path) })
                if made.name == target.binary =>
            {
                self.program = Some(path);
            }
            Ok(CargoLine::CompilerMessage { manifest_path, message })
                if message.level.starts_with("error") =>
            {
                if manifest_path.parent() == Some(target.folder) {
                    self.errors.push(message);
                } else {
                    self.said.push_str(&message.rendered.unwrap_or(message.message));
                }
            }
            Ok(CargoLine::CompilerMessage { manifest_path, message })
                if message.level == "warning" && manifest_path.parent() == Some(target.folder) =>
            {
                self.warnings.extend(message.rendered);
            }
            _ => {}
        }
    }
}

/// Parts errors in the learner's file from those that the list of signatures has with it.
fn sort_errors(course: &Course, target: &Target<'_>, errors: Vec<Message>) -> CompileErrors {
    let listed = std::fs::read_to_string(target.folder.join("signatures.rs")).unwrap_or_default();
    let wanted = signatures_in(&listed);
    // rustc names files from the course's root, as a person there would.
    let root = format!("{}/", course.root().display());
    let mut sorted = CompileErrors::default();
    for error in errors {
        if error.only_counts() {
            continue;
        }
        let primary = error.spans.iter().find(|span| span.is_primary);
        let on_the_list = primary.is_some_and(Span::is_in_the_list);
        let text = error.rendered.unwrap_or(error.message).trim_end().replace(&root, "");
        if on_the_list {
            let concerned = wanted.iter().filter(|signature| signature.is_named_in(&text));
            for signature in concerned {
                if !sorted.signatures.contains(signature) {
                    sorted.signatures.push(signature.clone());
                }
            }
        } else {
            sorted.messages.push(text.clone());
        }
        sorted.all.push(text);
    }
    sorted.messages.dedup();
    sorted.all.dedup();
    if sorted.messages.is_empty() && sorted.signatures.is_empty() {
        // The list itself is broken: then rustc's words are all that there is to say.
        sorted.messages.clone_from(&sorted.all);
    }
    sorted
}

impl Message {
    /// "aborting due to 2 previous errors"
    fn only_counts(&self) -> bool {
        self.spans.is_empty() && self.message.starts_with("aborting due to")
    }

    /// rustc writes colours when cargo calls it, and cargo takes them out.
    fn without_colours(self) -> Message {
        let plain = |text: String| anstream::adapter::strip_str(&text).to_string();
        Message { rendered: self.rendered.map(plain), ..self }
    }

    fn has_a_place_or_only_counts(&self) -> bool {
        self.only_counts() || self.spans.iter().any(|span| span.is_primary)
    }
}

impl Span {
    /// In `signatures.rs`, or in the macro that it calls.
    fn is_in_the_list(&self) -> bool {
        let file = self.file_name.replace('\\', "/");
        file.ends_with("/signatures.rs") || file.ends_with("harness/src/exercise.rs")
    }
}

impl Signature {
    /// rustc names a function as `{name}`, as `super::name` or in backticks.
    fn is_named_in(&self, text: &str) -> bool {
        let name = &self.function;
        [format!("{{{name}}}"), format!("super::{name}`"), format!("`{name}`")]
            .iter()
            .any(|form| text.contains(form.as_str()))
    }
}

/// The signatures that `signatures.rs` lists.
fn signatures_in(listed: &str) -> Vec<Signature> {
    let lines: Vec<&str> = listed.lines().collect();
    let starts = lines.iter().enumerate().filter(|(_, line)| line.trim().starts_with("fn "));
    starts
        .filter_map(|(start, _)| {
            let text = lines[start..].join(" ");
            let wanted = text.split(';').next()?.split(" where given").next()?;
            let wanted = wanted.split_whitespace().collect::<Vec<_>>().join(" ");
            let wanted = wanted.replace("( ", "(").replace(", )", ")");
            let function = wanted.strip_prefix("fn ")?.split('(').next()?.to_owned();
            Some(Signature { function, wanted })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_read_without_what_follows_them() {
        let listed = "use x;\n\nexercise! {\n    fn one(x: f64,\n        y: f64) -> f64;\n\n    \
                      fn two(y: f64) -> f64\n        where given(one) => one(y);\n}\n";
        let found = signatures_in(listed);
        let wanted: Vec<&str> = found.iter().map(|signature| signature.wanted.as_str()).collect();
        assert_eq!(wanted, ["fn one(x: f64, y: f64) -> f64", "fn two(y: f64) -> f64"]);
    }

    #[test]
    fn a_function_is_named_by_rustc_in_three_ways() {
        let one = Signature { function: "one".into(), wanted: String::new() };
        assert!(one.is_named_in("found fn item `for<'a> fn(&'a f64) {one}`"));
        assert!(one.is_named_in("unresolved import `super::one`"));
        assert!(one.is_named_in("cannot find value `one` in module `super`"));
        assert!(!one.is_named_in("cannot find value `one_more` in module `super`"));
    }
}
