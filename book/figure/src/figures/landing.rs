//! Where networks land that were thrown, beside where they began.

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::lab::{Point, series};
use crate::palette::{MEASURED, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "landing",
    title: "ηλ_max of ReLU networks after training, against that before",
    library: &["book/data/lab/X2.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/X2.json");

fn picture(frame: Frame) -> Result<String, String> {
    let networks = series(LAB, "measured")?;
    let x = Axis::new(0.0..4.0, &[0.0, 1.0, 2.0, 3.0, 4.0], 0, "η λ_max before training");
    let y = Axis::new(0.0..3.0, &[0.0, 1.0, 2.0, 3.0], 0, "η λ_max after training");
    draw(frame, x, y, |chart| {
        chart.level(2.0)?;
        chart.line(&USUAL, Stroke::Dashed, vec![(2.0, 2.0), (3.0, 3.0)])?;
        chart.line(&THEORY, Stroke::Bold, vec![(0.3, 0.3), (2.0, 2.0), (3.9, 0.1)])?;
        for Point { x, y, error } in networks {
            chart.line(&MEASURED, Stroke::Thin, vec![(x, y - error), (x, y + error)])?;
            chart.dot(&MEASURED, (x, y))?;
        }
        let words = frame.choose("the kernel stays: unstable", "kernel stays");
        chart.label(&USUAL, (2.5, 2.72), Side::Left, words)?;
        let words = frame.choose("reflected at the edge", "reflected");
        chart.label(&THEORY, (2.75, 1.5), Side::Right, words)?;
        chart.label(
            &THEORY,
            (0.95, 1.15),
            Side::Left,
            frame.choose("the kernel stays", "stays"),
        )?;
        chart.label(&MEASURED, (3.45, 0.5), Side::Left, "measured")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_stay_below_the_edge_and_are_reflected_close_above_it() {
        for Point { x, y, error } in series(LAB, "measured").expect("the lab's file") {
            assert!(y < 2.0);
            if x < 2.2 {
                let expected = if x < 2.0 { x } else { 4.0 - x };
                assert!((y - expected).abs() < 0.02 + 4.0 * error, "from {x}: {y}");
            }
        }
    }
}
