//! Worked example 1: the prediction at the third point as the kernel's values move.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, TestPoints, Training};
use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "two-points",
    title: "The prediction of worked example 1 as the kernel's values move",
    library: &["ntk::kernel::Architecture::ntk", "ntk::dynamics::Learner::at_test"],
    draw: picture,
};

const TARGETS: [f64; 2] = [2.0, -1.0];

/// f∞(x*) for Θ₁₂ = `between` and Θ(x*, x₁) = Θ(x*, x₂) = `to_test`, from f₀ = 0.
fn prediction(between: f64, to_test: f64) -> Result<f64, String> {
    let theta = DMatrix::from_row_slice(2, 2, &[1.0, between, between, 1.0]);
    let spectrum = Spectrum::of(&theta).map_err(show)?;
    let learner =
        Learner::from_zero(&spectrum, &DVector::from_row_slice(&TARGETS)).map_err(show)?;
    let test = DMatrix::from_row_slice(1, 2, &[to_test, to_test]);
    let test = TestPoints::from_zero(&spectrum, &test).map_err(show)?;
    let f = learner.at_test(&test, Training::until_converged()).map_err(show)?;
    Ok(f[0])
}

fn picture(frame: Frame) -> Result<String, String> {
    let network = Architecture::new(1, Relu);
    let (first, second) = ([1.0, 0.0], [0.0, 1.0]);
    let between = network.ntk(&first, &second).map_err(show)?;
    let half = std::f64::consts::FRAC_1_SQRT_2;
    let long = network.ntk(&first, &[1.0, 1.0]).map_err(show)?;
    let short = network.ntk(&first, &[half, half]).map_err(show)?;
    let (at_long, at_short) = (prediction(between, long)?, prediction(between, short)?);
    let x = Axis::new(0.0..1.2, &[0.0, 0.3, 0.6, 0.9, 1.2], 1, "kernel between x* and each sample");
    let y = Axis::new(0.0..1.2, &[0.0, 0.5, 1.0], 1, "prediction at x*");
    draw(frame, x, y, |chart| {
        chart.level(0.5)?;
        let range = 0.0..1.2;
        chart.line(&USUAL, Stroke::Dashed, curve(range.clone(), 24, |c| prediction(0.2, c))?)?;
        chart.line(&SECOND, Stroke::Dotted, curve(range.clone(), 24, |c| prediction(0.0, c))?)?;
        chart.line(&THEORY, Stroke::Bold, curve(range, 24, |c| prediction(between, c))?)?;
        let words = frame.choose("mean of the targets", "mean");
        chart.label(&INK, (0.0, 0.535), Side::Right, words)?;
        chart.ring(&USUAL, (0.6, prediction(0.2, 0.6)?))?;
        let assumed = frame.choose("assumed values: 0.5000", "assumed");
        chart.label(&USUAL, (0.61, 0.455), Side::Right, assumed)?;
        chart.dot(&THEORY, (long, at_long))?;
        let words = if frame.is_narrow() { "" } else { "x* = (1, 1): " };
        chart.label(
            &THEORY,
            (long + 0.015, at_long - 0.075),
            Side::Right,
            &format!("{words}{at_long:.4}"),
        )?;
        chart.tick(&THEORY, (short, at_short))?;
        let words = if frame.is_narrow() { "" } else { "x* of length 1: " };
        let place = (0.575, at_short + 0.07);
        chart.label(&THEORY, place, Side::Left, &format!("{words}{at_short:.4}"))?;
        let words = frame.choose("if Θ₁₂ were 0", "Θ₁₂ = 0");
        chart.label(&SECOND, (1.06, prediction(0.0, 1.1)?), Side::Left, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_the_chapter() {
        assert!((prediction(0.2, 0.6).expect("valid kernel") - 0.5).abs() < 1e-14);
        let network = Architecture::new(1, Relu);
        let between = network.ntk(&[1.0, 0.0], &[0.0, 1.0]).expect("finite points");
        let to_test = network.ntk(&[1.0, 0.0], &[1.0, 1.0]).expect("finite points");
        let value = prediction(between, to_test).expect("valid kernel");
        assert!((value - 0.7843).abs() < 5e-5, "{value}");
    }
}
