//! Finished cells, kept as they finish, so that an interrupted sweep goes on where it stopped.
//!
//! A file of lines: first which program, experiment and base seed they come from, then one cell a line,
//! written at once. A line that an interruption cut off is no JSON and is passed over.
//!
//! Each shard writes a file of its own, so that shards may run side by side; whatever is run next finds
//! the cells of all.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::{Cell, LabError, Values};

/// The cells of one experiment and one base seed, on disk.
pub struct Keep {
    path: PathBuf,
    file: File,
    found: BTreeMap<Cell, Values>,
}

impl Keep {
    /// Opens what earlier runs of this very program have left, or begins anew.
    pub fn open(
        folder: &Path,
        experiment: &str,
        seed: u64,
        shard: Option<(usize, usize)>,
    ) -> Result<Self, LabError> {
        let path = folder.join(name(experiment, shard));
        let failed = |error| LabError::File { path: path.display().to_string(), error };
        fs::create_dir_all(folder).map_err(failed)?;
        let head = json!({ "experiment": experiment, "seed": seed, "program": program() });
        let own = read(&path, &head);
        let mut kept = format!("{head}\n");
        for (cell, values) in &own {
            kept += &format!("{}\n", write_cell(cell, values));
        }
        let mut found = own;
        for other in siblings(folder, experiment).map_err(failed)? {
            found.extend(read(&other, &head));
        }
        let file = replace(&path, &kept).map_err(failed)?;
        Ok(Self { path, file, found })
    }

    /// What is known of a cell.
    pub fn get(&self, cell: &Cell) -> Option<&Values> {
        self.found.get(cell)
    }

    /// Keeps a cell.
    pub fn put(&mut self, cell: &Cell, values: &Values) -> Result<(), LabError> {
        let line = format!("{}\n", write_cell(cell, values));
        self.file
            .write_all(line.as_bytes())
            .map_err(|error| LabError::File { path: self.path.display().to_string(), error })
    }
}

/// `E09.jsonl`, or `E09.1-of-2.jsonl` for a shard.
fn name(experiment: &str, shard: Option<(usize, usize)>) -> String {
    match shard {
        Some((part, parts)) => format!("{experiment}.{part}-of-{parts}.jsonl"),
        None => format!("{experiment}.jsonl"),
    }
}

/// All files with cells of an experiment: those of the whole sweep and of its shards.
fn siblings(folder: &Path, experiment: &str) -> io::Result<Vec<PathBuf>> {
    let begin = format!("{experiment}.");
    let of_experiment = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&begin) && name.ends_with(".jsonl")
    };
    let paths = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
    Ok(paths.filter(of_experiment).collect())
}

/// The cells of a file; none of one with another head, or of one that cannot be read.
fn read(path: &Path, head: &Value) -> BTreeMap<Cell, Values> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let mut lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    if lines.next().as_ref() != Some(head) {
        return BTreeMap::new();
    }
    lines.filter_map(|line| read_cell(&line)).collect()
}

/// Puts a file with this text in the place of another one in one step, and returns it to be written on.
fn replace(path: &Path, text: &str) -> io::Result<File> {
    let unfinished = path.with_extension(format!("{}.unfinished", std::process::id()));
    let mut file = File::create(&unfinished)?;
    file.write_all(text.as_bytes())?;
    fs::rename(&unfinished, path)?;
    Ok(file)
}

/// A cell with its values, as JSON. NaN is null.
pub fn write_cell(cell: &Cell, values: &Values) -> Value {
    json!({
        "variant": cell.variant,
        "width": cell.width,
        "index": cell.index,
        "values": values.0,
    })
}

/// The inverse of [`write_cell`].
pub fn read_cell(value: &Value) -> Option<(Cell, Values)> {
    let cell = Cell {
        variant: value["variant"].as_str()?.to_owned(),
        width: usize::try_from(value["width"].as_u64()?).ok()?,
        index: value["index"].as_u64()?,
    };
    let values = value["values"].as_object()?;
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    let values = values.iter().map(|(name, value)| (name.clone(), number(value))).collect();
    Some((cell, Values(values)))
}

/// A fingerprint (FNV-1a) of the running program: cells of another build are not taken over.
fn program() -> &'static str {
    static PROGRAM: OnceLock<String> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let bytes = std::env::current_exe().and_then(fs::read).unwrap_or_default();
        let words = bytes
            .chunks(8)
            .map(|chunk| chunk.iter().fold(0u64, |word, &byte| word << 8 | u64::from(byte)));
        let hash = words.fold(0xcbf2_9ce4_8422_2325_u64, |hash, word| {
            (hash ^ word).wrapping_mul(0x0100_0000_01b3)
        });
        format!("{hash:016x}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fresh(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("ntk-lab-{name}-{}", std::process::id()));
        // Left over from an earlier run, or not there.
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn cell(index: u64) -> (Cell, Values) {
        let cell = Cell { variant: "relu".into(), width: 64, index };
        (cell, Values::default().with("drift", index as f64))
    }

    #[test]
    fn shards_side_by_side_keep_all_cells_and_any_later_run_finds_them() -> Result<(), LabError> {
        let folder = fresh("shards");
        let open = |shard| Keep::open(&folder, "E09", 1, shard);
        let (mut one, mut two) = (open(Some((1, 2)))?, open(Some((2, 2)))?);
        for index in 0..10 {
            let (cell, values) = cell(index);
            let keep = if index % 2 == 0 { &mut one } else { &mut two };
            keep.put(&cell, &values)?;
        }
        for shard in [None, Some((1, 2)), Some((3, 3))] {
            let keep = open(shard)?;
            for index in 0..10 {
                let (cell, values) = cell(index);
                assert_eq!(keep.get(&cell), Some(&values), "{index} in {shard:?}");
            }
        }
        // Neither another seed's nor another experiment's.
        assert!(Keep::open(&folder, "E09", 2, Some((1, 3)))?.found.is_empty());
        assert!(Keep::open(&folder, "E09R", 1, None)?.found.is_empty());
        let _ = fs::remove_dir_all(&folder);
        Ok(())
    }

    /// A second name of the file that stood there shows what was done to it.
    #[test]
    fn kept_cells_are_exchanged_and_not_written_over() -> Result<(), LabError> {
        let folder = fresh("exchanged");
        let (cell, values) = cell(3);
        Keep::open(&folder, "E09", 1, None)?.put(&cell, &values)?;
        let (file, old) = (folder.join("E09.jsonl"), folder.join("old"));
        let failed = |error| LabError::File { path: old.display().to_string(), error };
        let before = fs::read_to_string(&file).map_err(failed)?;
        fs::hard_link(&file, &old).map_err(failed)?;
        assert!(Keep::open(&folder, "E09", 2, None)?.found.is_empty());
        assert_eq!(fs::read_to_string(&old).map_err(failed)?, before);
        assert_eq!(fs::read_dir(&folder).map_err(failed)?.count(), 2, "something is left over");
        let _ = fs::remove_dir_all(&folder);
        Ok(())
    }
}
