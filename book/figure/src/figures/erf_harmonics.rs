//! How fast the erf network learns each harmonic on the unit circle, without biases and with them.

use std::f64::consts::TAU;

use ntk::kernel::{Architecture, Erf};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, draw};
use crate::palette::{SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "erf-harmonics",
    title: "Rates of the harmonics on the circle, for the erf network with and without biases",
    library: &["ntk::kernel::Architecture::ntk"],
    draw: picture,
};

const POINTS: usize = 64;
const HIGHEST: usize = 6;
/// Where the axis of powers of ten ends; what is exactly 0 stands there.
const FLOOR: f64 = -5.0;

/// The mean over the circle of Θ(x₀, x) cos kα, with a coordinate of this size for the biases.
fn rate(k: usize, bias: f64) -> Result<f64, String> {
    let network = Architecture::new(1, Erf);
    let terms = (0..POINTS).map(|i| {
        let angle = TAU * i as f64 / POINTS as f64;
        let theta = network.ntk(&[1.0, 0.0, bias], &[angle.cos(), angle.sin(), bias]);
        theta.map(|theta| theta * (k as f64 * angle).cos()).map_err(show)
    });
    Ok(terms.sum::<Result<f64, String>>()? / POINTS as f64)
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = (0..=HIGHEST).map(|k| (k as f64, k.to_string())).collect();
    let x = Axis { range: -0.5..HIGHEST as f64 + 0.5, ticks, name: "harmonic k" };
    let words = ["0", "10⁻⁴", "10⁻³", "10⁻²", "0.1", "1"];
    let ticks = words.iter().enumerate().map(|(i, word)| (FLOOR + i as f64, (*word).to_owned()));
    let y = Axis { range: FLOOR..0.25, ticks: ticks.collect(), name: "rate, for one point" };
    draw(frame, x, y, |chart| {
        for k in 0..=HIGHEST {
            let (plain, biased) = (rate(k, 0.0)?, rate(k, 1.0)?);
            let height = |rate: f64| if rate.abs() < 1e-12 { FLOOR } else { rate.log10() };
            chart.ring(&SECOND, (k as f64, height(biased)))?;
            chart.dot(&THEORY, (k as f64, height(plain)))?;
        }
        chart.label(&SECOND, (2.0, rate(2, 1.0)?.log10()), Side::Right, "with biases")?;
        let beside = (1.0, rate(1, 0.0)?.log10());
        chart.label(&THEORY, beside, Side::Right, frame.choose("without biases", "without"))?;
        chart.label(&THEORY, (2.0, FLOOR + 0.12), Side::Above, "exactly 0")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_even_harmonics_are_lost_without_biases_and_only_then() {
        for k in 0..=HIGHEST {
            assert_eq!(rate(k, 0.0).expect("finite").abs() < 1e-14, k % 2 == 0, "k = {k}");
            assert!(rate(k, 1.0).expect("finite") > 1e-6, "k = {k}");
        }
    }
}
