//! The plane of two samples' outputs: the flow's path, and the ellipse that a kernel makes of a
//! circle of parameter steps.

use std::f64::consts::TAU;

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, Training};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Chart, Frame, Side, Stroke, draw};
use crate::palette::{FAINT, INK, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "two-samples",
    title: "The path of two outputs under gradient flow, and the kernel's ellipse",
    library: &["ntk::dynamics::{Spectrum, Learner}"],
    draw: picture,
};

/// The kernel between the two samples; 1 on the diagonal.
const RHO: f64 = 0.8;
const START: [f64; 2] = [-1.4, 0.2];
const TARGETS: [f64; 2] = [1.0, 0.6];
/// Size of the ellipse, against √Θ.
const REACH: f64 = 0.42;

fn picture(frame: Frame) -> Result<String, String> {
    let frame = frame.tall(frame.choose(440, 320));
    let theta = DMatrix::from_row_slice(2, 2, &[1.0, RHO, RHO, 1.0]);
    let spectrum = Spectrum::of(&theta).map_err(show)?;
    let (f0, y) = (DVector::from_row_slice(&START), DVector::from_row_slice(&TARGETS));
    let learner = Learner::new(&spectrum, &f0, &y).map_err(show)?;
    let at = |time: f64| {
        let f = learner.at_train(Training::GradientFlow { time }).map_err(show)?;
        Ok::<_, String>((f[0], f[1]))
    };
    // One unit is equally long on both axes: circles must look like circles.
    let (x, y) = frame.choose((-2.2..2.2, -0.86..1.94), (-1.95..1.75, -1.1..2.01));
    let x = Axis::new(x, &[-2.0, -1.0, 0.0, 1.0], 0, "output f₁ at the first sample");
    let y = Axis::new(y, &[0.0, 1.0], 0, "output f₂ at the second sample");
    draw(frame, x, y, |chart| {
        for radius in [0.5, 1.0, 1.5, 2.0] {
            ring_around(chart, TARGETS, radius)?;
        }
        let straight = vec![(START[0], START[1]), (TARGETS[0], TARGETS[1])];
        chart.line(&USUAL, Stroke::Dashed, straight)?;
        ellipse(chart, &spectrum)?;
        let path: Result<Vec<_>, String> = (0..=400).map(|i| at(f64::from(i) * 0.1)).collect();
        chart.line(&THEORY, Stroke::Bold, path?)?;
        for time in [1.0, 2.0, 4.0, 8.0, 16.0] {
            chart.tick(&THEORY, at(time)?)?;
        }
        chart.label(&THEORY, at(1.0)?, Side::Above, "t = 1")?;
        let (f1, f2) = at(8.0)?;
        let words = frame.choose("t = 8, still on the way", "t = 8");
        chart.label(&THEORY, (f1, f2 + 0.03), Side::Right, words)?;
        chart.dot(&INK, (START[0], START[1]))?;
        chart.label(&INK, (START[0] - 0.06, START[1] + 0.26), Side::Left, "f₀")?;
        chart.dot(&INK, (TARGETS[0], TARGETS[1]))?;
        chart.label(&INK, (TARGETS[0], TARGETS[1]), Side::Right, "y")
    })
}

/// A level line of the loss.
fn ring_around(chart: &mut Chart<'_>, centre: [f64; 2], radius: f64) -> Result<(), String> {
    let point = |angle: f64| (centre[0] + radius * angle.cos(), centre[1] + radius * angle.sin());
    chart.line(&FAINT, Stroke::Thin, around().map(point).collect())
}

/// √Θ times a circle around the start: all moves of the outputs that parameter steps of one length
/// make.
fn ellipse(chart: &mut Chart<'_>, spectrum: &Spectrum) -> Result<(), String> {
    let (values, vectors) = (spectrum.eigenvalues(), spectrum.eigenvectors());
    let point = |angle: f64| {
        let (a, b) = (angle.cos() * values[0].sqrt(), angle.sin() * values[1].sqrt());
        let v = vectors.column(0) * (REACH * a) + vectors.column(1) * (REACH * b);
        (START[0] + v[0], START[1] + v[1])
    };
    chart.line(&THEORY, Stroke::Thin, around().map(point).collect())
}

fn around() -> impl Iterator<Item = f64> {
    (0..=90).map(|i| f64::from(i) * TAU / 90.0)
}
