//! One side of a figure: linear or logarithmic, with round numbers to read it by.

/// From numbers to places along one side of the picture.
pub(super) struct Axis {
    logarithmic: bool,
    /// Counts: layers, say. Half of one has no number.
    whole: bool,
    low: f64,
    high: f64,
    ends: (f64, f64),
}

impl Axis {
    pub(super) fn over(values: Vec<f64>, logarithmic: bool, ends: (f64, f64)) -> Self {
        let whole = values.iter().all(|value| value.fract() == 0.0);
        let scaled = values.iter().map(|v| if logarithmic { v.log10() } else { *v });
        let (mut low, mut high) =
            scaled.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        let room = ((high - low) * 0.06).max(1e-3 * high.abs()).max(1e-12);
        Self { logarithmic, whole, low: low - room, high: high + room, ends }
    }

    fn scaled(&self, value: f64) -> f64 {
        if self.logarithmic { value.log10() } else { value }
    }

    pub(super) fn shows(&self, value: f64) -> bool {
        value.is_finite() && !(self.logarithmic && value <= 0.0)
    }

    /// No lower than what the axis shows.
    pub(super) fn floor(&self, value: f64) -> f64 {
        let low = if self.logarithmic { 10f64.powf(self.low) } else { self.low };
        value.max(low)
    }

    pub(super) fn place(&self, value: f64) -> f64 {
        let share = (self.scaled(value) - self.low) / (self.high - self.low);
        self.ends.0 + share * (self.ends.1 - self.ends.0)
    }

    /// At most about six round numbers in view, with their labels.
    pub(super) fn ticks(&self) -> Vec<(f64, String)> {
        let step = if self.logarithmic {
            let decades = self.high - self.low;
            if decades < 2.2 {
                return self.within_decades(if decades < 0.9 {
                    &[1.0, 1.5, 2.0, 3.0, 5.0, 7.0]
                } else {
                    &[1.0, 2.0, 5.0]
                });
            }
            (decades / 6.0).ceil()
        } else {
            let rough = (self.high - self.low) / 5.0;
            let power = 10f64.powf(rough.log10().floor());
            let round = [1.0, 2.0, 5.0, 10.0].into_iter().find(|k| k * power >= rough);
            let step = power * round.unwrap_or(10.0);
            if self.whole { step.max(1.0) } else { step }
        };
        let (first, last) = ((self.low / step).ceil() as i64, (self.high / step).floor() as i64);
        (first..=last)
            .map(|k| {
                let at = k as f64 * step;
                let value = if self.logarithmic { 10f64.powf(at) } else { at };
                (value, tick(value))
            })
            .collect()
    }

    fn within_decades(&self, digits: &[f64]) -> Vec<(f64, String)> {
        let decades = self.low.floor() as i32..=self.high.ceil() as i32;
        decades
            .flat_map(|decade| digits.iter().map(move |digit| digit * 10f64.powi(decade)))
            .filter(|value| (self.low..=self.high).contains(&value.log10()))
            .map(|value| (value, tick(value)))
            .collect()
    }
}

fn tick(value: f64) -> String {
    let text = match value.abs() {
        0.0 => "0".to_owned(),
        size if !(1e-4..1e6).contains(&size) => format!("{value:.0e}"),
        // Twelve digits, so that 0.30000000000000004 is 0.3.
        _ => format!("{}", (value * 1e12).round() / 1e12),
    };
    text.replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_no_halves() {
        let ticks = Axis::over(vec![1.0, 2.0, 3.0], false, (0.0, 100.0)).ticks();
        assert!(ticks.iter().map(|(_, text)| text.as_str()).eq(["1", "2", "3"]), "{ticks:?}");
    }

    #[test]
    fn ticks_are_round_and_in_view() {
        for (values, logarithmic) in [
            (vec![0.0, 1.0], false),
            (vec![-3.0, 17.0], false),
            (vec![64.0, 8192.0], true),
            (vec![0.011, 0.019], true),
            (vec![1e-9, 1.0], true),
            (vec![2.0, 2.0], false),
        ] {
            let axis = Axis::over(values.clone(), logarithmic, (0.0, 100.0));
            let ticks = axis.ticks();
            assert!((1..=8).contains(&ticks.len()), "{values:?}: {ticks:?}");
            assert!(ticks.iter().all(|(value, _)| (0.0..=100.0).contains(&axis.place(*value))));
            assert!(values.iter().all(|value| (0.0..=100.0).contains(&axis.place(*value))));
        }
    }
}
