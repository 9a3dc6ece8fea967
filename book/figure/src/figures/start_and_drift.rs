//! Chapter 13: two powers of the width, told apart by one plot.

use crate::Figure;
use crate::chart::{Axis, Chart, Frame, Side, Stroke, draw};
use crate::lab::{Point, over_seeds};
use crate::palette::{MEASURED, Role, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "start-and-drift",
    title: "How far a kernel starts from its limit, and how far it drifts, times √n",
    library: &["book/data/lab/E08.json", "book/data/lab/E09.json"],
    draw: picture,
};

const START: &str = include_str!("../../../data/lab/E08.json");
const TRAINED: &str = include_str!("../../../data/lab/E09.json");

/// √n times the value against 1/√n, in which a/√n + b/n is a straight line.
fn straight(points: Vec<Point>) -> Vec<Point> {
    let turn = |Point { x, y, error }: Point| {
        let root = x.sqrt();
        Point { x: 1.0 / root, y: root * y, error: root * error }
    };
    points.into_iter().map(turn).collect()
}

/// The factor c that fits y = c · shape(x) best.
fn fitted(points: &[Point], shape: impl Fn(f64) -> f64) -> f64 {
    let sum = |f: &dyn Fn(&Point) -> f64| points.iter().map(f).sum::<f64>();
    sum(&|p| p.y * shape(p.x) / p.error.powi(2)) / sum(&|p| (shape(p.x) / p.error).powi(2))
}

fn dots(chart: &mut Chart<'_>, role: &Role, points: &[Point]) -> Result<(), String> {
    for &Point { x, y, error } in points {
        chart.line(role, Stroke::Thin, vec![(x, y - error), (x, y + error)])?;
        chart.dot(role, (x, y))?;
    }
    Ok(())
}

fn picture(frame: Frame) -> Result<String, String> {
    let start = straight(over_seeds(START, "erf", "distance")?);
    let drift = straight(over_seeds(TRAINED, "erf", "drift")?);
    let (level, slope) = (fitted(&start, |_| 1.0), fitted(&drift, |x| x));
    let widths = [4096.0_f64, 512.0, 128.0, 64.0];
    let mut ticks = vec![(0.0, "∞".to_owned())];
    ticks.extend(widths.iter().map(|n| (1.0 / n.sqrt(), format!("{n}"))));
    let x = Axis { range: 0.0..0.134, ticks, name: "width n, placed at 1/√n" };
    let y = Axis::new(0.0..1.6, &[0.0, 0.5, 1.0, 1.5], 1, "distance × √n");
    draw(frame, x, y, |chart| {
        let usual = drift.first().map_or(0.0, |p| p.y);
        chart.line(&USUAL, Stroke::Dashed, vec![(0.0, usual), (0.1, usual)])?;
        chart.line(&THEORY, Stroke::Bold, vec![(0.0, level), (0.134, level)])?;
        chart.line(&SECOND, Stroke::Bold, vec![(0.0, 0.0), (1.5 / slope, 1.5)])?;
        dots(chart, &MEASURED, &start)?;
        dots(chart, &MEASURED, &drift)?;
        let words = frame.choose("at the start, from the limit: 1/√n", "start: 1/√n");
        chart.label(&THEORY, (0.133, level - 0.12), Side::Left, words)?;
        let words = frame.choose("while trained, from the start: 1/n", "drift: 1/n");
        chart.label(&SECOND, (0.056, 0.62), Side::Right, words)?;
        let words = frame.choose("the drift as usually written: 1/√n", "drift, usually");
        chart.label(&USUAL, (0.0, usual + 0.1), Side::Right, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_one_power() {
        let start = straight(over_seeds(START, "erf", "distance").expect("the lab's file"));
        let drift = straight(over_seeds(TRAINED, "erf", "drift").expect("the lab's file"));
        let off = |points: &[Point], curve: &dyn Fn(f64) -> f64| {
            points.iter().map(|p| ((p.y - curve(p.x)) / p.error).powi(2)).sum::<f64>()
                / points.len() as f64
        };
        let (level, slope) = (fitted(&start, |_| 1.0), fitted(&drift, |x| x));
        // The squares of the distances in errors are about 1 each where the power is right.
        assert!(off(&start, &|_| level) < 4.0 && off(&drift, &|x| slope * x) < 4.0);
        let wrong = (fitted(&start, |x| x), fitted(&drift, |_| 1.0));
        assert!(off(&start, &|x| wrong.0 * x) > 100.0 && off(&drift, &|_| wrong.1) > 20.0);
    }
}
