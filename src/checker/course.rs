//! Where the course is, and which exercises it has. There is no registry: the folders are it.

use std::path::{Path, PathBuf};

use super::{Error, Result};

/// A folder with `exercises/` in it.
#[derive(Clone, Debug)]
pub struct Course {
    root: PathBuf,
}

/// The folder `exercises/exNN-name`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Folder {
    /// `ex06`
    pub id: String,
    /// `ex06-relu-kernel`: the folder's and the package's name.
    pub name: String,
    pub path: PathBuf,
}

impl Course {
    /// The course at `folder` or around it.
    ///
    /// # Errors
    ///
    /// [`Error::NoCourse`].
    pub fn around(folder: &Path) -> Result<Course> {
        let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        absolute
            .ancestors()
            .find(|candidate| candidate.join("exercises").is_dir())
            .filter(|root| root.join("Cargo.toml").is_file())
            .map(|root| Course { root: root.to_owned() })
            .ok_or(Error::NoCourse { from: absolute })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// All exercises in the order of their numbers.
    ///
    /// # Errors
    ///
    /// The folder cannot be read.
    pub fn exercises(&self) -> Result<Vec<Folder>> {
        let folder = self.root.join("exercises");
        let entries = std::fs::read_dir(&folder).map_err(|error| Error::file(&folder, error))?;
        let mut found: Vec<Folder> = entries
            .filter_map(|entry| Folder::at(entry.ok()?.path()))
            .filter(|folder| folder.path.join("exercise.toml").is_file())
            .collect();
        found.sort();
        Ok(found)
    }

    /// The exercise that a person means by `ex3`, `ex03`, `3`, `ex03-gradient-flow` or
    /// `gradient-flow`.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownExercise`] with the nearest names, [`Error::Ambiguous`].
    pub fn exercise(&self, wanted: &str) -> Result<Folder> {
        let all = self.exercises()?;
        let mut matching: Vec<&Folder> = all.iter().filter(|one| one.is_meant_by(wanted)).collect();
        match (matching.pop(), matching.is_empty()) {
            (Some(one), true) => Ok(one.clone()),
            (Some(last), false) => Err(Error::Ambiguous {
                wanted: wanted.to_owned(),
                candidates: matching
                    .into_iter()
                    .chain([last])
                    .map(|one| one.name.clone())
                    .collect(),
            }),
            (None, _) => Err(Error::UnknownExercise {
                wanted: wanted.to_owned(),
                nearest: nearest(wanted, &all),
            }),
        }
    }

    /// A path as a person in the course's root would type it.
    pub fn relative(&self, path: &Path) -> String {
        path.strip_prefix(&self.root)
            .unwrap_or(path)
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/")
    }

    /// `solutions/exNN-name` for an exercise.
    pub fn solution_of(&self, exercise: &Folder) -> PathBuf {
        self.root.join("solutions").join(&exercise.name)
    }
}

impl Folder {
    fn at(path: PathBuf) -> Option<Folder> {
        let name = path.file_name()?.to_str()?.to_owned();
        let id = name.split('-').next()?.to_owned();
        number(&id)?;
        Some(Folder { id, name, path })
    }

    fn is_meant_by(&self, wanted: &str) -> bool {
        let wanted = wanted.to_lowercase();
        let wanted = wanted.trim_end_matches('/');
        let short = self.name.split_once('-').map_or("", |(_, short)| short);
        wanted == self.name
            || (!short.is_empty() && wanted == short)
            || number(&self.id).is_some_and(|own| number(wanted) == Some(own))
    }

    /// The file that a learner edits: `ex06.rs`.
    pub fn learners_file(&self) -> PathBuf {
        self.path.join(format!("{}.rs", self.id))
    }
}

/// 6 for `ex06`, `ex6`, `06` and `6`.
fn number(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("ex").unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// Up to three names that resemble `wanted`.
fn nearest(wanted: &str, all: &[Folder]) -> Vec<String> {
    let wanted = wanted.to_lowercase();
    let likeness = |one: &Folder| {
        let short = one.name.split_once('-').map_or("", |(_, short)| short);
        [one.id.as_str(), one.name.as_str(), short]
            .iter()
            .map(|name| strsim::jaro_winkler(&wanted, name))
            .fold(0.0, f64::max)
    };
    let mut ranked: Vec<(f64, &Folder)> = all.iter().map(|one| (likeness(one), one)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked
        .into_iter()
        .take_while(|(likeness, _)| *likeness > 0.6)
        .take(3)
        .map(|(_, one)| one.name.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exercise_answers_to_each_of_its_names() {
        let folder = Folder::at(PathBuf::from("exercises/ex06-relu-kernel")).unwrap();
        for name in ["ex6", "ex06", "6", "06", "EX06", "ex06-relu-kernel", "relu-kernel"] {
            assert!(folder.is_meant_by(name), "{name}");
        }
        for name in ["ex60", "ex", "relu", "", "ex06-", "-6"] {
            assert!(!folder.is_meant_by(name), "{name}");
        }
    }

    #[test]
    fn a_misspelt_name_finds_its_neighbours() {
        let all: Vec<Folder> = ["ex03-gradient-flow", "ex06-relu-kernel"]
            .iter()
            .filter_map(|name| Folder::at(PathBuf::from(name)))
            .collect();
        assert_eq!(nearest("relu-kernal", &all), ["ex06-relu-kernel"]);
        assert!(nearest("zzz", &all).is_empty());
    }
}
