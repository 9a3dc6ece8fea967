//! The variance of a pre-activation, layer after layer, for four choices of activation and gain.

use ntk::kernel::{Activation, Architecture, Erf, Quadrature, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Chart, Frame, Side, Stroke, draw};
use crate::palette::{Role, SECOND, THEORY, THIRD, USUAL};

pub const FIGURE: Figure = Figure {
    id: "variance-by-depth",
    title: "The variance of a pre-activation, layer after layer",
    library: &["ntk::kernel::Architecture::nngp"],
    draw: picture,
};

const LAYERS: usize = 10;

/// The variance in layer 1, 2, … for a unit input.
fn variances<A: Activation>(
    network: impl Fn(usize) -> Architecture<A>,
) -> Result<Vec<(f64, f64)>, String> {
    let at = |depth: usize| {
        let variance = network(depth).nngp(&[1.0], &[1.0]).map_err(show)?;
        Ok((depth as f64 + 1.0, variance))
    };
    (0..LAYERS).map(at).collect()
}

fn picture(frame: Frame) -> Result<String, String> {
    let he = variances(|depth| Architecture::new(depth, Relu).with_gain(2f64.sqrt()))?;
    let relu = variances(|depth| Architecture::new(depth, Relu))?;
    let tanh = variances(|depth| Architecture::new(depth, Quadrature::tanh()))?;
    let erf = variances(|depth| Architecture::new(depth, Erf))?;
    let x = Axis::new(1.0..10.3, &[1.0, 2.0, 4.0, 6.0, 8.0, 10.0], 0, "layer");
    let y = Axis::new(0.0..1.12, &[0.0, 0.25, 0.5, 0.75, 1.0], 2, "variance of a pre-activation");
    draw(frame, x, y, |chart| {
        steps(chart, &USUAL, Stroke::Dashed, he)?;
        steps(chart, &SECOND, Stroke::Thin, tanh.clone())?;
        steps(chart, &THIRD, Stroke::Dotted, erf.clone())?;
        steps(chart, &THEORY, Stroke::Bold, relu.clone())?;
        chart.label(&USUAL, (6.0, 0.99), Side::Below, "ReLU with the gain √2")?;
        let words = frame.choose("ReLU with the gain 1: half each time", "ReLU, gain 1");
        chart.leader((2.04, 0.52), (2.9, 0.72))?;
        chart.label(&THEORY, (2.75, 0.75), Side::Right, words)?;
        chart.label(
            &SECOND,
            (6.0, tanh[5].1 + 0.06),
            Side::Right,
            frame.choose("tanh: slowly", "tanh"),
        )?;
        chart.label(&THIRD, (1.86, 0.31), Side::Below, "erf")
    })
}

fn steps(
    chart: &mut Chart<'_>,
    role: &Role,
    stroke: Stroke,
    points: Vec<(f64, f64)>,
) -> Result<(), String> {
    points.iter().try_for_each(|&point| chart.tick(role, point))?;
    chart.line(role, stroke, points)
}
