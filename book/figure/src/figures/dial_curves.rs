//! How the smallest two-layer network learns, from lazy to rich.

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "dial-curves",
    title: "The learning curve of the two-layer linear network, for three settings of the dial",
    library: &["dg/dT = τ − sinh g"],
    draw: picture,
};

/// sinh g / τ, the share of the label that is learned, at the time T = λ₀t.
pub(super) fn learned(tau: f64, time: f64) -> f64 {
    let root = tau.hypot(1.0);
    // The two roots of z² − 2τz − 1, and where z = eᵍ runs between them, a logistic curve.
    let (high, low) = (tau + root, -1.0 / (tau + root));
    let odds = (1.0 - low) / (high - 1.0) * (root * time).exp();
    let z = if odds.is_finite() { (low + high * odds) / (1.0 + odds) } else { high };
    (z - 1.0 / z) / (2.0 * tau)
}

fn picture(frame: Frame) -> Result<String, String> {
    let x = Axis::new(0.0..10.0, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0], 0, "time × the rate at the end");
    let y = Axis::new(0.0..1.08, &[0.0, 0.5, 1.0], 1, "share that is learned");
    draw(frame, x, y, |chart| {
        chart.level(1.0)?;
        let dials = [
            (0.1_f64, &THEORY, Stroke::Bold),
            (10.0, &SECOND, Stroke::Thin),
            (300.0, &THIRD, Stroke::Dashed),
        ];
        for (tau, role, stroke) in dials {
            let root = tau.hypot(1.0);
            let line = curve(0.0..10.0, 200, |time| Ok(learned(tau, time / root)))?;
            chart.line(role, stroke, line)?;
        }
        chart.label(&THEORY, (1.0, 0.55), Side::Right, frame.choose("lazy, τ = 0.1", "0.1"))?;
        chart.label(&SECOND, (3.15, 0.35), Side::Right, frame.choose("τ = 10", "10"))?;
        chart.label(&THIRD, (6.3, 0.35), Side::Right, frame.choose("rich, τ = 300", "τ = 300"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closed_form_solves_the_equation() {
        for tau in [0.1, 1.0, 10.0, 300.0] {
            let mut g = 0.0_f64;
            let step = 1e-4 / (1.0 + tau);
            for k in 0..40_000 {
                let time = f64::from(k) * step;
                if k % 10_000 == 0 {
                    let share = g.sinh() / tau;
                    assert!((share - learned(tau, time)).abs() < 1e-3, "{tau} at {time}: {share}");
                }
                let middle = g + 0.5 * step * (tau - g.sinh());
                g += step * (tau - middle.sinh());
            }
        }
    }
}
