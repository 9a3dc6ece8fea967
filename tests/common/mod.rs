//! Courses for tests: copies in a temporary folder, with whatever a learner might have written.
//!
//! A copy has its own workspace and its own target folder, and shares the compiled dependencies with
//! the repository through cargo's build folder, so that a test compiles one small exercise.

#![allow(dead_code, reason = "no test program uses all of it")]

#[cfg(unix)]
pub mod terminal;

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where cargo keeps what it has compiled for these tests.
fn build_folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("target/tmp has a parent").to_owned()
}

pub struct Course {
    pub root: PathBuf,
    /// Stands in the version of the course's exercises. cargo tells packages apart by name, version
    /// and place within the workspace, so without it two courses would share what is compiled.
    mark: u64,
}

impl Course {
    /// An empty course of that name: a workspace like the repository's, without exercises.
    pub fn new(name: &str) -> Course {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("courses").join(name);
        if root.exists() {
            fs::remove_dir_all(&root).expect("an old copy can be removed");
        }
        for folder in ["exercises", "solutions", "src"] {
            fs::create_dir_all(root.join(folder)).expect("a folder can be made");
        }
        let mark = name.bytes().fold(7, |hash, byte| (hash * 31 + u64::from(byte)) % 1_000_000_007);
        let course = Course { root, mark };
        course.write("Cargo.toml", &manifest());
        course.write("src/lib.rs", "");
        course.write("src/main.rs", "fn main() {}\n");
        course.write("solutions/README.md", "");
        fs::copy(repository().join("Cargo.lock"), course.root.join("Cargo.lock"))
            .expect("the lock file can be copied");
        course
    }

    /// The miniature exercise of `tests/fixture`, under another number.
    pub fn with_miniature(name: &str, id: &str) -> Course {
        let course = Course::new(name);
        course.add_miniature(id);
        course
    }

    pub fn add_miniature(&self, id: &str) {
        let fixture = repository().join("tests/fixture");
        for part in ["exercises", "solutions"] {
            let to = self.root.join(part).join(format!("{id}-mini"));
            let change = |text: &str| self.marked(&text.replace("ex90", id));
            copy(&fixture.join(part).join("ex90-mini"), &to, &change);
        }
        let folder = self.root.join(format!("exercises/{id}-mini"));
        fs::rename(folder.join("ex90.rs"), folder.join(format!("{id}.rs"))).expect("it is there");
    }

    /// A copy of a real exercise in its pristine state, with its solution.
    pub fn with(name: &str, exercises: &[&str]) -> Course {
        let course = Course::new(name);
        for exercise in exercises {
            for part in ["exercises", "solutions"] {
                let from = repository().join(part).join(exercise);
                copy(&from, &course.root.join(part).join(exercise), &|text| course.marked(text));
            }
            let id = exercise.split('-').next().expect("a name has a first part");
            let folder = course.root.join("exercises").join(exercise);
            fs::copy(folder.join("starter.rs"), folder.join(format!("{id}.rs")))
                .expect("a starter");
        }
        course
    }

    fn marked(&self, text: &str) -> String {
        text.replace("version = \"0.0.0\"", &format!("version = \"0.0.{}\"", self.mark))
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.root.join(file)
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).unwrap_or_else(|error| panic!("{file}: {error}"));
    }

    /// Replaces a text that must be there.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no `{from}`");
        self.write(file, &text.replace(from, to));
    }

    /// Writes bodies into the pristine text: the learner's answers.
    pub fn answer(&self, exercise: &str, bodies: &[(&str, &str)]) {
        let id = exercise.split('-').next().expect("a name has a first part");
        let mut text = self.read(&format!("exercises/{exercise}/starter.rs"));
        for (function, body) in bodies {
            text = with_body(&text, function, body);
        }
        self.write(&format!("exercises/{exercise}/{id}.rs"), &text);
    }

    /// Runs `ntk` in the course's root.
    pub fn ntk(&self, arguments: &[&str]) -> Transcript {
        self.ntk_in(".", arguments)
    }

    pub fn ntk_in(&self, folder: &str, arguments: &[&str]) -> Transcript {
        let output = self.command(folder, arguments).output().expect("ntk can be started");
        Transcript::of(arguments, &output, &self.root)
    }

    /// Runs `ntk` with lines on its standard input, as from a pipe.
    pub fn ntk_with(&self, arguments: &[&str], input: &str) -> Transcript {
        let mut command = self.command(".", arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("ntk can be started");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A program that ends before it has read everything is fine.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("it ends");
        Transcript::of(arguments, &output, &self.root)
    }

    pub fn command(&self, folder: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ntk"));
        command
            .args(arguments)
            .current_dir(self.root.join(folder))
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env("CARGO_BUILD_BUILD_DIR", build_folder())
            .env_remove("CARGO_MANIFEST_DIR")
            .env("NO_COLOR", "1");
        command
    }
}

/// What a program printed, as a person would have seen it, and its exit code.
pub struct Transcript {
    pub arguments: String,
    pub stdout: String,
    pub stderr: String,
    pub code: Option<i32>,
}

impl Transcript {
    fn of(arguments: &[&str], output: &Output, root: &Path) -> Transcript {
        let root = root.display().to_string();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&root, "COURSE");
        // Whether somebody had to wait depends on the machine.
        let stderr = text(&output.stderr)
            .lines()
            .filter(|line| {
                !line.starts_with("waiting for another") && !line.starts_with("compiling:")
            })
            .map(|line| format!("{line}\n"))
            .collect();
        Transcript {
            arguments: arguments.join(" "),
            stdout: text(&output.stdout),
            stderr,
            code: output.status.code(),
        }
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("no JSON ({error}):\n{self}"))
    }

    /// The function's object in the first exercise of `check --json`.
    pub fn function(&self, name: &str) -> serde_json::Value {
        let json = self.json();
        json["exercises"][0]["functions"]
            .as_array()
            .and_then(|all| all.iter().find(|function| function["name"] == name).cloned())
            .unwrap_or_else(|| panic!("no function {name}:\n{self}"))
    }

    pub fn verdict(&self, function: &str) -> String {
        self.function(function)["verdict"].as_str().unwrap_or("no text").to_owned()
    }
}

impl fmt::Display for Transcript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "$ ntk {}", self.arguments)?;
        write!(f, "{}", self.stdout)?;
        if !self.stderr.is_empty() {
            write!(f, "--- on standard error\n{}", self.stderr)?;
        }
        let code = self.code.map_or("killed".to_owned(), |code| code.to_string());
        write!(f, "--- exit code {code}")
    }
}

/// The repository's manifest with the harness where it is, and the solutions and exercises here.
fn manifest() -> String {
    let text = fs::read_to_string(repository().join("Cargo.toml")).expect("the manifest is there");
    let mut table: toml::Table = text.parse().expect("the manifest is TOML");
    let harness = repository().join("exercises/harness").display().to_string();
    let workspace = table["workspace"].as_table_mut().expect("it is a workspace");
    workspace["members"] = toml::Value::from(vec![".", "exercises/ex*", "solutions/*"]);
    let cli = repository().join("src/cli").display().to_string();
    workspace["default-members"] = toml::Value::from(vec!["."]);
    workspace["dependencies"]["ntk-harness"]["path"] = toml::Value::from(harness);
    table["dependencies"]["ntk-cli"]["path"] = toml::Value::from(cli);
    table.remove("dev-dependencies");
    table.remove("bench");
    toml::to_string(&table).expect("a table can be written")
}

fn copy(from: &Path, to: &Path, change: &dyn Fn(&str) -> String) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("an entry can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target, change);
        } else {
            let text = fs::read_to_string(entry.path()).expect("a source file is text");
            fs::write(target, change(&text)).expect("a copy can be written");
        }
    }
}

/// The text with the `todo!` of that function replaced.
fn with_body(text: &str, function: &str, body: &str) -> String {
    let start = text.find(&format!("pub fn {function}(")).expect("the function is in the starter");
    let todo = start + text[start..].find("todo!(").expect("the function is still to do");
    let mut open = 0;
    let end = text[todo..]
        .char_indices()
        .find(|(_, character)| {
            open += i32::from(*character == '(') - i32::from(*character == ')');
            *character == ')' && open == 0
        })
        .map(|(index, _)| todo + index + 1)
        .expect("the bracket closes");
    format!("{}{body}{}", &text[..todo], &text[end..])
}
