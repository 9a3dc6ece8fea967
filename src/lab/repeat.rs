//! How often an honest experiment fails: the same sweep from many base seeds, each judged alone.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{Experiment, Finished, LabError, Outcome, Plan, Verdict, judge, run};

/// An experiment's verdicts, one for each base seed.
pub(super) struct Repeated {
    id: &'static str,
    verdicts: Vec<(u64, Verdict, Vec<String>)>,
}

/// Runs the sweep from `seeds` base seeds, the plan's and those that follow it.
///
/// # Errors
/// [`LabError::Seeds`], or as for [`run`] and [`judge`].
pub(super) fn repeat(
    experiment: &dyn Experiment,
    plan: &Plan,
    seeds: u64,
) -> Result<Repeated, LabError> {
    let beyond = LabError::Seeds { first: plan.seed, count: seeds };
    let last = plan.seed.checked_add(seeds.saturating_sub(1)).ok_or(beyond)?;
    let mut verdicts = Vec::new();
    for seed in plan.seed..=last {
        let keep = plan.keep.as_ref().map(|folder| folder.join(format!("seed-{seed}")));
        let points = run(experiment, &Plan { seed, keep, ..plan.clone() })?;
        let finished = judge(experiment, plan.size, seed, points)?;
        verdicts.push((seed, finished.verdict, fallen(&finished)));
    }
    Ok(Repeated { id: experiment.about().id, verdicts })
}

/// The numbers that did not hold, each with how far it was off.
fn fallen(finished: &Finished) -> Vec<String> {
    let told = |outcome| match outcome {
        Outcome::Refuted => Some("outside"),
        Outcome::Inconclusive { .. } => Some("cannot tell"),
        Outcome::Confirmed | Outcome::Corrected => None,
    };
    let estimates = finished.findings.estimates.iter();
    estimates
        .filter_map(|estimate| {
            let (what, errors) = (told(estimate.outcome())?, estimate.from_theory());
            Some(format!("{}: {what}, {errors:.1} SE from theory", estimate.name))
        })
        .collect()
}

impl Repeated {
    /// No more than one run in twenty may fail.
    pub(super) fn holds(&self) -> bool {
        20 * self.failed() <= self.verdicts.len()
    }

    fn failed(&self) -> usize {
        self.verdicts.iter().filter(|(_, verdict, _)| !verdict.stands()).count()
    }

    /// `E08  20 of 20 stand`, and what fell.
    pub(super) fn told(&self) -> String {
        let all = self.verdicts.len();
        let mut text = format!("{:<4}  {} of {all} stand", self.id, all - self.failed());
        for (seed, verdict, fallen) in self.verdicts.iter().filter(|(_, v, _)| !v.stands()) {
            let _ = write!(text, "\n      seed {seed}  {}", verdict.name());
            for estimate in fallen {
                let _ = write!(text, "\n        {estimate}");
            }
        }
        text
    }

    pub(super) fn json(&self) -> Value {
        let rows: Vec<Value> = self
            .verdicts
            .iter()
            .map(|(seed, verdict, fallen)| {
                json!({ "seed": seed, "verdict": verdict.name(), "fallen": fallen })
            })
            .collect();
        json!({ "id": self.id, "failed": self.failed(), "runs": rows })
    }
}
