//! The parts of a sweep, measured apart, become one.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::run::sweep;
use super::{Cell, Experiment, LabError, Points, Size, Values, output};

type Cells = BTreeMap<Cell, Values>;

/// Reads shards; one entry for each experiment, size and base seed among them.
pub fn join(files: &[PathBuf]) -> Result<Vec<(String, Size, u64, Cells)>, LabError> {
    let mut sweeps: BTreeMap<(String, String, u64), Cells> = BTreeMap::new();
    for file in files {
        let path = file.display().to_string();
        let told = |what: &str| LabError::Told(format!("{path}: {what}"));
        let text = fs::read_to_string(file)
            .map_err(|error| LabError::File { path: path.clone(), error })?;
        let shard: Value = serde_json::from_str(&text).map_err(|_| told("not JSON"))?;
        if shard["program"].as_str() != Some(env!("CARGO_PKG_VERSION")) {
            return Err(told("not a shard of this version of the program"));
        }
        let word = |key: &str| shard[key].as_str().map(str::to_owned);
        let (id, size, seed) = (word("id"), word("size"), shard["seed"].as_u64());
        let (Some(id), Some(size), Some(seed)) = (id, size, seed) else {
            return Err(told("not what `lab run --shard` writes"));
        };
        let cells = output::read_cells(&shard["points"])?;
        sweeps.entry((id, size, seed)).or_default().extend(cells);
    }
    let sized = |name: &str| match name {
        "quick" => Size::Quick,
        "full" => Size::Full,
        _ => Size::Default,
    };
    Ok(sweeps
        .into_iter()
        .map(|((id, size, seed), cells)| (id, sized(&size), seed, cells))
        .collect())
}

/// All cells of the sweep, in its order.
///
/// # Errors
/// A sweep that lists a cell twice, or a cell that no shard has measured.
pub fn complete(
    experiment: &dyn Experiment,
    size: Size,
    mut cells: Cells,
) -> Result<Points, LabError> {
    let wanted = sweep(experiment, size)?;
    let all = wanted.len();
    let missing = wanted.iter().filter(|cell| !cells.contains_key(cell)).count();
    if missing > 0 {
        let id = experiment.about().id;
        return Err(LabError::Told(format!(
            "{id}: {missing} of {all} cells are in no shard given"
        )));
    }
    let found = wanted.into_iter().filter_map(|cell| cells.remove_entry(&cell));
    Ok(Points(found.collect()))
}
