//! Without cargo, where it would only find out what is known already.
//!
//! An idle `cargo build` takes as long as rustc takes for a whole exercise. So what cargo did last is
//! noted beside its work: which files it read, and how it called rustc. If nothing has changed since,
//! the program is there. If only the exercise's own sources have, rustc is called as cargo called
//! it, to the letter, or its incremental data would be of no use. cargo's lock is held meanwhile, and
//! its note that the program is up to date is taken away, so that cargo makes it anew. If anything
//! else has (a manifest, the lock file, cargo's configuration, the harness, a dependency, the
//! compiler, the environment), or is not understood, cargo does it.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::{Built, Message, Target, sort_errors};
use crate::course::Course;
use crate::orphans;
use crate::process::Program;
use crate::store;

const VERSION: u32 = 2;

/// What of the environment changes how cargo or rustc builds.
const ENVIRONMENT: [&str; 6] = [
    "RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "RUSTC",
    "RUSTC_WRAPPER",
    "RUSTC_WORKSPACE_WRAPPER",
    "CARGO_INCREMENTAL",
];
const ENVIRONMENT_PREFIXES: [&str; 3] = ["CARGO_BUILD_", "CARGO_PROFILE_", "CARGO_TARGET_"];

/// How a target was built last.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Note {
    version: u32,
    environment: Vec<(String, String)>,
    /// rustc and its arguments, as cargo called it; empty where cargo found nothing to do.
    rustc: Vec<String>,
    /// Files that want cargo when they change.
    fixed: Vec<Seen>,
    /// The files that were compiled, by content.
    sources: Vec<(PathBuf, String)>,
    program: Seen,
}

/// A file as it was: enough to see, without reading it, that it is another one now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    path: PathBuf,
    /// Nanoseconds since 1970, and bytes; `None` for a file that is not there.
    stamp: Option<(u64, u64)>,
}

impl Seen {
    fn now(path: PathBuf) -> Seen {
        let stamp = fs::metadata(&path).ok().and_then(|metadata| {
            let age = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
            Some((u64::try_from(age.as_nanos()).ok()?, metadata.len()))
        });
        Seen { path, stamp }
    }

    /// Is it as it was, there or not there?
    fn is_unchanged(&self) -> bool {
        *self == Seen::now(self.path.clone())
    }
}

/// The program, if it is there already or rustc alone can make it; its errors likewise. `None` where
/// cargo has to be asked.
pub fn build(course: &Course, target: &Target<'_>) -> Option<Built> {
    let folder = folder(course, target)?;
    let lock = File::create(folder.join("lock")).ok()?;
    lock.lock().ok()?;
    let mut note = Note::read(&folder)?;
    if !note.holds() {
        return None;
    }
    let same = note.sources.iter().all(|(path, hash)| content(path).as_ref() == Some(hash));
    if !same || note.program.stamp.is_none() || !note.program.is_unchanged() {
        match note.compile(course, target, &folder)? {
            Ok(()) => note.write(&folder),
            Err(errors) => return Some(Built::Broken(sort_errors(course, target, errors))),
        }
    }
    Some(Built::Program(Program { path: note.program.path, folder: course.root().to_owned() }))
}

/// Notes what cargo did. `said` is its verbose output.
pub fn remember(course: &Course, target: &Target<'_>, program: &Path, said: &str) {
    let Some(folder) = folder(course, target) else { return };
    // Of a note that does not hold, neither do rustc's arguments.
    let known = Note::read(&folder).filter(Note::holds).map(|note| note.rustc);
    let rustc = called(said, target).or(known).unwrap_or_default();
    // Where cargo had nothing to do, it does not say how it once called rustc; then the list that
    // it keeps beside the program has to do.
    let listed = made(&rustc).unwrap_or_else(|| program.to_owned()).with_extension("d");
    let Some(sources) = sources(course, &listed) else { return };
    let note = Note {
        version: VERSION,
        environment: environment(),
        fixed: fixed(course, target, &rustc).into_iter().map(Seen::now).collect(),
        rustc,
        sources,
        program: Seen::now(program.to_owned()),
    };
    note.write(&folder);
}

/// Where notes and programs are kept: beside cargo's work, and gone with it.
fn folder(course: &Course, target: &Target<'_>) -> Option<PathBuf> {
    let at = std::env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from);
    let folder = course.root().join(at).join("ntk").join(target.binary);
    fs::create_dir_all(&folder).ok()?;
    Some(folder)
}

fn environment() -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| {
            ENVIRONMENT.contains(&name.as_str())
                || ENVIRONMENT_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        })
        .collect();
    found.sort();
    found
}

/// A hash of a file's content.
fn content(path: &Path) -> Option<String> {
    fs::read(path).ok().map(|bytes| crate::frozen::hash(&[&bytes]))
}

/// rustc's command line out of cargo's verbose output.
fn called(said: &str, target: &Target<'_>) -> Option<Vec<String>> {
    if !cfg!(unix) {
        // cargo quotes otherwise there.
        return None;
    }
    let crate_name = format!("--crate-name {} ", target.binary.replace('-', "_"));
    let line = said.lines().rfind(|line| line.contains(&crate_name))?;
    let command = line.trim().strip_prefix("Running `")?.strip_suffix('`')?;
    let words = shlex::split(command)?;
    // A wrapper, or variables before the program: not understood.
    words.first()?.ends_with("rustc").then_some(words)
}

/// Everything besides the sources on which the program depends.
fn fixed(course: &Course, target: &Target<'_>, rustc: &[String]) -> Vec<PathBuf> {
    let root = course.root();
    let mut files =
        vec![root.join("Cargo.toml"), root.join("Cargo.lock"), target.folder.join("Cargo.toml")];
    files.extend(["rust-toolchain.toml", "rust-toolchain"].map(|name| root.join(name)));
    // cargo reads its configuration in the course, in every folder above it, and at home.
    let above = root.ancestors().map(|folder| folder.join(".cargo"));
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    for folder in above.chain(home) {
        files.extend(["config.toml", "config"].map(|name| folder.join(name)));
    }
    files.extend(rustc.first().map(PathBuf::from));
    files.extend(rustc.iter().filter(|word| word.ends_with(".rlib")).filter_map(|word| {
        let (_, path) = word.split_once('=')?;
        Some(PathBuf::from(path))
    }));
    // Dependencies that are not from a registry may be edited.
    let harness = root.join("exercises").join("harness");
    files.push(harness.join("Cargo.toml"));
    files.extend(
        fs::read_dir(harness.join("src")).into_iter().flatten().flatten().map(|e| e.path()),
    );
    files
}

/// The sources that a dep-info file lists; `None` if the program depends on more than files.
fn sources(course: &Course, dep_info: &Path) -> Option<Vec<(PathBuf, String)>> {
    let text = fs::read_to_string(dep_info).ok()?;
    if text.lines().any(|line| line.starts_with("# env-dep:")) {
        return None;
    }
    let (_, listed) = text.lines().next()?.split_once(": ")?;
    let paths = listed.replace("\\ ", "\u{0}");
    paths
        .split_whitespace()
        .map(|path| {
            let path = course.root().join(path.replace('\u{0}', " "));
            let hash = content(&path)?;
            Some((path, hash))
        })
        .collect()
}

/// The program that a command line makes.
fn made(rustc: &[String]) -> Option<PathBuf> {
    let name = word_after(rustc, "--crate-name")?;
    Some(Path::new(word_after(rustc, "--out-dir")?).join(format!("{name}{}", extra(rustc)?)))
}

fn word_after<'a>(rustc: &'a [String], flag: &str) -> Option<&'a str> {
    let at = rustc.iter().position(|word| word == flag)?;
    rustc.get(at + 1).map(String::as_str)
}

fn extra(rustc: &[String]) -> Option<&str> {
    rustc.iter().find_map(|word| word.strip_prefix("extra-filename="))
}

/// Where cargo notes that a target is up to date.
fn cargos_note(rustc: &[String], target: &Target<'_>) -> Option<PathBuf> {
    let profile = Path::new(word_after(rustc, "--out-dir")?).parent()?;
    let folder = profile.join(".fingerprint").join(format!("{}{}", target.package, extra(rustc)?));
    Some(folder.join(format!("dep-bin-{}", target.binary)))
}

impl Note {
    fn read(folder: &Path) -> Option<Note> {
        let text = fs::read_to_string(folder.join("note.json")).ok()?;
        serde_json::from_str(&text).ok().filter(|note: &Note| note.version == VERSION)
    }

    /// Are the environment and all files that want cargo as they were?
    fn holds(&self) -> bool {
        self.environment == environment() && self.fixed.iter().all(Seen::is_unchanged)
    }

    /// A note that cannot be written costs time and nothing else.
    fn write(&self, folder: &Path) {
        if let Ok(text) = serde_json::to_string(self) {
            let _ = store::write_quickly(&folder.join("note.json"), &text);
        }
    }

    /// Calls rustc as cargo did. `None` where it cannot be called, or ended for a reason that is not
    /// an error in the sources.
    fn compile(
        &mut self,
        course: &Course,
        target: &Target<'_>,
        folder: &Path,
    ) -> Option<Result<(), Vec<Message>>> {
        let (rustc, arguments) = self.rustc.split_first()?;
        let program = made(&self.rustc)?;
        let lock = File::open(program.parent()?.parent()?.join(".cargo-lock")).ok()?;
        // Another cargo is at work: cargo itself waits for it best.
        lock.try_lock().ok()?;
        let up_to_date = cargos_note(&self.rustc, target)?;
        if up_to_date.exists() {
            fs::remove_file(up_to_date).ok()?;
            self.program = Seen { path: program.clone(), stamp: None };
            self.write(folder);
        } else if !self.program_is_ours(&program) {
            // cargo keeps its notes elsewhere, or has been cleaned.
            return None;
        }
        let mut command = Command::new(rustc);
        command
            .args(arguments)
            .current_dir(course.root())
            .env("CARGO_MANIFEST_DIR", target.folder)
            .env("CARGO_PKG_NAME", target.package)
            .env("CARGO_CRATE_NAME", target.binary)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = orphans::start(|| command.spawn(), Child::id).ok()?;
        let lines = BufReader::new(child.stderr.take()?).lines().map_while(std::io::Result::ok);
        let errors: Vec<Message> = lines
            .filter_map(|line| serde_json::from_str::<Message>(&line).ok())
            .filter(|message| message.level.starts_with("error"))
            .map(Message::without_colours)
            .collect();
        let ended = child.wait();
        orphans::forget(child.id());
        if !ended.ok()?.success() {
            // An error without a place is about something else: a dependency that is being written
            // by another cargo, a linker that is missing.
            let in_sources = errors.iter().all(Message::has_a_place_or_only_counts);
            return (in_sources && !errors.is_empty()).then_some(Err(errors));
        }
        self.sources = sources(course, &program.with_extension("d"))?;
        self.program = Seen::now(program);
        Some(Ok(()))
    }

    /// rustc made the last one without cargo, whose note has gone then already.
    fn program_is_ours(&self, program: &Path) -> bool {
        self.program.path == program
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rustcs_command_line_is_read_from_cargos_output() {
        let folder = Path::new("/course/exercises/ex03");
        let target = Target { package: "ex03-x", binary: "ex03", folder };
        let said = "       Fresh nalgebra v0.35.0\n     Running `/bin/rustc --crate-name ex03 \
                    --edition=2024 'a b/ex03.rs' -C extra-filename=-1f --out-dir /t/deps`\n";
        let words = called(said, &target).unwrap();
        assert_eq!(words[4], "a b/ex03.rs");
        assert_eq!(made(&words).unwrap(), Path::new("/t/deps/ex03-1f"));
        let note = Path::new("/t/.fingerprint/ex03-x-1f/dep-bin-ex03");
        assert_eq!(cargos_note(&words, &target).unwrap(), note);
        // Behind a wrapper, cargo does it.
        assert_eq!(called(&said.replace("/bin/rustc", "sccache /bin/rustc"), &target), None);
        assert_eq!(called("     Running `/bin/rustc --crate-name ex04 x`", &target), None);
    }
}
