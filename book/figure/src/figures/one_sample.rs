//! The one-sample law beside the networks of the lab: all widths and labels on one curve.

use std::f64::consts::PI;

use ntk::dynamics::OneSample;

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::lab::{Point, estimate};
use crate::palette::{MEASURED, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "one-sample",
    title: "How far one sample moves its own kernel entry, against |y|/√N",
    library: &["ntk::dynamics::OneSample", "book/data/lab/X5.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/X5.json");
/// Labels as the lab writes them, their size, and hidden units.
const NETWORKS: [(&str, f64, u32); 10] = [
    ("1", 1.0, 256),
    ("1", 1.0, 512),
    ("1", 1.0, 1024),
    ("1", 1.0, 2048),
    ("1", 1.0, 4096),
    ("1", 1.0, 8192),
    ("1", 1.0, 16384),
    ("−1", 1.0, 1024),
    ("4", 4.0, 256),
    ("4", 4.0, 1024),
];

/// ΔΘ̂(x, x) against η.
fn measured() -> Result<Vec<Point>, String> {
    let read = |(label, size, units): (&str, f64, u32)| {
        let (value, error) = estimate(LAB, &format!("y = {label}, N = {units}: √N ΔΘ̂(x, x)"))?;
        let root = f64::from(units).sqrt();
        Ok(Point { x: size / root, y: value / root, error: error / root })
    };
    NETWORKS.into_iter().map(read).collect()
}

fn picture(frame: Frame) -> Result<String, String> {
    let end = 0.27;
    let x = Axis::new(0.0..end, &[0.0, 0.05, 0.1, 0.15, 0.2, 0.25], 2, "η = |y|/√N");
    let y = Axis::new(-0.03..0.07, &[-0.02, 0.0, 0.02, 0.04, 0.06], 2, "mean of ΔΘ̂(x, x)");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        let line = |of: &dyn Fn(f64) -> f64| curve(0.0..end, 200, |eta| Ok(of(eta)));
        chart.line(&SECOND, Stroke::Dotted, line(&|eta| 2.0 * eta * eta)?)?;
        chart.line(&USUAL, Stroke::Dashed, line(&|eta| -eta / PI)?)?;
        chart.line(&THEORY, Stroke::Bold, line(&|eta| OneSample::learnt(eta).drift())?)?;
        for Point { x, y, error } in measured()? {
            chart.line(&MEASURED, Stroke::Thin, vec![(x, y - error), (x, y + error)])?;
            chart.dot(&MEASURED, (x, y))?;
        }
        let words = frame.choose("what stays open: 2η²", "2η²");
        chart.label(&SECOND, (0.145, 0.053), Side::Left, words)?;
        let words = frame.choose("gates that close: −η/π", "−η/π");
        chart.label(&USUAL, (0.1, -0.0255), Side::Right, words)?;
        let words = frame.choose("both: the law", "law");
        chart.label(&THEORY, (0.22, 0.027), Side::Right, words)?;
        chart.label(&MEASURED, (0.25, 0.06), Side::Left, frame.choose("N = 256, y = 4", "y = 4"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Within four errors, and the corrections for steps and for what fluctuates, both below η²/15.
    #[test]
    fn networks_of_every_width_and_label_lie_on_the_curve() {
        for Point { x, y, error } in measured().expect("the lab's file") {
            let off = (y - OneSample::learnt(x).drift()).abs();
            assert!(off < 4.0 * error + x * x / 15.0, "{x}: off by {off}");
        }
    }
}
