//! The loss of one real ReLU network that is thrown, beside its own linearisation's.

use serde_json::Value;

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{INK, MEASURED, USUAL};

pub const FIGURE: Figure = Figure {
    id: "thrown",
    title: "The loss of a ReLU network at ηλ_max = 3, 2.1 and 1, and of its linearisation",
    library: &["book/data/lab/X2.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/X2.json");
/// The steps after which experiment X2 keeps the loss.
const LOOKS: [u32; 20] = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 21, 25, 30, 35, 40, 45, 50, 60];

/// log₁₀ of the loss of the first network, or of its linearisation, over its first loss.
fn losses(of: &str, share: f64) -> Result<Vec<(f64, f64)>, String> {
    let results: Value = serde_json::from_str(LAB).map_err(|error| error.to_string())?;
    let values = &results["points"][0]["values"];
    let at = |k: usize| values[format!("{of}[{share}][{k}]")].as_f64();
    let first = at(0).ok_or_else(|| format!("X2 keeps no '{of}[{share}]'"))?;
    let look = |(k, step): (usize, &u32)| Some((f64::from(*step), (at(k)? / first).log10()));
    Ok(LOOKS.iter().enumerate().map_while(look).collect())
}

fn picture(frame: Frame) -> Result<String, String> {
    let words = [(-6.0, "10⁻⁶"), (-3.0, "10⁻³"), (0.0, "1"), (3.0, "10³")];
    let x = Axis::new(0.0..62.0, &[0.0, 20.0, 40.0, 60.0], 0, "steps");
    let y = Axis {
        range: -6.5..4.8,
        ticks: words.map(|(at, word)| (at, word.to_owned())).to_vec(),
        name: "loss, in units of the first",
    };
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        for share in [3.0, 2.1] {
            chart.line(&USUAL, Stroke::Dashed, losses("linear", share)?)?;
        }
        for (share, stroke) in [(1.0, Stroke::Dotted), (2.1, Stroke::Thin), (3.0, Stroke::Bold)] {
            let seen = losses("loss", share)?;
            chart.line(&INK, stroke, seen.clone())?;
            for at in seen.into_iter().filter(|(_, loss)| *loss > -6.5) {
                chart.tick(&MEASURED, at)?;
            }
        }
        chart.label(
            &USUAL,
            (9.5, 4.3),
            Side::Right,
            frame.choose("the linearisation", "linearised"),
        )?;
        chart.label(&MEASURED, (9.0, 2.0), Side::Right, frame.choose("ηλ = 3", "3"))?;
        chart.label(&MEASURED, (33.0, -0.3), Side::Below, frame.choose("ηλ = 2.1", "2.1"))?;
        chart.label(&MEASURED, (53.0, -4.6), Side::Right, frame.choose("ηλ = 1", "1"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_looks_are_those_of_the_experiment() {
        // Far out the linear model's loss is multiplied by (3 − 1)² at each step.
        let linear = losses("linear", 3.0).expect("the lab's file");
        for pair in linear.windows(2).filter(|pair| pair[0].0 >= 20.0) {
            let growth = (pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0);
            assert!((growth - 2.0 * 2.0_f64.log10()).abs() < 1e-6, "{growth} after {}", pair[0].0);
        }
    }
}
