//! Networks whose kernel grows: to the edge and no further, or far beyond it with a smaller step.

use crate::Figure;
use crate::chart::{Axis, Chart, Frame, Side, Stroke, draw};
use crate::lab::{Point, series};
use crate::palette::{INK, MEASURED, SECOND, USUAL};

pub const FIGURE: Figure = Figure {
    id: "driven",
    title: "The largest eigenvalue while features are learned, with two steps, and in NTK scaling",
    library: &["book/data/lab/X9.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/X9.json");
const TOP: f64 = 5.3;

fn dots(chart: &mut Chart<'_>, points: &[Point], ring: bool) -> Result<(), String> {
    for &Point { x, y, error } in points {
        chart.line(&MEASURED, Stroke::Hair, vec![(x, y - error), (x, y + error)])?;
        if ring { chart.ring(&SECOND, (x, y)) } else { chart.tick(&MEASURED, (x, y)) }?;
    }
    Ok(())
}

fn picture(frame: Frame) -> Result<String, String> {
    let (rich, small, lazy) =
        (series(LAB, "mean-field")?, series(LAB, "a fifth of the step")?, series(LAB, "NTK")?);
    let x = Axis::new(0.0..620.0, &[0.0, 200.0, 400.0, 600.0], 0, "steps, or five small ones each");
    let y = Axis::new(0.0..TOP, &[0.0, 1.0, 2.0, 3.0, 4.0], 0, "ηλ_max, with the larger η");
    draw(frame, x, y, |chart| {
        chart.line(&USUAL, Stroke::Dashed, vec![(0.0, 1.0), (610.0, 1.0)])?;
        chart.level(2.0)?;
        dots(chart, &lazy, false)?;
        dots(chart, &rich, false)?;
        dots(chart, &small, true)?;
        chart.label(
            &SECOND,
            (210.0, 4.2),
            Side::Right,
            frame.choose("a fifth of the step", "η/5"),
        )?;
        let words = frame.choose("features are learned", "rich");
        chart.label(&MEASURED, (300.0, 2.02), Side::Above, words)?;
        chart.label(&MEASURED, (400.0, 0.95), Side::Below, frame.choose("NTK scaling", "lazy"))?;
        chart.label(&INK, (612.0, 2.26), Side::Left, "the edge")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_larger_step_holds_the_kernel_at_the_edge_and_the_smaller_does_not() {
        let late = |label: &str| -> f64 {
            let points = series(LAB, label).expect("the lab's file");
            points.last().map_or(f64::NAN, |point| point.y)
        };
        assert!((1.85..2.1).contains(&late("mean-field")));
        assert!(late("a fifth of the step") > 3.0 && late("NTK") < 1.2);
    }
}
