//! The least model of the edge of stability: catapults from a kernel that is driven upwards.

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{INK, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "sawtooth",
    title: "ηλ in the model of two numbers, with a slow drift upwards",
    library: &["s² ← s²(1 − ηλ + s²)², ηλ ← ηλ + drift − s²(4 − ηλ)"],
    draw: picture,
};

const STEPS: usize = 1000;
const DRIFT: f64 = 0.0025;
/// What slower modes leave in the fast one at each step.
const STIR: f64 = 1e-6;

/// ηλ, step by step.
fn driven() -> Vec<f64> {
    let (mut eta_lambda, mut square) = (1.5_f64, STIR);
    let mut seen = Vec::with_capacity(STEPS);
    for _ in 0..STEPS {
        seen.push(eta_lambda);
        let next = square * (1.0 - eta_lambda + square).powi(2);
        eta_lambda += DRIFT - square * (4.0 - eta_lambda);
        square = next.max(STIR);
    }
    seen
}

fn picture(frame: Frame) -> Result<String, String> {
    let x = Axis::new(0.0..1.02 * STEPS as f64, &[0.0, 250.0, 500.0, 750.0, 1000.0], 0, "steps");
    let y = Axis::new(1.4..3.1, &[1.5, 2.0, 2.5, 3.0], 1, "η × the largest eigenvalue");
    draw(frame, x, y, |chart| {
        chart.level(2.0)?;
        let free = (0..STEPS).map(|k| (k as f64, 1.5 + DRIFT * k as f64)).take(600).collect();
        chart.line(&USUAL, Stroke::Dashed, free)?;
        let line = driven().into_iter().enumerate().map(|(k, at)| (k as f64, at)).collect();
        chart.line(&THEORY, Stroke::Bold, line)?;
        chart.label(
            &USUAL,
            (500.0, 2.8),
            Side::Left,
            frame.choose("flow, in the same time", "flow"),
        )?;
        chart.label(&THEORY, (960.0, 2.42), Side::Left, "descent")?;
        chart.label(&INK, (10.0, 2.07), Side::Right, frame.choose("the edge, 2", "edge"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_hovers_about_the_edge() {
        let late = &driven()[250..];
        let mean = late.iter().sum::<f64>() / late.len() as f64;
        assert!((mean - 2.0).abs() < 0.05, "{mean}");
        assert!(late.iter().all(|at| (1.5..2.5).contains(at)));
        assert!(late.iter().any(|at| *at > 2.05) && late.iter().any(|at| *at < 1.95));
    }
}
