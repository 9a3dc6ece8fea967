//! Chapter 12: what the expected error at new points is made of, while training goes on.

use std::f64::consts::TAU;

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{
    Prior, Spectrum, TestPoints, Training, ensemble_at_test, label_noise_variance,
};
use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "error-parts",
    title: "Squared bias, label noise and random start in the expected error, against training time",
    library: &["ntk::dynamics::ensemble_at_test", "ntk::dynamics::label_noise_variance"],
    draw: picture,
};

const POINTS: usize = 16;
const SIGMA: f64 = 0.5;

/// Points on the circle at these angles, a row each.
fn circle(angles: &[f64]) -> DMatrix<f64> {
    DMatrix::from_fn(angles.len(), 2, |i, j| if j == 0 { angles[i].cos() } else { angles[i].sin() })
}

fn truth(angle: f64) -> f64 {
    angle.cos() + 0.5 * (2.0 * angle).sin()
}

struct Setting {
    spectrum: Spectrum,
    test: TestPoints,
    nngp: [DMatrix<f64>; 3],
    clean: DVector<f64>,
    wanted: DVector<f64>,
}

impl Setting {
    fn new() -> Result<Self, String> {
        // Turns by the golden ratio: spread out, and evenly nowhere.
        let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
        let data: Vec<f64> = (0..POINTS).map(|i| TAU * (golden * i as f64).fract()).collect();
        let new: Vec<f64> = (0..90).map(|i| TAU * (i as f64 + 0.5) / 90.0).collect();
        let (xs, news) = (circle(&data), circle(&new));
        let network = Architecture::new(1, Relu);
        let theta = network.ntk_gram(&xs).map_err(show)?;
        let cross = network.ntk_cross(&news, &xs).map_err(show)?;
        let spectrum = Spectrum::of(&theta).map_err(show)?;
        Ok(Self {
            test: TestPoints::from_zero(&spectrum, &cross).map_err(show)?,
            spectrum,
            nngp: [
                network.nngp_gram(&xs).map_err(show)?,
                network.nngp_cross(&news, &xs).map_err(show)?,
                network.nngp_gram(&news).map_err(show)?,
            ],
            clean: DVector::from_iterator(data.len(), data.iter().map(|&a| truth(a))),
            wanted: DVector::from_iterator(new.len(), new.iter().map(|&a| truth(a))),
        })
    }

    /// Squared bias, variance from label noise, variance from the start: means over the circle.
    fn parts(&self, time: f64) -> Result<[f64; 3], String> {
        let training = Training::GradientFlow { time };
        let [nngp_train, nngp_test_train, nngp_test] = &self.nngp;
        let prior = Prior { nngp_train, nngp_test_train, nngp_test };
        let law = ensemble_at_test(&self.spectrum, &self.clean, &self.test, prior, training);
        let law = law.map_err(show)?;
        let noise = label_noise_variance(&self.spectrum, &self.test, training, SIGMA * SIGMA);
        let bias = (&law.mean - &self.wanted).map(|b| b * b);
        Ok([bias.mean(), noise.map_err(show)?.mean(), law.covariance.diagonal().mean()])
    }
}

fn picture(frame: Frame) -> Result<String, String> {
    let setting = Setting::new()?;
    let ticks =
        [(-2.0, "0.01"), (-1.0, "0.1"), (0.0, "1"), (1.0, "10"), (2.0, "100"), (3.0, "1000")];
    let x = Axis {
        range: -2.0..3.0,
        ticks: ticks.iter().map(|(at, words)| (*at, (*words).to_owned())).collect(),
        name: "training time",
    };
    let y = Axis::new(0.0..1.1, &[0.0, 0.5, 1.0], 1, "mean over new points");
    let at = |log: f64| setting.parts(10.0_f64.powf(log));
    draw(frame, x, y, |chart| {
        let part = |k: usize| move |log: f64| Ok(at(log)?[k]);
        let range = -2.0..3.0;
        chart.line(&USUAL, Stroke::Dashed, curve(range.clone(), 150, part(1))?)?;
        chart.line(&SECOND, Stroke::Dotted, curve(range.clone(), 150, part(2))?)?;
        chart.line(&THEORY, Stroke::Thin, curve(range.clone(), 150, part(0))?)?;
        let sum = |log: f64| Ok(at(log)?.iter().sum());
        chart.line(&INK, Stroke::Bold, curve(range, 150, sum)?)?;
        chart.label(&INK, (-1.1, 0.72), Side::Right, "together")?;
        chart.label(&THEORY, (-1.75, 0.64), Side::Right, "bias²")?;
        chart.label(
            &SECOND,
            (-1.98, frame.choose(0.2, 0.3)),
            Side::Right,
            frame.choose("random start", "start"),
        )?;
        chart.label(
            &USUAL,
            (2.95, 0.27),
            Side::Left,
            frame.choose("noise in the labels", "label noise"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn together(time: f64) -> f64 {
        Setting::new().and_then(|s| s.parts(time)).expect("a law").iter().sum()
    }

    #[test]
    fn the_numbers_of_the_chapter() {
        assert!(together(1.7) < 0.09, "the best time to stop");
        assert!(together(1e4) > 2.0 * together(1.7), "and what waiting costs");
        let late = Setting::new().and_then(|s| s.parts(1e4)).expect("a law");
        assert!(
            (late[1] / (SIGMA * SIGMA) - 0.78).abs() < 0.005,
            "a share of the noise that stays"
        );
    }
}
