//! `author freeze`: the frozen values, made anew, and what changed.

use crate::course::{Course, Folder};
use crate::definition::Definition;
use crate::frozen::Frozen;
use crate::{Result, store};

use super::{Seeds, frozen_from_solution};

/// What freezing an exercise did.
pub struct Freezing {
    pub path: std::path::PathBuf,
    pub before: String,
    pub after: String,
}

/// Writes `frozen.json` from the solution.
///
/// # Errors
///
/// As [`frozen_from_solution`]; nothing is written then.
pub fn freeze(course: &Course, folder: &Folder, notice: &dyn Fn(&str)) -> Result<Freezing> {
    let definition = Definition::read(folder)?;
    let frozen = frozen_from_solution(course, folder, &definition, Seeds::Listed, notice)?;
    let path = Frozen::path(folder);
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    let after = frozen.to_text();
    if before != after {
        store::write(&path, &after)?;
    }
    Ok(Freezing { path, before, after })
}
