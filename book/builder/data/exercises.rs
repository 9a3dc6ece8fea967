//! What a page needs of an exercise, from the exercise's own `exercise.toml`.

use std::path::Path;

use serde::Deserialize;

use super::{line_of, read_toml};
use crate::problem::Problems;

#[derive(Debug, Deserialize)]
pub struct Exercise {
    pub title: String,
    pub chapter: u32,
    pub stars: u32,
    pub minutes: u32,
    #[serde(default)]
    pub prerequisites: Vec<String>,
    #[serde(default, rename = "function")]
    pub functions: Vec<Function>,
    /// `ex06`; from the folder's name.
    #[serde(skip)]
    pub id: String,
    /// `ex06-relu-kernel`.
    #[serde(skip)]
    pub folder: String,
    #[serde(skip)]
    pub line: usize,
}

#[derive(Debug, Deserialize)]
pub struct Function {
    pub name: String,
    pub points: u32,
}

impl Exercise {
    pub fn points(&self) -> u32 {
        self.functions.iter().map(|function| function.points).sum()
    }
}

/// Every folder `exercises/exNN-name` that holds an `exercise.toml`.
pub fn load(root: &Path, problems: &mut Problems) -> Vec<Exercise> {
    let Ok(folder) = std::fs::read_dir(root.join("exercises")) else { return Vec::new() };
    let mut names: Vec<String> = folder
        .flatten()
        .filter(|entry| entry.path().join("exercise.toml").is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.starts_with("ex"))
        .collect();
    names.sort();
    names.iter().filter_map(|name| read_one(root, name, problems)).collect()
}

fn read_one(root: &Path, folder: &str, problems: &mut Problems) -> Option<Exercise> {
    let file = format!("exercises/{folder}/exercise.toml");
    let exercise = read_toml::<Exercise>(root, &file, problems)?;
    let id = folder.split('-').next().unwrap_or(folder).to_owned();
    let line = line_of(root, &file, "title", &exercise.title);
    Some(Exercise { id, folder: folder.to_owned(), line, ..exercise })
}
