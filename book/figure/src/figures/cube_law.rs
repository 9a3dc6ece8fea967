//! The terms of a very deep ReLU network against the layer, beside the cube that they tend to.

use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "cube-law",
    title: "The terms of ReLU networks of 16 and 256 hidden layers, and the cube of the height",
    library: &["ntk::kernel::Architecture::{with_gain, terms}"],
    draw: picture,
};

fn picture(frame: Frame) -> Result<String, String> {
    let terms = |depth: usize| -> Result<Vec<(f64, f64)>, String> {
        let network = Architecture::new(depth, Relu).with_gain(2f64.sqrt());
        let terms = network.terms(&[1.0, 0.0], &[0.0, 1.0]).map_err(show)?;
        let height = |l: usize| l as f64 / depth as f64;
        Ok(terms.into_iter().enumerate().map(|(l, term)| (height(l), term)).collect())
    };
    let x = Axis::new(0.0..1.04, &[0.0, 0.25, 0.5, 0.75, 1.0], 2, "height in the network, ℓ/L");
    let y = Axis::new(-0.05..1.1, &[0.0, 0.25, 0.5, 0.75, 1.0], 2, "its term of Θ(x, x′)");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        chart.line(&THEORY, Stroke::Bold, curve(0.0..1.0, 80, |s| Ok(s.powi(3)))?)?;
        chart.line(&INK, Stroke::Dotted, terms(256)?)?;
        terms(16)?.iter().try_for_each(|&point| chart.tick(&SECOND, point))?;
        let at = terms(16)?[10];
        chart.label(&SECOND, (at.0 - 0.01, at.1 + 0.05), Side::Left, "16 layers")?;
        chart.label(&THEORY, (0.83, 0.50), Side::Right, "(ℓ/L)³")?;
        chart.leader((0.475, 0.125), (0.55, 0.05))?;
        chart.label(&INK, (0.54, 0.04), Side::Right, "256 layers")
    })
}
