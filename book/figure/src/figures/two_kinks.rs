//! A ReLU neuron as a function on the circle bends at two places; without a bias they are opposite.

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "two-kinks",
    title: "One ReLU neuron on the circle, without a bias and with one",
    library: &["max(0, cos α + b)"],
    draw: picture,
};

/// Where the neuron's weights point, in degrees.
const TOWARDS: f64 = 20.0;
const BIAS: f64 = -0.5;

fn neuron(degrees: f64, bias: f64) -> f64 {
    ((degrees - TOWARDS).to_radians().cos() + bias).max(0.0)
}

/// The two angles at which cos(α − towards) + bias is 0.
fn kinks(bias: f64) -> [f64; 2] {
    let half = (-bias).acos().to_degrees();
    [TOWARDS - half, TOWARDS + half]
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [-180.0, -90.0, 0.0, 90.0, 180.0];
    let ticks = ticks.map(|t| (t, format!("{t:.0}°").replace('-', "−"))).to_vec();
    let x = Axis { range: -180.0..180.0, ticks, name: "where on the circle" };
    let y = Axis::new(-0.28..1.1, &[0.0, 0.5, 1.0], 1, "output of the neuron");
    draw(frame, x, y, |chart| {
        let shape = |bias| curve(-180.0..180.0, 360, move |at| Ok(neuron(at, bias)));
        chart.line(&USUAL, Stroke::Dashed, shape(BIAS)?)?;
        chart.line(&THEORY, Stroke::Bold, shape(0.0)?)?;
        let [left, right] = kinks(0.0);
        for at in kinks(BIAS) {
            chart.ring(&USUAL, (at, 0.0))?;
        }
        for at in [left, right] {
            chart.dot(&THEORY, (at, 0.0))?;
        }
        chart.line(&INK, Stroke::Hair, vec![(left, -0.1), (right, -0.1)])?;
        chart.label(&INK, (TOWARDS, -0.1), Side::Below, "180° apart")?;
        let words = frame.choose("without a bias", "no bias");
        chart.label(&THEORY, (-34.0, neuron(-34.0, 0.0)), Side::Left, words)?;
        chart.leader((56.0, 0.33), (112.0, 0.62))?;
        let words = frame.choose("with a bias", "a bias");
        chart.label(&USUAL, (108.0, 0.64), Side::Right, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_without_a_bias_are_the_kinks_opposite() {
        let apart = |bias| kinks(bias)[1] - kinks(bias)[0];
        assert!((apart(0.0) - 180.0).abs() < 1e-12);
        assert!((apart(BIAS) - 120.0).abs() < 1e-12);
        assert!(kinks(BIAS).iter().all(|&at| neuron(at, BIAS).abs() < 1e-12));
    }
}
