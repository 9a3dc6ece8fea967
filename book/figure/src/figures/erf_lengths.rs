//! The erf network's K against the angle, for inputs of several lengths, and its limit.

use ntk::kernel::{Architecture, Erf};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "erf-lengths",
    title: "K of the erf network against the angle, for inputs of several lengths",
    library: &["ntk::kernel::Architecture::nngp"],
    draw: picture,
};

fn picture(frame: Frame) -> Result<String, String> {
    let network = Architecture::new(1, Erf);
    let k = |length: f64, degrees: f64| {
        let (sin, cos) = degrees.to_radians().sin_cos();
        network.nngp(&[length, 0.0], &[length * cos, length * sin]).map_err(show)
    };
    let ticks = [0.0, 45.0, 90.0, 135.0, 180.0].map(|t| (t, format!("{t:.0}°"))).to_vec();
    let x = Axis { range: 0.0..180.0, ticks, name: "angle between x and x′" };
    let y = Axis::new(-1.05..1.05, &[-1.0, -0.5, 0.0, 0.5, 1.0], 1, "K, both inputs of one length");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        chart.line(&THIRD, Stroke::Dashed, curve(0.0..180.0, 2, |d| Ok(1.0 - d / 90.0))?)?;
        for (length, words) in [(10.0, "length 10"), (3.0, "3"), (1.0, "1"), (0.5, "½")] {
            let role = if length == 1.0 { &THEORY } else { &SECOND };
            let stroke = if length == 1.0 { Stroke::Bold } else { Stroke::Thin };
            chart.line(role, stroke, curve(0.0..180.0, 180, |d| k(length, d))?)?;
            let at = match words {
                "length 10" => frame.choose((17.0, 0.86), (22.0, 0.82)),
                "3" => (2.0, k(length, 2.0)? - 0.09),
                // Above the curve: below it lies the axis of zero.
                _ => (2.0, k(length, 2.0)? + 0.09),
            };
            chart.label(role, at, Side::Right, words)?;
        }
        let words = frame.choose("without end: the kernel of sign", "the kernel of sign");
        chart.label(&THIRD, (121.0, -0.44), Side::Left, words)
    })
}
