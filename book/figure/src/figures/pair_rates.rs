//! Worked example 2: three pairs of labels on the same two points, learned at three paces.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, Training};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "pair-rates",
    title: "What is left of the residual of two correlated points, for three pairs of labels",
    library: &["ntk::dynamics::Learner::at_train"],
    draw: picture,
};

const RHO: f64 = 0.9;

/// |f(t) − y|/|y| from f₀ = 0.
fn left(labels: [f64; 2], time: f64) -> Result<f64, String> {
    let theta = DMatrix::from_row_slice(2, 2, &[1.0, RHO, RHO, 1.0]);
    let spectrum = Spectrum::of(&theta).map_err(show)?;
    let y = DVector::from_row_slice(&labels);
    let learner = Learner::from_zero(&spectrum, &y).map_err(show)?;
    let f = learner.at_train(Training::GradientFlow { time }).map_err(show)?;
    Ok((f - &y).norm() / y.norm())
}

fn picture(frame: Frame) -> Result<String, String> {
    let x = Axis::new(0.0..12.0, &[0.0, 3.0, 6.0, 9.0, 12.0], 0, "time");
    let y = Axis::new(0.0..1.0, &[0.0, 0.5, 1.0], 1, "share of the residual left");
    draw(frame, x, y, |chart| {
        let range = 0.0..12.0;
        let residual = |labels| move |time| left(labels, time);
        chart.line(&USUAL, Stroke::Dashed, curve(range.clone(), 160, residual([1.0, -1.0]))?)?;
        chart.line(&SECOND, Stroke::Dotted, curve(range.clone(), 160, residual([1.0, 0.0]))?)?;
        chart.line(&THEORY, Stroke::Bold, curve(range, 160, residual([1.0, 1.0]))?)?;
        let words = frame.choose("labels (1, −1): rate 0.1", "(1, −1)");
        chart.label(&USUAL, (4.2, left([1.0, -1.0], 4.2)? + 0.06), Side::Right, words)?;
        let words = frame.choose("labels (1, 0): first the one, then the other", "(1, 0)");
        chart.label(&SECOND, (4.6, left([1.0, 0.0], 4.6)? - 0.13), Side::Right, words)?;
        let words = frame.choose("labels (1, 1): rate 1.9", "(1, 1)");
        chart.label(&THEORY, (1.7, 0.1), Side::Right, words)?;
        chart.label(&INK, (11.8, 0.95), Side::Left, "ρ = 0.9")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_the_chapter() {
        let at_one = |labels| left(labels, 1.0).expect("a kernel");
        assert!((at_one([1.0, 1.0]) - (-1.9_f64).exp()).abs() < 1e-14);
        assert!((at_one([1.0, -1.0]) - (-0.1_f64).exp()).abs() < 1e-14);
    }
}
