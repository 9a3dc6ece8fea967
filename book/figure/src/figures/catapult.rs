//! Descent with a step half as long again as the limit: up, over, and down in another place.

use super::two_numbers::TwoNumbers;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{SECOND, THEORY, THIRD, USUAL};

pub const FIGURE: Figure = Figure {
    id: "catapult",
    title: "The loss of two-layer linear networks of three widths, with a step of 3/λ",
    library: &["P ← (1 − s)²P, Q ← (1 + s)²Q"],
    draw: picture,
};

/// η times the kernel at the start.
const SHARE: f64 = 3.0;
const STEPS: u32 = 26;

/// log₁₀ of the loss over the first, step by step, and ηλ at the end.
fn trained(width: f64) -> (Vec<(f64, f64)>, f64) {
    let mut network = TwoNumbers::start(width.sqrt());
    let rate = SHARE / network.kernel();
    let mut losses = Vec::new();
    for step in 0..=STEPS {
        losses.push((f64::from(step), 2.0 * (network.output() - 1.0).abs().log10()));
        network.step(rate, 1.0);
    }
    (losses, rate * network.kernel())
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [(-4.0, "10⁻⁴"), (0.0, "1"), (4.0, "10⁴"), (8.0, "10⁸")];
    let x = Axis::new(0.0..f64::from(STEPS) + 1.0, &[0.0, 5.0, 10.0, 15.0, 20.0, 25.0], 0, "steps");
    let y = Axis {
        range: -5.0..8.5,
        ticks: ticks.iter().map(|(at, words)| (*at, (*words).to_owned())).collect(),
        name: "loss, in units of the first",
    };
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        let linear = |k: u32| (f64::from(k), 2.0 * f64::from(k) * (SHARE - 1.0).log10());
        chart.line(&USUAL, Stroke::Dashed, (0..15).map(linear).collect())?;
        let widths = [
            (1e2, &THIRD, Stroke::Thin),
            (1e4, &SECOND, Stroke::Thin),
            (1e6, &THEORY, Stroke::Bold),
        ];
        for (width, role, stroke) in widths {
            let (losses, _) = trained(width);
            for &at in losses.iter().filter(|(_, loss)| (-5.0..8.5).contains(loss)) {
                chart.tick(role, at)?;
            }
            chart.line(role, stroke, losses)?;
        }
        let words = frame.choose("linear model", "linear");
        chart.label(&USUAL, (12.4, 7.6), Side::Left, words)?;
        chart.label(&THEORY, (14.2, 4.0), Side::Right, frame.choose("width 10⁶", "10⁶"))?;
        chart.label(&SECOND, (15.0, 1.2), Side::Right, frame.choose("width 10⁴", "10⁴"))?;
        chart.label(&THIRD, (13.0, -2.4), Side::Left, frame.choose("width 10²", "10²"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_grows_like_the_width_and_the_end_is_stable() {
        let peak = |width| trained(width).0.into_iter().map(|(_, loss)| loss).fold(0.0, f64::max);
        for width in [1e2, 1e4, 1e6, 1e8] {
            let share = peak(width) - width.log10();
            assert!((-1.0..-0.3).contains(&share), "{width}: 10^{share} of the width");
            assert!(trained(width).1 < 2.0);
        }
    }
}
