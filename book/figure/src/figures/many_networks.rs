//! Networks from different starts, trained on the same samples to the end.

use ntk::dynamics::Training;

use super::five_samples::{FiveSamples, SAMPLES, in_order};
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{INK, SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "many-networks",
    title: "Three infinitely wide networks trained on five samples, and where most others are",
    library: &["ntk::dynamics::TestPoints::smoother", "ntk::dynamics::ensemble_at_test"],
    draw: picture,
};

const SEEDS: [u64; 3] = [4, 7, 12];

fn picture(frame: Frame) -> Result<String, String> {
    let five = FiveSamples::new()?;
    let law = five.law(Training::until_converged())?;
    let ticks = [-180.0, -90.0, 0.0, 90.0, 180.0];
    let ticks = ticks.map(|t| (t, format!("{t:.0}°").replace('-', "−"))).to_vec();
    let x = Axis { range: -180.0..180.0, ticks, name: "where on the circle" };
    let y = Axis::new(-1.7..1.9, &[-1.0, 0.0, 1.0], 0, "output after training");
    draw(frame, x, y, |chart| {
        let deviation: Vec<f64> =
            law.covariance.diagonal().iter().map(|v| v.max(0.0).sqrt()).collect();
        for sign in [-2.0, 2.0] {
            let edge = law.mean.iter().zip(&deviation).map(|(mean, d)| mean + sign * d);
            chart.line(&INK, Stroke::Hair, in_order(edge))?;
        }
        let strokes = [(&SECOND, Stroke::Thin), (&THIRD, Stroke::Dashed), (&INK, Stroke::Dotted)];
        for ((role, stroke), seed) in strokes.into_iter().zip(SEEDS) {
            chart.line(role, stroke, in_order(five.network(seed)?.iter().copied()))?;
        }
        chart.line(&THEORY, Stroke::Bold, in_order(law.mean.iter().copied()))?;
        for at in SAMPLES {
            chart.dot(&INK, at)?;
        }
        chart.label(
            &THEORY,
            (-40.0, 1.2),
            Side::Right,
            frame.choose("mean: kernel regression", "mean"),
        )?;
        chart.label(
            &INK,
            (178.0, 1.45),
            Side::Left,
            frame.choose("two standard deviations", "2 st. dev."),
        )
    })
}
