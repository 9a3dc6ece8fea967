//! K, K̇ and Θ of the two-layer ReLU network against the angle between two unit vectors.

use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "relu-kernels",
    title: "NNGP kernel, K̇ and NTK of the two-layer ReLU network against the angle",
    library: &["ntk::kernel::Architecture::{nngp, kdot, ntk}"],
    draw: picture,
};

fn picture(frame: Frame) -> Result<String, String> {
    let network = Architecture::new(1, Relu);
    let at = |degrees: f64| [degrees.to_radians().cos(), degrees.to_radians().sin()];
    let east = [1.0, 0.0];
    let nngp = |degrees: f64| network.nngp(&east, &at(degrees)).map_err(show);
    let kdot = |degrees: f64| network.kdot(&east, &at(degrees)).map_err(show);
    let ntk = |degrees: f64| network.ntk(&east, &at(degrees)).map_err(show);
    let ticks = [0.0, 45.0, 90.0, 135.0, 180.0].map(|t| (t, format!("{t:.0}°"))).to_vec();
    let x = Axis { range: 0.0..180.0, ticks, name: "angle between x and x′" };
    let y = Axis::new(-0.1..1.04, &[0.0, 0.25, 0.5, 0.75, 1.0], 2, "kernel, unit vectors");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        chart.line(&THIRD, Stroke::Dashed, curve(0.0..180.0, 90, kdot)?)?;
        chart.line(&SECOND, Stroke::Bold, curve(0.0..180.0, 90, nngp)?)?;
        chart.line(&THEORY, Stroke::Bold, curve(0.0..180.0, 90, ntk)?)?;
        chart.label(&THEORY, (31.0, ntk(30.0)? + 0.02), Side::Right, "Θ, the NTK")?;
        let at = frame.choose((108.0, kdot(92.0)? + 0.01), (84.0, 0.33));
        chart.label(&THIRD, at, Side::Right, "K̇: both gates open")?;
        chart.label(&SECOND, (72.0, nngp(72.0)? - 0.04), Side::Left, "K, the NNGP")
    })
}
