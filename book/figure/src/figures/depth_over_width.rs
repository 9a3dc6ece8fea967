//! How much Θ̂(x, x) scatters from network to network, against depth over width.

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::lab::{Point, scatter};
use crate::palette::{MEASURED, SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "depth-over-width",
    title: "The relative variance of Θ̂(x, x) over networks, against depth over width",
    library: &["book/data/lab/E07.json", "book/data/lab/E25.json"],
    draw: picture,
};

const LINEAR: &str = include_str!("../../../data/lab/E07.json");
const RELU: &str = include_str!("../../../data/lab/E25.json");

/// Relative variance against hidden layers over width.
fn over_width(points: Vec<Point>, depth: usize) -> impl Iterator<Item = Point> {
    points.into_iter().map(move |point| Point { x: depth as f64 / point.x, ..point })
}

fn linear() -> Result<Vec<Point>, String> {
    let mut all = Vec::new();
    for layers in [2, 3, 4, 6, 8] {
        let points = scatter(LINEAR, &format!("H = {layers}"), "self", layers as f64)?;
        all.extend(over_width(points, layers - 1));
    }
    Ok(all)
}

/// One ratio of depth to width, three times: 4/64, 8/128 and 32/512.
fn relu() -> Result<Vec<Point>, String> {
    let mut all = Vec::new();
    for (gain, depth) in [("1", 4), ("1", 8), ("√2", 8), ("√2", 16), ("√2", 32)] {
        let scale = if gain == "1" { 0.5f64.powi(depth as i32) } else { 1.0 };
        let own = (depth + 1) as f64 * scale;
        let points = scatter(RELU, &format!("c = {gain}, ℓ = {depth}"), "self", own)?;
        all.extend(over_width(points, depth));
    }
    Ok(all)
}

fn picture(frame: Frame) -> Result<String, String> {
    let x = Axis::new(0.0..0.12, &[0.0, 0.03, 0.06, 0.09, 0.12], 2, "hidden layers / width");
    let y = Axis::new(0.0..0.36, &[0.0, 0.1, 0.2, 0.3], 1, "relative variance of Θ̂(x, x)");
    draw(frame, x, y, |chart| {
        chart.line(&THEORY, Stroke::Bold, vec![(0.0, 0.0), (0.097, 0.097 * 11.0 / 3.0)])?;
        chart.line(&SECOND, Stroke::Bold, vec![(0.0, 0.0), (0.12, 0.12 * 4.0 / 3.0)])?;
        for Point { x, y, error } in linear()?.into_iter().chain(relu()?) {
            chart.line(&MEASURED, Stroke::Thin, vec![(x, y - error), (x, y + error)])?;
            chart.tick(&MEASURED, (x, y))?;
        }
        chart.label(&THEORY, (0.078, 0.3), Side::Left, frame.choose("ReLU: 11/3", "ReLU"))?;
        chart.label(&SECOND, (0.085, 0.09), Side::Right, frame.choose("linear: 4/3", "linear"))?;
        let words = frame.choose("4 of 64, 8 of 128, 32 of 512", "three at 1/16");
        chart.label(&MEASURED, (0.066, 0.205), Side::Right, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_of_one_ratio_scatter_alike() {
        let relu = relu().expect("the lab's file");
        let alike: Vec<&Point> = relu.iter().filter(|p| (p.x - 0.0625).abs() < 1e-9).collect();
        assert_eq!(alike.len(), 3);
        for pair in alike.windows(2) {
            let apart = (pair[0].y - pair[1].y).abs();
            assert!(apart < 4.0 * pair[0].error.hypot(pair[1].error), "{apart}");
        }
    }
}
