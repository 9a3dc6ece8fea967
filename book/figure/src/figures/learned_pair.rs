//! The error on x₁x₂ of networks in two scalings, beside what their kernel reaches and what no kernel can.

use crate::Figure;
use crate::chart::{Axis, Chart, Frame, Side, Stroke, draw};
use crate::lab::{Point, means, series};
use crate::palette::{INK, MEASURED, SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "learned-pair",
    title: "The error of networks on a product of two coordinates, against the width",
    library: &["book/data/lab/E21.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/E21.json");
/// No kernel that treats all 190 pairs alike comes below this with 150 samples.
const BOUND: f64 = 1.0 - 150.0 / 190.0;

/// Error against log₂ of the width.
fn errors(variant: &str) -> Result<Vec<Point>, String> {
    let points = means(LAB, variant, "error")?;
    Ok(points.into_iter().map(|point| Point { x: point.x.log2(), ..point }).collect())
}

fn dots(chart: &mut Chart<'_>, points: &[Point]) -> Result<(), String> {
    for &Point { x, y, error } in points {
        chart.line(&MEASURED, Stroke::Thin, vec![(x, y - error), (x, y + error)])?;
        chart.dot(&MEASURED, (x, y))?;
    }
    Ok(())
}

fn picture(frame: Frame) -> Result<String, String> {
    let limit = series(LAB, "infinite NTK")?.first().map_or(0.0, |point| point.y);
    let ticks = [64, 256, 1024].map(|n| (f64::from(n).log2(), n.to_string())).to_vec();
    let x = Axis { range: 5.5..11.5, ticks, name: "width n" };
    let y = Axis::new(0.0..1.08, &[0.0, 0.5, 1.0], 1, "test error / variance of the target");
    draw(frame, x, y, |chart| {
        chart.level(1.0)?;
        chart.line(&THEORY, Stroke::Bold, vec![(5.5, limit), (11.5, limit)])?;
        chart.line(&SECOND, Stroke::Thin, vec![(5.5, BOUND), (11.5, BOUND)])?;
        dots(chart, &errors("NTK scaling")?)?;
        dots(chart, &errors("mean-field scaling")?)?;
        let words =
            frame.choose("the infinite network's kernel, by the law", "the kernel, by the law");
        chart.label(&THEORY, (5.5, limit + 0.07), Side::Right, words)?;
        let words = frame.choose("no blind kernel comes below this", "no blind kernel below");
        chart.label(&SECOND, (11.4, BOUND + 0.055), Side::Left, words)?;
        chart.label(&INK, (10.1, 0.43), Side::Right, frame.choose("NTK scaling", "NTK"))?;
        chart.label(
            &INK,
            (6.1, 0.115),
            Side::Right,
            frame.choose("mean-field scaling", "mean-field"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lazy_networks_stay_above_the_bound_and_the_others_below() {
        let (ntk, mean_field) = (errors("NTK scaling"), errors("mean-field scaling"));
        assert!(ntk.expect("the lab's file").iter().all(|p| p.y - 3.0 * p.error > BOUND));
        assert!(mean_field.expect("the lab's file").iter().all(|p| p.y + 4.0 * p.error < BOUND));
    }
}
