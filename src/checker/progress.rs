//! What has been passed: one small file, `.ntk/progress.toml`, that a person can read and mend.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::course::{Course, Folder};
use super::frozen::content_hash;
use super::{Error, Result, store};

const VERSION: u32 = 1;

/// Where a learner stands with an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Open,
    Passed,
    /// Passed once, and the exercise has changed since.
    Stale,
}

impl State {
    pub fn tag(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Passed => "passed",
            State::Stale => "stale",
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    pub version: u32,
    /// By the exercise's id.
    #[serde(default)]
    pub passed: BTreeMap<String, Pass>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pass {
    /// A hash of the exercise as it was.
    pub content: String,
    pub points: u32,
}

/// Progress as found, and a sentence about what was wrong with the file, if anything was.
pub struct Found {
    pub progress: Progress,
    pub trouble: Option<String>,
}

fn path(course: &Course) -> PathBuf {
    course.root().join(".ntk").join("progress.toml")
}

/// Reads the progress. A file that cannot be read counts as empty: it never stops a check.
pub fn read(course: &Course) -> Found {
    let path = path(course);
    let shown = course.relative(&path);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Found { progress: Progress::default(), trouble: None };
        }
        Err(error) => return Found::trouble(format!("{shown} cannot be read: {error}")),
    };
    match toml::from_str::<Progress>(&text) {
        Ok(progress) if progress.version <= VERSION => Found { progress, trouble: None },
        Ok(progress) => Found::trouble(format!(
            "{shown} is of version {}, and this checker knows {VERSION}: it is left as it is",
            progress.version
        )),
        Err(error) => Found::trouble(format!("{shown} is damaged ({})", error.message())),
    }
}

impl Found {
    fn trouble(sentence: String) -> Found {
        Found { progress: Progress::default(), trouble: Some(sentence) }
    }
}

/// Records a pass. Two checks at once take turns, so neither loses the other's pass.
///
/// # Errors
///
/// The folder cannot be written; the check itself is not touched by that.
pub fn record(course: &Course, folder: &Folder, points: u32) -> Result<()> {
    let path = path(course);
    let turn = path.with_file_name("lock");
    fs::create_dir_all(course.root().join(".ntk")).map_err(|error| Error::file(&path, error))?;
    let lock = File::create(&turn).map_err(|error| Error::file(&turn, error))?;
    lock.lock().map_err(|error| Error::file(&turn, error))?;

    let found = read(course);
    if found.trouble.is_some() {
        set_aside(&path)?;
    }
    let mut progress = found.progress;
    progress.version = VERSION;
    progress.passed.insert(folder.id.clone(), Pass { content: content_hash(folder), points });
    let body = toml::to_string(&progress).map_err(|error| Error::file(&path, error))?;
    store::write(
        &path,
        &format!("# Which exercises are passed. The checker keeps this file.\n{body}"),
    )
}

/// A file that this checker cannot read is somebody's work all the same.
fn set_aside(path: &std::path::Path) -> Result<()> {
    let kept = (1..)
        .map(|number| path.with_file_name(format!("progress.kept-{number}.toml")))
        .find(|candidate| !candidate.exists());
    match kept {
        Some(kept) if path.exists() => {
            fs::rename(path, &kept).map_err(|error| Error::file(path, error))
        }
        _ => Ok(()),
    }
}

impl Progress {
    pub fn state(&self, folder: &Folder) -> State {
        match self.passed.get(&folder.id) {
            None => State::Open,
            Some(pass) if pass.content == content_hash(folder) => State::Passed,
            Some(_) => State::Stale,
        }
    }
}
