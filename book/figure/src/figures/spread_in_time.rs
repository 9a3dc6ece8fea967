//! How much many networks differ, before training, on the way and at its end.

use ntk::dynamics::{Gaussian, Training};

use super::five_samples::{FiveSamples, SAMPLES, in_order};
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{INK, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "spread-in-time",
    title: "The standard deviation over starts around the circle, at three times, and a posterior's",
    library: &["ntk::dynamics::ensemble_at_test", "ntk::dynamics::Prior::posterior"],
    draw: picture,
};

fn deviation(law: &Gaussian) -> Vec<(f64, f64)> {
    in_order(law.covariance.diagonal().iter().map(|v| v.max(0.0).sqrt()))
}

fn picture(frame: Frame) -> Result<String, String> {
    let five = FiveSamples::new()?;
    let ticks = [-180.0, -90.0, 0.0, 90.0, 180.0];
    let ticks = ticks.map(|t| (t, format!("{t:.0}°").replace('-', "−"))).to_vec();
    let x = Axis { range: -180.0..180.0, ticks, name: "where on the circle" };
    let y = Axis::new(-0.02..0.8, &[0.0, 0.2, 0.4, 0.6, 0.8], 1, "standard deviation");
    let at = |time| five.law(Training::GradientFlow { time });
    draw(frame, x, y, |chart| {
        chart.line(&INK, Stroke::Dotted, deviation(&at(0.0)?))?;
        chart.line(&SECOND, Stroke::Thin, deviation(&at(0.5)?))?;
        chart.line(&USUAL, Stroke::Dashed, deviation(&five.posterior()?))?;
        chart.line(&THEORY, Stroke::Bold, deviation(&at(f64::INFINITY)?))?;
        for (at, _) in SAMPLES {
            chart.dot(&INK, (at, 0.0))?;
        }
        chart.label(&INK, (0.0, 0.71), Side::Above, frame.choose("before training", "before"))?;
        chart.label(&SECOND, (0.0, 0.43), Side::Above, frame.choose("at t = 0.5", "t = 0.5"))?;
        chart.label(&THEORY, (0.0, 0.19), Side::Above, frame.choose("at the end", "end"))?;
        chart.leader((0.0, 0.135), (0.0, 0.075))?;
        chart.label(&USUAL, (0.0, 0.08), Side::Below, frame.choose("posterior", "post."))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spread_falls_at_the_samples_and_stays_above_the_posterior_elsewhere() {
        let five = FiveSamples::new().expect("a law");
        let end = five.law(Training::until_converged()).expect("a law").covariance.diagonal();
        let posterior = five.posterior().expect("a posterior").covariance.diagonal();
        assert!(end.iter().zip(posterior.iter()).all(|(a, b)| *a >= b - 1e-9));
        assert!(end.iter().zip(posterior.iter()).any(|(a, b)| *a > 1.6 * b && *b > 0.01));
    }
}
