//! Finished cells, kept as they finish, so that an interrupted sweep goes on where it stopped.
//!
//! A file of lines: first which program, experiment and base seed they come from, then one cell a line,
//! written at once. A line that an interruption cut off is no JSON and is passed over.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
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
    /// Opens what an earlier run of this very program has left, or begins anew.
    pub fn open(folder: &Path, experiment: &str, seed: u64) -> Result<Self, LabError> {
        let path = folder.join(format!("{experiment}.jsonl"));
        let failed = |error| LabError::File { path: path.display().to_string(), error };
        fs::create_dir_all(folder).map_err(failed)?;
        let head = json!({ "experiment": experiment, "seed": seed, "program": program() });
        let text = fs::read_to_string(&path).unwrap_or_default();
        let mut lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let ours = lines.next() == Some(head.clone());
        let found: BTreeMap<_, _> = if ours {
            lines.filter_map(|line| read_cell(&line)).collect()
        } else {
            BTreeMap::new()
        };
        let mut file = File::create(&path).map_err(failed)?;
        let mut kept = format!("{head}\n");
        for (cell, values) in &found {
            kept += &format!("{}\n", write_cell(cell, values));
        }
        file.write_all(kept.as_bytes()).map_err(failed)?;
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
