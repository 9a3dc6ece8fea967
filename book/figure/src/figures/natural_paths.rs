//! The plane of two samples' residuals: paths of gradient flow and of the natural gradient from a
//! ring of starts, and where both are at one time.

use std::f64::consts::TAU;

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, Training};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{INK, SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "natural-paths",
    title: "Paths of two residuals under gradient flow and under the natural gradient",
    library: &["ntk::dynamics::Training::{GradientFlow, NaturalGradient}"],
    draw: picture,
};

/// The kernel between the two samples; 1 on the diagonal.
const RHO: f64 = 0.8;
const RADIUS: f64 = 2.0;
const STARTS: u32 = 12;

fn picture(frame: Frame) -> Result<String, String> {
    let frame = frame.tall(frame.choose(440, 320));
    let theta = DMatrix::from_row_slice(2, 2, &[1.0, RHO, RHO, 1.0]);
    let spectrum = Spectrum::of(&theta).map_err(show)?;
    // Targets of zero: the outputs are the residuals.
    let at = |angle: f64, training: Training| {
        let start = DVector::from_vec(vec![RADIUS * angle.cos(), RADIUS * angle.sin()]);
        let learner = Learner::new(&spectrum, &start, &DVector::zeros(2)).map_err(show)?;
        learner.at_train(training).map(|f| (f[0], f[1])).map_err(show)
    };
    let flow = |time: f64| Training::GradientFlow { time };
    let natural = |time: f64| Training::NaturalGradient { damping: 0.0, time };
    // One unit is equally long on both axes: circles must look like circles.
    let (x, y) = frame.choose((-3.42..3.42, -2.16..2.16), (-2.45..2.45, -2.15..2.15));
    let x = Axis::new(x, &[-2.0, -1.0, 0.0, 1.0, 2.0], 0, "residual at the first sample");
    let y = Axis::new(y, &[-2.0, -1.0, 0.0, 1.0, 2.0], 0, "residual at the second sample");
    draw(frame, x, y, |chart| {
        for start in 0..STARTS {
            let angle = (f64::from(start) + 0.5) * TAU / f64::from(STARTS);
            let path = |training: &dyn Fn(f64) -> Training| {
                (0..=300)
                    .map(|i| at(angle, training(f64::from(i) * 0.1)))
                    .collect::<Result<Vec<_>, _>>()
            };
            chart.line(&SECOND, Stroke::Dotted, path(&natural)?)?;
            chart.line(&THEORY, Stroke::Thin, path(&flow)?)?;
            chart.tick(&INK, at(angle, flow(0.0))?)?;
            chart.tick(&THEORY, at(angle, flow(1.0))?)?;
            chart.tick(&SECOND, at(angle, natural(1.0))?)?;
        }
        let ring = |training: Training| {
            (0..=120)
                .map(|i| at(f64::from(i) * TAU / 120.0, training))
                .collect::<Result<Vec<_>, _>>()
        };
        chart.line(&SECOND, Stroke::Bold, ring(natural(1.0))?)?;
        chart.line(&THEORY, Stroke::Bold, ring(flow(1.0))?)?;
        let name = frame.choose((1.62, -1.72), (0.62, -1.92));
        chart.leader(name, at(-0.165 * TAU, flow(1.0))?)?;
        chart.label(&THEORY, name, Side::Right, "flow, t = 1")?;
        let name = frame.choose((-1.75, -1.05), (-0.7, -1.92));
        chart.leader(name, at(frame.choose(0.6, 0.68) * TAU, natural(1.0))?)?;
        chart.label(&SECOND, name, Side::Left, "natural, t = 1")
    })
}
