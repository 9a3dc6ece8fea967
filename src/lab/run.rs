use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

use super::keep::Keep;
use super::{Cell, Experiment, Finished, LabError, Points, Size, Subject, Trial, Values, verdict};

/// How a sweep is run. Only size and seed change what comes out.
#[derive(Debug, Clone)]
pub struct Plan {
    pub size: Size,
    /// The base seed.
    pub seed: u64,
    pub threads: usize,
    pub subject: Subject,
    /// (I, N): of all cells, the I-th of N parts, from 1.
    pub shard: Option<(usize, usize)>,
    /// Where finished cells are kept.
    pub keep: Option<PathBuf>,
}

impl Plan {
    /// One thread, honest networks, everything, nothing kept.
    pub fn new(size: Size, seed: u64) -> Self {
        Self { size, seed, threads: 1, subject: Subject::honest(), shard: None, keep: None }
    }
}

/// Measures all cells of the plan; the result is in the order of the sweep, whatever ran when.
///
/// # Errors
/// A sweep that lists a cell twice, the first cell that fails, or a file that cannot be written.
pub fn run(experiment: &dyn Experiment, plan: &Plan) -> Result<Points, LabError> {
    let id = experiment.about().id;
    let (part, parts) = plan.shard.unwrap_or((1, 1));
    let cells: Vec<Cell> =
        sweep(experiment, plan.size)?.into_iter().skip(part - 1).step_by(parts).collect();
    let mut keep = match &plan.keep {
        Some(folder) => Some(Keep::open(folder, id, plan.seed, plan.shard)?),
        None => None,
    };
    let known = |cell: &Cell| keep.as_ref().and_then(|keep| keep.get(cell)).cloned();
    let mut results: Vec<Option<Values>> = cells.iter().map(known).collect();
    let mut open: Vec<usize> = (0..cells.len()).filter(|&k| results[k].is_none()).collect();
    // Long cells first: no thread is left alone with one at the end.
    open.sort_by(|&a, &b| experiment.cost(&cells[b]).total_cmp(&experiment.cost(&cells[a])));

    let measure = |k: usize| -> Result<Values, LabError> {
        let cell = &cells[k];
        let trial = Trial { cell, seed: cell.seed(id, plan.seed), subject: plan.subject };
        experiment.measure(&trial).map_err(|error| {
            let (experiment, cell) = (id.to_owned(), cell.clone());
            LabError::Cell { experiment, cell, error: Box::new(error) }
        })
    };
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let work: f64 = open.iter().map(|&k| experiment.cost(&cells[k])).sum();
    let mut progress = Progress::new(id, open.len(), work);
    let (to, from) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..plan.threads.clamp(1, open.len().max(1)) {
            let (to, next, stop, open, measure) = (to.clone(), &next, &stop, &open, &measure);
            scope.spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let Some(&k) = open.get(next.fetch_add(1, Ordering::Relaxed)) else { break };
                    if to.send((k, measure(k))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(to);
        let mut outcome = Ok(());
        for (k, values) in from {
            let kept = values.and_then(|values| {
                if let Some(keep) = &mut keep {
                    keep.put(&cells[k], &values)?;
                }
                Ok(values)
            });
            match kept {
                Ok(values) => results[k] = Some(values),
                Err(error) => {
                    stop.store(true, Ordering::Relaxed);
                    outcome = outcome.and(Err(error));
                }
            }
            progress.finished(experiment.cost(&cells[k]));
        }
        progress.clear();
        outcome
    })?;
    let points = cells.into_iter().zip(results);
    Ok(Points(points.filter_map(|(cell, values)| Some((cell, values?))).collect()))
}

/// The cells of an experiment, each once: a network that counts twice makes errors too small.
///
/// # Errors
/// [`LabError::Twice`].
pub(super) fn sweep(experiment: &dyn Experiment, size: Size) -> Result<Vec<Cell>, LabError> {
    let cells = experiment.cells(size);
    let mut seen = BTreeSet::new();
    match cells.iter().find(|cell| !seen.insert(*cell)) {
        None => Ok(cells),
        Some(cell) => {
            let (experiment, cell) = (experiment.about().id.to_owned(), cell.clone());
            Err(LabError::Twice { experiment, cell })
        }
    }
}

/// From points to a verdict.
///
/// # Errors
/// As for [`Experiment::judge`].
pub fn judge(
    experiment: &dyn Experiment,
    size: Size,
    seed: u64,
    points: Points,
) -> Result<Finished, LabError> {
    let findings = experiment.judge(&points)?;
    let verdict = verdict(&findings.estimates);
    Ok(Finished { about: experiment.about(), size, seed, points, findings, verdict })
}

/// One line on the terminal that is written over: how much is done, and how long the rest will take.
struct Progress {
    id: &'static str,
    cells: usize,
    done: usize,
    work: f64,
    worked: f64,
    begun: Instant,
    shown: Instant,
    visible: bool,
}

impl Progress {
    fn new(id: &'static str, cells: usize, work: f64) -> Self {
        let (begun, visible) = (Instant::now(), std::io::stderr().is_terminal());
        Self { id, cells, done: 0, work, worked: 0.0, begun, shown: begun, visible }
    }

    fn finished(&mut self, cost: f64) {
        self.done += 1;
        self.worked += cost;
        if !self.visible || self.shown.elapsed().as_millis() < 100 {
            return;
        }
        self.shown = Instant::now();
        let share = self.worked / self.work;
        let left = self.begun.elapsed().as_secs_f64() * (1.0 - share) / share;
        let bar = "█".repeat((20.0 * share) as usize);
        let (done, cells) = (self.done, self.cells);
        self.say(&format!("{}  {bar:<20}  {done} of {cells}  {left:.0} s left", self.id));
    }

    fn clear(&self) {
        self.say("");
    }

    fn say(&self, text: &str) {
        if self.visible {
            let _ = write!(std::io::stderr(), "\r\x1b[K{text}");
        }
    }
}
