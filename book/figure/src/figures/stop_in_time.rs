//! One network on noisy labels, stopped in time and trained to the end.

use ntk::dynamics::Training;

use super::noisy_circle::{NoisyCircle, truth};
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "stop-in-time",
    title: "Noisy labels on the circle, learned for a while and learned to the end",
    library: &["ntk::dynamics::Learner::at_test"],
    draw: picture,
};

const STOPPED: Training = Training::GradientFlow { time: 0.7 };

fn picture(frame: Frame) -> Result<String, String> {
    let circle = NoisyCircle::new()?;
    let ticks = [0.0, 90.0, 180.0, 270.0, 360.0].map(|t| (t, format!("{t:.0}°"))).to_vec();
    let x = Axis { range: 0.0..364.0, ticks, name: "angle φ" };
    let y = Axis::new(-2.4..2.6, &[-2.0, -1.0, 0.0, 1.0, 2.0], 0, "output");
    let degrees: Vec<f64> = (0..=360).map(f64::from).collect();
    let angles: Vec<f64> = degrees.iter().map(|d| d.to_radians()).collect();
    let line = |training| -> Result<Vec<(f64, f64)>, String> {
        let outputs = circle.predicted(&angles, training)?;
        Ok(degrees.iter().copied().zip(outputs.iter().copied()).collect())
    };
    draw(frame, x, y, |chart| {
        chart.line(&SECOND, Stroke::Thin, line(Training::until_converged())?)?;
        chart.line(
            &USUAL,
            Stroke::Dashed,
            curve(0.0..360.0, 180, |at| Ok(truth(at.to_radians())))?,
        )?;
        chart.line(&THEORY, Stroke::Bold, line(STOPPED)?)?;
        for (at, label) in circle.angles.iter().zip(circle.labels()) {
            chart.tick(&INK, (at.to_degrees(), label))?;
        }
        chart.label(
            &THEORY,
            (frame.choose(78.0, 60.0), frame.choose(1.75, 2.1)),
            Side::Right,
            "stopped at t = 0.7",
        )?;
        chart.label(
            &SECOND,
            (frame.choose(262.0, 236.0), frame.choose(0.85, 1.35)),
            Side::Right,
            "at the end",
        )?;
        chart.label(&USUAL, (200.0, -2.0), Side::Right, "the truth")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stopping_brings_this_draw_closer_to_the_truth() {
        let circle = NoisyCircle::new().expect("a spectrum");
        let angles: Vec<f64> = (0..90).map(|i| (4.0 * f64::from(i) + 2.0).to_radians()).collect();
        let off = |training| {
            let outputs = circle.predicted(&angles, training).expect("outputs");
            outputs.iter().zip(&angles).map(|(f, &at)| (f - truth(at)).powi(2)).sum::<f64>()
        };
        assert!(2.0 * off(STOPPED) < off(Training::until_converged()));
    }
}
