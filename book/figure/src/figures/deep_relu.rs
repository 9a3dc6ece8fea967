//! Θ/Θ(x, x) of deep ReLU networks with He's gain, against the angle between two unit vectors.

use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "deep-relu",
    title: "The tangent kernel of ReLU networks of depth 1, 4, 16 and 256 against the angle",
    library: &["ntk::kernel::Architecture::{with_gain, ntk}"],
    draw: picture,
};

fn picture(frame: Frame) -> Result<String, String> {
    let east = [1.0, 0.0];
    let at = |degrees: f64| [degrees.to_radians().cos(), degrees.to_radians().sin()];
    let similarity = |depth: usize| {
        let network = Architecture::new(depth, Relu).with_gain(2f64.sqrt());
        move |degrees: f64| -> Result<f64, String> {
            let own = network.ntk(&east, &east).map_err(show)?;
            Ok(network.ntk(&east, &at(degrees)).map_err(show)? / own)
        }
    };
    let ticks = [0.0, 45.0, 90.0, 135.0, 180.0].map(|t| (t, format!("{t:.0}°"))).to_vec();
    let x = Axis { range: 0.0..180.0, ticks, name: "angle between x and x′" };
    let y = Axis::new(-0.1..1.04, &[0.0, 0.25, 0.5, 0.75, 1.0], 2, "Θ(x, x′)/Θ(x, x)");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        chart.level(0.25)?;
        chart.line(&THIRD, Stroke::Dashed, curve(0.0..180.0, 90, similarity(1))?)?;
        chart.line(&SECOND, Stroke::Thin, curve(0.0..180.0, 90, similarity(4))?)?;
        chart.line(&INK, Stroke::Dotted, curve(0.0..180.0, 180, similarity(16))?)?;
        chart.line(&THEORY, Stroke::Bold, curve(0.0..180.0, 360, similarity(256))?)?;
        chart.label(&THIRD, (frame.choose(40.0, 42.0), 0.74), Side::Right, "1 hidden layer")?;
        chart.label(&SECOND, (137.0, similarity(4)(140.0)? - 0.055), Side::Left, "4")?;
        chart.label(&INK, (140.0, similarity(16)(140.0)? + 0.05), Side::Right, "16")?;
        chart.label(&THEORY, (14.0, 0.20), Side::Right, "256")
    })
}
