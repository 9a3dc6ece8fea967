//! The plane of gain and bias for erf, and the line on which two close inputs keep their distance.

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{INK, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "order-and-chaos",
    title: "Order and chaos in the plane of bias and gain, for erf",
    library: &["book/figure/src/figures/order_and_chaos.rs"],
    draw: picture,
};

/// The gain and bias at which a network of erf with the variance `q` in every layer has χ₁ = 1.
pub(super) fn edge(q: f64) -> (f64, f64) {
    let root = (1.0 + 2.0 * q).sqrt();
    let bias = (q - root * (q / (1.0 + q)).asin()).max(0.0).sqrt();
    ((std::f64::consts::FRAC_PI_2 * root).sqrt(), bias)
}

/// The variance on the edge at this gain, for gains from √(π/2) on.
pub(super) fn variance_at(gain: f64) -> f64 {
    let root = gain * gain / std::f64::consts::FRAC_PI_2;
    (root * root - 1.0) / 2.0
}

fn picture(frame: Frame) -> Result<String, String> {
    // Equal steps in the root of q: the line starts steeply.
    let line: Vec<(f64, f64)> = (0..=200)
        .map(|i| edge((f64::from(i) / 60.0).powi(2)))
        .map(|(gain, bias)| (bias, gain))
        .collect();
    let x = Axis::new(0.0..1.8, &[0.0, 0.5, 1.0, 1.5], 1, "bias b");
    let y = Axis::new(0.8..2.6, &[1.0, 1.5, 2.0, 2.5], 1, "gain c");
    draw(frame, x, y, |chart| {
        chart.line(&THEORY, Stroke::Bold, line)?;
        for (role, bias) in [(&USUAL, 0.1), (&INK, edge(variance_at(2.0)).1), (&SECOND, 1.5)] {
            chart.dot(role, (bias, 2.0))?;
        }
        chart.label(&USUAL, (0.16, 2.4), Side::Right, frame.choose("chaos: χ₁ > 1", "chaos"))?;
        chart.label(&SECOND, (1.0, 1.3), Side::Right, frame.choose("order: χ₁ < 1", "order"))?;
        chart.leader((1.13, 2.19), (1.2, 1.86))?;
        chart.label(&THEORY, (1.13, 1.79), Side::Right, "χ₁ = 1")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntk::kernel::{Architecture, Erf};

    #[test]
    fn on_the_line_the_variance_stays_and_the_slope_is_one() {
        for q in [0.1, 1.0, 5.0] {
            let (gain, bias) = edge(q);
            let network = Architecture::new(1, Erf).with_gain(gain).with_bias(bias);
            let x = [(q - bias * bias).sqrt()];
            assert!((network.nngp(&x, &x).expect("finite") - q).abs() < 1e-12);
            assert!((network.kdot(&x, &x).expect("finite") - 1.0).abs() < 1e-12);
            assert!((variance_at(gain) - q).abs() < 1e-12);
        }
    }
}
