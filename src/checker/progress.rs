//! What has been done: one small file, `.ntk/progress.toml`, that a person can read and mend.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::course::{Course, Folder};
use super::frozen::content_hash;
use super::report::{ExerciseVerdict, Report, Verdict};
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
    pub exercise: BTreeMap<String, Record>,
}

/// What is known of one exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// A hash of the exercise as it was when it was passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passed: Option<String>,
    /// Points at the last check.
    pub points: u32,
    /// Functions that did not pass at the last check.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<String>,
    /// How many hints of a function have been shown.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub hints: BTreeMap<String, usize>,
}

/// Progress as found, and a sentence about what was wrong with the file, if anything was.
pub struct Found {
    pub progress: Progress,
    pub trouble: Option<String>,
}

/// The folder for everything that the checker keeps, out of git's and cargo's sight.
pub fn folder(course: &Course) -> PathBuf {
    course.root().join(".ntk")
}

fn path(course: &Course) -> PathBuf {
    folder(course).join("progress.toml")
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
            "{shown} is of version {}, and this checker knows {VERSION}",
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

impl Progress {
    pub fn state(&self, folder: &Folder) -> State {
        match self.exercise.get(&folder.id).and_then(|record| record.passed.as_ref()) {
            None => State::Open,
            Some(passed) if *passed == content_hash(folder) => State::Passed,
            Some(_) => State::Stale,
        }
    }

    pub fn record(&self, folder: &Folder) -> Record {
        self.exercise.get(&folder.id).cloned().unwrap_or_default()
    }
}

/// Notes the result of a check of the learner's file. A pass stays until it is reset: a learner who
/// tries something in a passed exercise loses nothing.
///
/// # Errors
///
/// As [`change`].
pub fn note_check(course: &Course, folder: &Folder, report: &Report) -> Result<()> {
    let passed = (report.verdict() == ExerciseVerdict::Pass).then(|| content_hash(folder));
    let failing = report.functions.iter().filter(|function| function.verdict != Verdict::Pass);
    let open: Vec<String> = failing.map(|function| function.name.clone()).collect();
    change(course, folder, |record| {
        record.points = report.points().0;
        record.open = open;
        if passed.is_some() {
            record.passed = passed;
        }
    })
}

/// Changes what is known of an exercise. Two programs at once take turns, so neither loses the
/// other's change; a file that cannot be read is set aside, never overwritten.
///
/// # Errors
///
/// The folder cannot be written.
pub fn change(course: &Course, folder: &Folder, edit: impl FnOnce(&mut Record)) -> Result<()> {
    let path = path(course);
    store::in_turn(&self::folder(course), || {
        let Found { mut progress, trouble } = read(course);
        let before = progress.clone();
        edit(progress.exercise.entry(folder.id.clone()).or_default());
        progress.version = VERSION;
        if progress == before {
            return Ok(());
        }
        if trouble.is_some() {
            store::set_aside(&path)?;
        }
        let body = toml::to_string(&progress).map_err(|error| Error::file(&path, error))?;
        let head = "# What you have done so far. The checker keeps this file.";
        store::write(&path, &format!("{head}\n{body}"))
    })
}
