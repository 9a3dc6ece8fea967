//! One mode of the residual under gradient flow, and under steps of three lengths.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, Training};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Chart, Frame, Side, Stroke, curve, draw};
use crate::palette::{Role, SECOND, THEORY, THIRD, USUAL};

pub const FIGURE: Figure = Figure {
    id: "small-steps",
    title: "One mode of the residual under gradient flow and under steps of three lengths",
    library: &["ntk::dynamics::Training::{GradientFlow, GradientDescent}"],
    draw: picture,
};

const END: f64 = 8.4;

fn picture(frame: Frame) -> Result<String, String> {
    // λ = 1, target 0, start 1: the output is the part of the residual that is left.
    let spectrum = Spectrum::of(&DMatrix::identity(1, 1)).map_err(show)?;
    let (start, target) = (DVector::from_element(1, 1.0), DVector::zeros(1));
    let learner = Learner::new(&spectrum, &start, &target).map_err(show)?;
    let left = |training: Training| learner.at_train(training).map(|f| f[0]).map_err(show);
    let steps = |learning_rate: f64| -> Result<Vec<(f64, f64)>, String> {
        let count = (END / learning_rate) as u32;
        let at = |steps| {
            let training = Training::GradientDescent { learning_rate, steps };
            left(training).map(|r| (learning_rate * f64::from(steps), r))
        };
        (0..=count).map(at).collect()
    };
    let ticks = [0.0, 2.0, 4.0, 6.0, 8.0];
    let x = Axis::new(0.0..END, &ticks, 0, "time, in units of 1/λ");
    let y = Axis::new(-1.5..1.5, &[-1.0, 0.0, 1.0], 0, "what is left of the residual");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        jumps(chart, &USUAL, Stroke::Dashed, steps(2.1)?)?;
        jumps(chart, &THIRD, Stroke::Dotted, steps(1.5)?)?;
        jumps(chart, &SECOND, Stroke::Thin, steps(0.5)?)?;
        let flow = |time: f64| left(Training::GradientFlow { time });
        chart.line(&THEORY, Stroke::Bold, curve(0.0..END, 120, flow)?)?;
        chart.leader((0.85, flow(0.85)?), (1.75, 0.66))?;
        chart.label(&THEORY, (1.68, 0.7), Side::Right, frame.choose("the flow", "flow"))?;
        chart.leader((0.5, 0.5), (1.25, 1.08))?;
        chart.label(&SECOND, (1.18, 1.12), Side::Right, "ηλ = 0.5")?;
        chart.label(&THIRD, (4.25, -0.17), Side::Below, "ηλ = 1.5")?;
        chart.label(&USUAL, (2.2, -1.15), Side::Right, "ηλ = 2.1")
    })
}

fn jumps(
    chart: &mut Chart<'_>,
    role: &Role,
    stroke: Stroke,
    points: Vec<(f64, f64)>,
) -> Result<(), String> {
    points.iter().try_for_each(|&point| chart.tick(role, point))?;
    chart.line(role, stroke, points)
}
