//! Practice problem 2: what two kinds of weight decay make of the same labels.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{DecayToZero, Learner, Spectrum, Training};
use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "two-decays",
    title: "The share of the labels that is learned, under decay towards the start and towards zero",
    library: &[
        "ntk::dynamics::Learner::at_train",
        "ntk::dynamics::Learner::decayed_at_train",
        "ntk::kernel::Architecture::ntk_gram",
    ],
    draw: picture,
};

const DECAY: f64 = 0.3;

/// f·y/‖y‖² on two perpendicular points with opposite labels, from f₀ = 0: towards zero for a
/// network of so many layers, or towards the start.
fn share(layers: Option<u32>, time: f64) -> Result<f64, String> {
    let theta = Architecture::new(1, Relu).ntk_gram(&DMatrix::identity(2, 2)).map_err(show)?;
    let spectrum = Spectrum::of(&theta).map_err(show)?;
    let y = DVector::from_vec(vec![1.0, -1.0]);
    let learner = Learner::from_zero(&spectrum, &y).map_err(show)?;
    let f = match layers {
        None => learner.at_train(Training::DecayToInit { decay: DECAY, time }),
        Some(weight_layers) => {
            learner.decayed_at_train(DecayToZero { weight_layers, decay: DECAY, time })
        }
    };
    Ok(f.map_err(show)?.dot(&y) / y.norm_squared())
}

fn picture(frame: Frame) -> Result<String, String> {
    let x = Axis::new(0.0..12.0, &[0.0, 3.0, 6.0, 9.0, 12.0], 0, "time");
    let y = Axis::new(0.0..1.0, &[0.0, 0.5, 1.0], 1, "share of the labels learned");
    draw(frame, x, y, |chart| {
        let range = 0.0..12.0;
        let learned = |layers| move |time| share(layers, time);
        chart.line(&USUAL, Stroke::Dashed, curve(range.clone(), 160, learned(None))?)?;
        chart.line(&SECOND, Stroke::Dotted, curve(range.clone(), 160, learned(Some(3)))?)?;
        chart.line(&THEORY, Stroke::Bold, curve(range, 160, learned(Some(2)))?)?;
        let words = frame.choose("towards the start: kernel ridge regression", "towards the start");
        chart.label(&USUAL, (2.6, 0.83), Side::Right, words)?;
        let words = frame.choose("towards zero, two layers", "two layers");
        chart.label(&THEORY, (3.6, share(Some(2), 3.6)? + 0.07), Side::Right, words)?;
        let words = frame.choose("towards zero, three layers", "three layers");
        chart.leader((1.6, share(Some(3), 1.6)?), (2.5, 0.51))?;
        chart.label(&SECOND, (2.4, 0.55), Side::Right, words)?;
        chart.label(&INK, (11.8, 0.95), Side::Left, "λ = 0.3")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_ends_at_ridge_regression_and_the_others_at_nothing() {
        let mu = 1.0 - 0.5 / std::f64::consts::PI;
        let end = share(None, 200.0).expect("a kernel");
        assert!((end - mu / (mu + DECAY)).abs() < 1e-12);
        assert!(share(Some(2), 60.0).expect("a kernel") < 1e-12);
        assert!(share(Some(3), 60.0).expect("a kernel") < 1e-12);
    }
}
