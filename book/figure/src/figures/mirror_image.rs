//! An odd number of points on the circle: the third harmonic is fitted, and what was learned is not it.

use std::f64::consts::TAU;

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, TestPoints, Training};
use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "mirror-image",
    title: "What a two-layer ReLU network makes of cos 3φ at fifteen points",
    library: &["ntk::kernel::Architecture::ntk_gram", "ntk::dynamics::Learner::at_test"],
    draw: picture,
};

const POINTS: usize = 15;

fn circle(angles: &[f64]) -> DMatrix<f64> {
    DMatrix::from_fn(angles.len(), 2, |i, j| if j == 0 { angles[i].cos() } else { angles[i].sin() })
}

fn sample(i: usize) -> f64 {
    TAU * i as f64 / POINTS as f64
}

/// The trained network at these angles.
fn learned(angles: &[f64]) -> Result<DVector<f64>, String> {
    let network = Architecture::new(1, Relu);
    let data: Vec<f64> = (0..POINTS).map(sample).collect();
    let targets = DVector::from_iterator(POINTS, data.iter().map(|a| (3.0 * a).cos()));
    let spectrum = Spectrum::of(&network.ntk_gram(&circle(&data)).map_err(show)?).map_err(show)?;
    let cross = network.ntk_cross(&circle(angles), &circle(&data)).map_err(show)?;
    let test = TestPoints::from_zero(&spectrum, &cross).map_err(show)?;
    let learner = Learner::from_zero(&spectrum, &targets).map_err(show)?;
    learner.at_test(&test, Training::until_converged()).map_err(show)
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [0.0, 90.0, 180.0, 270.0, 360.0].map(|t| (t, format!("{t:.0}°"))).to_vec();
    let x = Axis { range: 0.0..366.0, ticks, name: "angle φ" };
    let y = Axis::new(-1.45..1.45, &[-1.0, 0.0, 1.0], 0, "output");
    let degrees: Vec<f64> = (0..=360).map(f64::from).collect();
    let outputs = learned(&degrees.iter().map(|d| d.to_radians()).collect::<Vec<_>>())?;
    draw(frame, x, y, |chart| {
        let truth = curve(0.0..360.0, 180, |at| Ok((3.0 * at.to_radians()).cos()))?;
        chart.line(&USUAL, Stroke::Dashed, truth)?;
        let line = degrees.iter().zip(outputs.iter()).map(|(&at, &f)| (at, f)).collect();
        chart.line(&THEORY, Stroke::Thin, line)?;
        for i in 0..POINTS {
            chart.dot(&INK, (sample(i).to_degrees(), (3.0 * sample(i)).cos()))?;
        }
        chart.label(&USUAL, (frame.choose(72.0, 66.0), -1.08), Side::Below, "cos 3φ")?;
        let words = frame.choose("what the network learned", "the network");
        chart.label(&THEORY, (180.0, 1.12), Side::Above, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_right_at_the_samples_and_wrong_in_sign_half_way_between() {
        let between: Vec<f64> = (0..POINTS).map(|i| sample(i) + TAU / 2.0).collect();
        let at = learned(&(0..POINTS).map(sample).collect::<Vec<_>>()).expect("outputs");
        let off = learned(&between).expect("outputs");
        for i in 0..POINTS {
            assert!((at[i] - (3.0 * sample(i)).cos()).abs() < 1e-10);
            assert!((off[i] + (3.0 * between[i]).cos()).abs() < 1e-10);
        }
    }
}
