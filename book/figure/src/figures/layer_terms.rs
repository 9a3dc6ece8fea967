//! What each layer of weights contributes to Θ of a deep ReLU network, at four angles.

use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{INK, SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "layer-terms",
    title: "The terms of the tangent kernel by layer of weights, at four angles",
    library: &["ntk::kernel::Architecture::{with_gain, terms}"],
    draw: picture,
};

const DEPTH: usize = 8;

fn picture(frame: Frame) -> Result<String, String> {
    let network = Architecture::new(DEPTH, Relu).with_gain(2f64.sqrt());
    let terms = |degrees: f64| -> Result<Vec<(f64, f64)>, String> {
        let other = [degrees.to_radians().cos(), degrees.to_radians().sin()];
        let terms = network.terms(&[1.0, 0.0], &other).map_err(show)?;
        Ok(terms.into_iter().enumerate().map(|(l, term)| (l as f64, term)).collect())
    };
    let ticks = (0..=DEPTH).map(|l| (l as f64, format!("{l}"))).collect();
    let x = Axis { range: -0.3..8.9, ticks, name: "layer of weights ℓ, from the input up" };
    let y = Axis::new(-0.05..1.1, &[0.0, 0.25, 0.5, 0.75, 1.0], 2, "its term of Θ(x, x′)");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        let shown = [
            (&THEORY, Stroke::Bold, 0.0),
            (&SECOND, Stroke::Thin, 30.0),
            (&THIRD, Stroke::Dashed, 90.0),
            (&INK, Stroke::Dotted, 180.0),
        ];
        for (role, stroke, degrees) in shown {
            let points = terms(degrees)?;
            points.iter().try_for_each(|&point| chart.tick(role, point))?;
            chart.line(role, stroke, points)?;
        }
        chart.label(&THEORY, (0.2, 0.94), Side::Right, "0°: all alike")?;
        chart.label(&SECOND, (3.1, terms(30.0)?[3].1 + 0.05), Side::Left, "30°")?;
        chart.label(&THIRD, (4.1, terms(90.0)?[4].1 + 0.045), Side::Left, "90°")?;
        chart.label(&INK, (5.9, terms(180.0)?[6].1 - 0.06), Side::Right, "180°")
    })
}
