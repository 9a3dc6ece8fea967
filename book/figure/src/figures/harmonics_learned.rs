//! Real networks learn harmonics of the circle, one after the other, and one of them never.

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::lab::{Point, series};
use crate::palette::{MEASURED, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "harmonics-learned",
    title: "What is left of four harmonics while ReLU networks learn them",
    library: &["book/data/lab/E10.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/E10.json");
const POINTS: f64 = 64.0;
/// The experiment's learning rate.
const RATE: f64 = 0.02;

/// The closed form for even harmonics, cₖ = (k² + 3)/(π²(k² − 1)²), and c₁ = 1/4.
fn coefficient(k: usize) -> f64 {
    let square = (k * k) as f64;
    if k == 1 { 0.25 } else { (square + 3.0) / (std::f64::consts::PI * (square - 1.0)).powi(2) }
}

/// What descent leaves of a harmonic whose rate is that of the formula.
fn left(k: usize, time: f64) -> f64 {
    (1.0 - RATE * POINTS * coefficient(k)).powf(time / RATE)
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [(-2.0, "0.01"), (-1.0, "0.1"), (0.0, "1")];
    let x = Axis {
        range: -1.8..0.62,
        ticks: ticks.iter().map(|(at, words)| (*at, (*words).to_owned())).collect(),
        name: "time t = steps · η",
    };
    let x = Axis { ticks: x.ticks.into_iter().skip(1).collect(), ..x };
    let y = Axis::new(0.0..1.12, &[0.0, 0.5, 1.0], 1, "part that is left");
    let range = || -1.7..2.56_f64.log10();
    draw(frame, x, y, |chart| {
        let law = |k: usize| curve(range(), 120, move |log| Ok(left(k, 10.0_f64.powf(log))));
        for k in [1, 2, 4] {
            chart.line(&THEORY, Stroke::Bold, law(k)?)?;
        }
        chart.line(&THEORY, Stroke::Bold, vec![(range().start, 1.0), (range().end, 1.0)])?;
        chart.line(&USUAL, Stroke::Dashed, law(3)?)?;
        for k in 1..=4 {
            for Point { x, y, .. } in series(LAB, &format!("cos {k}φ"))? {
                chart.dot(&MEASURED, (x.log10(), y))?;
            }
        }
        chart.label(&MEASURED, (-1.45, 0.42), Side::Left, "k = 1")?;
        chart.label(&MEASURED, (-1.0, 0.45), Side::Left, "k = 2")?;
        chart.label(&MEASURED, (0.42, 1.0), Side::Right, "k = 3")?;
        chart.label(&MEASURED, (0.42, 0.24), Side::Right, "k = 4")?;
        let words = frame.choose("k = 3 by formula", "formula");
        chart.label(&USUAL, (-0.1, 0.3), Side::Left, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dots_lie_on_the_closed_form_but_for_finite_width_and_64_points() {
        for k in [1, 2, 4] {
            for Point { x, y, error } in series(LAB, &format!("cos {k}φ")).expect("the lab's file")
            {
                assert!((y - left(k, x)).abs() < 4.0 * error + 0.005, "k = {k} at {x}: {y}");
            }
        }
        let third = series(LAB, "cos 3φ").expect("the lab's file");
        assert!(third.iter().all(|point| (point.y - 1.0).abs() < 1e-10));
    }
}
