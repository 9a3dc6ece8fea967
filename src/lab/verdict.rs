use super::{Estimate, Outcome};

/// What an experiment decides, from the worst of its estimates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Verdict {
    /// Theory holds in every number.
    Confirmed,
    /// So it does, and what is usually written lies outside in one at least.
    Corrected,
    /// Some number cannot tell; so many times the networks would.
    Inconclusive { more: f64 },
    /// Some number lies outside of what theory predicts.
    Refuted,
}

impl Verdict {
    /// One word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Corrected => "corrected",
            Self::Inconclusive { .. } => "inconclusive",
            Self::Refuted => "refuted",
        }
    }

    /// Does the claim, as the book states it, stand?
    pub fn stands(self) -> bool {
        matches!(self, Self::Confirmed | Self::Corrected)
    }
}

/// The verdict of these estimates. Of none, nothing is decided.
pub fn verdict(estimates: &[Estimate]) -> Verdict {
    let outcomes: Vec<Outcome> = estimates.iter().map(Estimate::outcome).collect();
    if outcomes.contains(&Outcome::Refuted) {
        return Verdict::Refuted;
    }
    let more = outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::Inconclusive { more } => Some(*more),
        _ => None,
    });
    match more.reduce(f64::max) {
        Some(more) => Verdict::Inconclusive { more },
        None if outcomes.is_empty() => Verdict::Inconclusive { more: f64::INFINITY },
        None if outcomes.contains(&Outcome::Corrected) => Verdict::Corrected,
        None => Verdict::Confirmed,
    }
}
