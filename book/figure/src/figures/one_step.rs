//! What one step on one sample does to every other output, for inputs on the unit circle.

use ntk::kernel::{Activation, Architecture, Erf, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "one-step",
    title: "What one step on one sample does to every other output",
    library: &["ntk::kernel::Architecture::ntk", "ntk::kernel::{Relu, Erf}"],
    draw: picture,
};

/// How far a step on the sample at 0° moves the output at this angle, if it moves the sample's by 1.
fn moved(network: &Architecture<impl Activation>, degrees: f64) -> Result<f64, String> {
    let sample = [1.0, 0.0];
    let other = [degrees.to_radians().cos(), degrees.to_radians().sin()];
    let own = network.ntk(&sample, &sample).map_err(show)?;
    Ok(network.ntk(&other, &sample).map_err(show)? / own)
}

fn picture(frame: Frame) -> Result<String, String> {
    let (relu, erf) = (Architecture::new(1, Relu), Architecture::new(1, Erf));
    let ticks = [-180.0, -90.0, 0.0, 90.0, 180.0];
    let ticks = ticks.map(|t| (t, format!("{t:.0}°").replace('-', "−"))).to_vec();
    let x = Axis { range: -180.0..180.0, ticks, name: "where on the circle" };
    let y = Axis::new(-1.1..1.15, &[-1.0, 0.0, 1.0], 0, "how far the output moves");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        let range = -180.0..180.0;
        chart.line(&SECOND, Stroke::Dashed, curve(range.clone(), 120, |d| moved(&erf, d))?)?;
        chart.line(&THEORY, Stroke::Bold, curve(range, 120, |d| moved(&relu, d))?)?;
        chart.dot(&INK, (0.0, 1.0))?;
        let words = frame.choose("the sample we step on", "the sample");
        chart.label(&INK, (6.0, 1.05), Side::Right, words)?;
        chart.label(&THEORY, (-64.0, moved(&relu, -62.0)? + 0.03), Side::Left, "ReLU")?;
        chart.label(&SECOND, (-124.0, moved(&erf, -128.0)? - 0.03), Side::Right, "erf")
    })
}
