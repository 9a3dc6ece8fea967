//! What one step of descent leaves of a mode, against its eigenvalue, for three learning rates.

use nalgebra::DMatrix;
use ntk::dynamics::{Spectrum, Training};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{FAINT, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "step-factors",
    title: "What a step of gradient descent leaves of each mode, for three learning rates",
    library: &["ntk::dynamics::Training::GradientDescent", "ntk::dynamics::Spectrum"],
    draw: picture,
};

/// The smallest eigenvalue; the largest is 1.
const LEAST: f64 = 0.2;

fn picture(frame: Frame) -> Result<String, String> {
    let spectrum =
        Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.0, 0.0, LEAST])).map_err(show)?;
    let limit = spectrum.stability_limit();
    let best = 2.0 / (spectrum.eigenvalues()[0] + spectrum.eigenvalues()[1]);
    let left = |learning_rate: f64| {
        move |lambda: f64| {
            let step = Training::GradientDescent { learning_rate, steps: 1 };
            Ok::<_, String>(step.residual(lambda).abs())
        }
    };
    let ticks = vec![(0.0, "0"), (LEAST, "λ min"), (1.0, "λ max")];
    let ticks = ticks.into_iter().map(|(at, words)| (at, words.to_owned())).collect();
    let x = Axis { range: 0.0..1.14, ticks, name: "eigenvalue of the mode" };
    let y = Axis::new(0.0..1.12, &[0.0, 0.5, 1.0], 1, "|1 − ηλ|, what a step leaves");
    draw(frame, x, y, |chart| {
        chart.level(1.0)?;
        for end in [LEAST, 1.0] {
            chart.line(&FAINT, Stroke::Thin, vec![(end, 0.0), (end, 1.0)])?;
        }
        let lines = [
            (&USUAL, Stroke::Dashed, limit),
            (&SECOND, Stroke::Thin, limit / 2.0),
            (&THEORY, Stroke::Bold, best),
        ];
        for (role, stroke, rate) in lines {
            chart.line(role, stroke, curve(0.0..1.0, 200, left(rate))?)?;
            for end in [LEAST, 1.0] {
                chart.dot(role, (end, left(rate)(end)?))?;
            }
        }
        chart.label(
            &USUAL,
            (0.84, 0.84),
            Side::Left,
            frame.choose("the limit, 2/λ max", "2/λ max"),
        )?;
        chart.label(&SECOND, (0.44, 0.6), Side::Right, "1/λ max")?;
        chart.label(&THEORY, (0.77, 0.28), Side::Right, "the best")
    })
}
