//! One point under three losses: where its output goes, over seven decades of time.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{CrossEntropyFlow, Learner, Spectrum, Training};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "no-end",
    title: "One point's output under squared loss, and under cross-entropy with two labels",
    library: &["ntk::dynamics::CrossEntropyFlow::at", "ntk::dynamics::Learner::at_train"],
    draw: picture,
};

fn one(value: f64) -> DMatrix<f64> {
    DMatrix::from_element(1, 1, value)
}

/// The output under cross-entropy at these times, from 0, with Θ = 1.
fn margins(label: f64, times: &[f64]) -> Result<Vec<f64>, String> {
    let flow = CrossEntropyFlow::new(&one(1.0), &one(0.0), &one(label)).map_err(show)?;
    let states = flow.at(times).map_err(show)?;
    Ok(states.iter().map(|state| state.train[0]).collect())
}

fn squared(time: f64) -> Result<f64, String> {
    let spectrum = Spectrum::of(&one(1.0)).map_err(show)?;
    let learner = Learner::from_zero(&spectrum, &DVector::from_element(1, 1.0)).map_err(show)?;
    Ok(learner.at_train(Training::GradientFlow { time }).map_err(show)?[0])
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [(-1.0, "0.1"), (0.0, "1"), (1.0, "10"), (2.0, "100"), (3.0, "1000")];
    let mut ticks = ticks.map(|(at, words)| (at, words.to_owned())).to_vec();
    ticks.push((4.0, "10 000".to_owned()));
    let x = Axis { range: -1.0..4.4, ticks, name: "time" };
    let y = Axis::new(0.0..10.0, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0], 0, "output f");
    draw(frame, x, y, |chart| {
        let decades: Vec<f64> = (0..=160).map(|k| -1.0 + 5.0 * f64::from(k) / 160.0).collect();
        let times: Vec<f64> = decades.iter().map(|decade| 10.0_f64.powf(*decade)).collect();
        let path = |label| -> Result<Vec<(f64, f64)>, String> {
            Ok(decades.iter().copied().zip(margins(label, &times)?).collect())
        };
        let line = curve(-1.0..4.0, 160, |decade| squared(10.0_f64.powf(decade)))?;
        chart.line(&USUAL, Stroke::Dashed, line)?;
        chart.line(&SECOND, Stroke::Thin, path(0.9)?)?;
        chart.line(&THEORY, Stroke::Bold, path(1.0)?)?;
        let words = frame.choose("cross-entropy, label 1", "label 1");
        chart.label(&THEORY, (2.6, 6.5), Side::Left, words)?;
        let words = frame.choose("cross-entropy, label 0.9", "label 0.9");
        chart.label(&SECOND, (2.3, 2.75), Side::Right, words)?;
        let words = frame.choose("squared loss, label 1", "squared loss");
        chart.label(&USUAL, (2.3, 0.45), Side::Right, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hard_label_has_the_equation_of_the_chapter_and_the_soft_one_an_end() {
        let hard = margins(1.0, &[5.0, 1000.0]).expect("a flow");
        for (f, time) in hard.iter().zip([5.0, 1000.0]) {
            assert!((f + f.exp() - (time + 1.0)).abs() < 1e-4 * time);
        }
        let soft = margins(0.9, &[1000.0]).expect("a flow")[0];
        assert!((soft - 9.0_f64.ln()).abs() < 1e-6);
    }
}
