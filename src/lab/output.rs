//! What a run leaves: the terminal's page, the JSON, and the cells of a shard.

use std::fmt::Write;

use serde_json::{Value, json};

use super::keep::{read_cell, write_cell};
use super::{
    About, Band, Cell, Estimate, Findings, LabError, Outcome, Points, Size, Verdict, table,
};

/// The version of the JSON.
pub const VERSION: u64 = 1;

/// An experiment with its verdict.
#[derive(Debug, Clone)]
pub struct Finished {
    pub about: About,
    pub size: Size,
    /// The base seed.
    pub seed: u64,
    pub points: Points,
    pub findings: Findings,
    pub verdict: Verdict,
}

impl Finished {
    /// What stands on the terminal.
    pub fn page(&self) -> String {
        let About { id, title, claims, setup, .. } = self.about;
        let mut page = format!("{id}  {title}   {}\n{setup}\n", claims.join(" "));
        for table in &self.findings.tables {
            let _ = write!(page, "\n{table}");
        }
        let _ = write!(page, "\n{}", table::of_estimates(&self.findings.estimates));
        let _ = write!(page, "\n  verdict  {}", self.verdict.name());
        match self.verdict {
            Verdict::Inconclusive { more } if more.is_finite() => {
                let _ = write!(page, ": {:.0} times the networks would decide", more.ceil());
            }
            Verdict::Inconclusive { .. } => {
                let _ = write!(page, ": {}", undecided(&self.findings.estimates));
            }
            _ => {}
        }
        page
    }

    /// The experiment as the text of a file.
    pub fn text(&self) -> String {
        by_line(self.json())
    }

    /// The experiment as JSON. No times and no machine: the same seed gives the same bytes.
    pub fn json(&self) -> Value {
        let About { id, title, claims, setup, .. } = self.about;
        let figure = &self.findings.figure;
        let estimates: Vec<Value> = self.findings.estimates.iter().map(of_estimate).collect();
        let tables: Vec<Value> = self
            .findings
            .tables
            .iter()
            .map(|table| json!({ "head": table.head, "rows": table.rows }))
            .collect();
        json!({
            "id": id,
            "title": title,
            "claims": claims,
            "setup": setup,
            "size": self.size.name(),
            "seed": self.seed,
            "version": env!("CARGO_PKG_VERSION"),
            "command": command(id, self.size, self.seed),
            "verdict": self.verdict.name(),
            "caption": figure.caption,
            "estimates": estimates,
            "tables": tables,
            "figure": figure.json(),
            "points": cells(&self.points),
        })
    }
}

/// Why more networks are not what would decide.
fn undecided(estimates: &[Estimate]) -> String {
    let open = estimates.iter().filter(|e| matches!(e.outcome(), Outcome::Inconclusive { .. }));
    let mut named = open.filter_map(|estimate| Some((&estimate.name, estimate.undecidable()?)));
    match named.next() {
        Some((name, why)) => format!("{name}: {why}"),
        None if estimates.is_empty() => "there is no number to decide by".to_owned(),
        None => "there are too few networks for an error".to_owned(),
    }
}

/// An object with its `points` on a line each: a file to read, and to compare.
pub fn by_line(mut object: Value) -> String {
    let points = object["points"].take();
    let lines: Vec<String> =
        points.as_array().into_iter().flatten().map(|point| format!("    {point}")).collect();
    let points = format!("\"points\": [\n{}\n  ]", lines.join(",\n"));
    format!("{object:#}\n").replacen("\"points\": null", &points, 1)
}

/// Several experiments as one object.
pub fn document(finished: &[Finished]) -> Value {
    let experiments: Vec<Value> = finished.iter().map(Finished::json).collect();
    json!({ "version": VERSION, "experiments": experiments })
}

/// What to type for the same numbers.
pub fn command(id: &str, size: Size, seed: u64) -> String {
    let size = match size {
        Size::Default => String::new(),
        other => format!(" --{}", other.name()),
    };
    format!("cargo run -- lab run {id}{size} --seed {seed}")
}

/// The cells of a shard, to be merged.
pub fn shard(id: &str, size: Size, seed: u64, shard: (usize, usize), points: &Points) -> Value {
    json!({
        "version": VERSION,
        "program": env!("CARGO_PKG_VERSION"),
        "id": id,
        "size": size.name(),
        "seed": seed,
        "shard": shard.0,
        "of": shard.1,
        "points": cells(points),
    })
}

/// The cells of a shard's `points`.
pub fn read_cells(points: &Value) -> Result<Vec<(Cell, super::Values)>, LabError> {
    let cells = points.as_array().map(|list| list.iter().map(read_cell).collect());
    cells.flatten().ok_or_else(|| LabError::Told("a cell that cannot be read".to_owned()))
}

fn cells(points: &Points) -> Vec<Value> {
    points.0.iter().map(|(cell, values)| write_cell(cell, values)).collect()
}

fn of_estimate(estimate: &Estimate) -> Value {
    let band = |band: &Band, errors: f64| json!({ "says": band.says, "low": band.low, "high": band.high, "standard_errors": errors });
    let common = estimate.common.as_ref().zip(estimate.from_common());
    json!({
        "name": estimate.name,
        "claim": estimate.claim,
        "value": estimate.measured.value,
        "standard_error": estimate.measured.se,
        "theory": band(&estimate.theory, estimate.from_theory()),
        "why_this_wide": estimate.why,
        "usually_written": common.map(|(common, errors)| band(common, errors)),
        "outcome": match estimate.outcome() {
            Outcome::Confirmed => "confirmed",
            Outcome::Corrected => "corrected",
            Outcome::Inconclusive { .. } => "inconclusive",
            Outcome::Refuted => "refuted",
        },
    })
}
