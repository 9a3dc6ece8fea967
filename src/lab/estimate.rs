use super::Measured;

/// Beyond so many standard errors a number is outside a band.
pub const LIMIT: f64 = 4.0;

/// What someone predicts of a number: an interval, and how it is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    pub low: f64,
    pub high: f64,
    /// `−1/2`.
    pub says: String,
}

impl Band {
    /// A number, give or take what the prediction itself leaves open.
    pub fn around(value: f64, slack: f64, says: impl Into<String>) -> Self {
        Self { low: value - slack, high: value + slack, says: says.into() }
    }

    /// Anything between; a bound may be infinite.
    pub fn between(low: f64, high: f64, says: impl Into<String>) -> Self {
        Self { low, high, says: says.into() }
    }

    /// How far outside a value lies; 0 within.
    pub fn distance(&self, value: f64) -> f64 {
        (self.low - value).max(value - self.high).max(0.0)
    }

    /// The gap between two bands; 0 where they touch.
    pub fn gap(&self, other: &Self) -> f64 {
        (self.low - other.high).max(other.low - self.high).max(0.0)
    }
}

/// One measured number between its predictions.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// What was measured, in words.
    pub name: String,
    /// The claim that it decides.
    pub claim: &'static str,
    pub measured: Measured,
    pub theory: Band,
    /// Why the theory's interval is as wide as it is.
    pub why: &'static str,
    /// What is usually written, where that is something else.
    pub common: Option<Band>,
    /// The deviation from theory that must not escape notice: if four standard errors exceed it, the
    /// number decides nothing. With a common version, it is the gap to that.
    pub resolution: f64,
}

/// What one estimate says of its claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// Theory holds, and nothing else was on offer.
    Confirmed,
    /// Theory holds, and what is usually written does not.
    Corrected,
    /// It cannot tell. So many times the networks would.
    Inconclusive { more: f64 },
    /// Theory does not hold.
    Refuted,
}

impl Estimate {
    /// How many standard errors the number lies outside theory's interval.
    pub fn from_theory(&self) -> f64 {
        self.in_errors(&self.theory)
    }

    /// How many standard errors it lies outside what is usually written.
    pub fn from_common(&self) -> Option<f64> {
        self.common.as_ref().map(|band| self.in_errors(band))
    }

    fn in_errors(&self, band: &Band) -> f64 {
        let distance = band.distance(self.measured.value);
        if distance == 0.0 { 0.0 } else { distance / self.measured.se }
    }

    /// Why no number of networks would decide, where that lies in the bands.
    pub fn undecidable(&self) -> Option<&'static str> {
        match &self.common {
            Some(common) if common.gap(&self.theory) <= 0.0 => {
                Some("what is usually written overlaps with what theory says")
            }
            None if self.resolution <= 0.0 => Some("its resolution is 0"),
            _ => None,
        }
    }

    /// What follows from the number and its bands.
    pub fn outcome(&self) -> Outcome {
        let Measured { value, se } = self.measured;
        if !value.is_finite() || !se.is_finite() {
            return Outcome::Inconclusive { more: f64::INFINITY };
        }
        if self.from_theory() > LIMIT {
            return Outcome::Refuted;
        }
        let needed = self.common.as_ref().map_or(self.resolution, |band| band.gap(&self.theory));
        match self.from_common() {
            Some(distance) if distance > LIMIT => Outcome::Corrected,
            None if LIMIT * se <= needed => Outcome::Confirmed,
            // To be within one error of the one and beyond the limit of the other.
            _ => Outcome::Inconclusive { more: ((LIMIT + 1.0) * se / needed).powi(2).max(2.0) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(value: f64, se: f64, common: Option<f64>) -> Outcome {
        Estimate {
            name: "slope".into(),
            claim: "C00",
            measured: Measured { value, se },
            theory: Band::around(-0.5, 0.02, "−1/2"),
            why: "",
            common: common.map(|value| Band::around(value, 0.0, "−1")),
            resolution: 0.1,
        }
        .outcome()
    }

    #[test]
    fn a_number_near_theory_and_far_from_the_common_version_corrects_it() {
        assert_eq!(outcome(-0.55, 0.01, Some(-1.0)), Outcome::Corrected);
        assert_eq!(outcome(-0.55, 0.01, None), Outcome::Confirmed);
    }

    #[test]
    fn a_number_far_from_theory_refutes_it_whatever_is_usually_written() {
        assert_eq!(outcome(-0.57, 0.01, None), Outcome::Refuted);
        assert_eq!(outcome(-1.0, 0.01, Some(-1.0)), Outcome::Refuted);
    }

    #[test]
    fn a_noisy_number_decides_nothing() {
        assert!(matches!(outcome(-0.5, 0.2, Some(-1.0)), Outcome::Inconclusive { .. }));
        assert!(matches!(outcome(-0.5, 0.03, None), Outcome::Inconclusive { .. }));
        assert!(matches!(outcome(f64::NAN, 0.0, None), Outcome::Inconclusive { .. }));
        assert!(matches!(outcome(-0.5, f64::INFINITY, None), Outcome::Inconclusive { .. }));
    }

    #[test]
    fn bands_that_no_number_tells_apart_are_named() {
        let estimate = |common: Option<f64>, resolution| Estimate {
            name: "slope".into(),
            claim: "C00",
            measured: Measured { value: -0.5, se: 0.01 },
            theory: Band::around(-0.5, 0.02, "−1/2"),
            why: "",
            common: common.map(|value| Band::around(value, 0.0, "−1")),
            resolution,
        };
        let why = |common, resolution| estimate(common, resolution).undecidable();
        assert!(why(Some(-0.5), 0.1).is_some_and(|why| why.contains("overlaps")));
        assert!(why(None, 0.0).is_some_and(|why| why.contains("resolution")));
        assert_eq!((why(Some(-1.0), 0.0), why(None, 0.1)), (None, None));
    }

    #[test]
    fn what_is_asked_for_would_have_decided() {
        let Outcome::Inconclusive { more } = outcome(-0.5, 0.2, Some(-1.0)) else {
            panic!("it is inconclusive")
        };
        let fewer_errors = 0.2 / more.sqrt();
        assert_eq!(outcome(-0.5, fewer_errors, Some(-1.0)), Outcome::Corrected);
    }
}
