//! What two networks that are one function at the start predict, trained in two parametrisations.

use crate::Figure;
use crate::chart::{Axis, Chart, Frame, Side, Stroke, draw};
use crate::lab::{Point, means, series};
use crate::palette::{MEASURED, Role, SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "one-rate",
    title: "Predictions of trained networks in NTK and in standard parametrisation",
    library: &["book/data/lab/E23.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/E23.json");

/// The mean prediction at each new point.
fn predictions(variant: &str) -> Result<Vec<Point>, String> {
    let at = |p: u32| -> Result<Point, String> {
        let point = means(LAB, variant, &format!("f[{p}]"))?.pop().ok_or("no width")?;
        Ok(Point { x: f64::from(p + 1), ..point })
    };
    (0..8).map(at).collect()
}

fn dots(chart: &mut Chart<'_>, points: &[Point], aside: f64) -> Result<(), String> {
    for &Point { x, y, error } in points {
        let x = x + aside;
        chart.line(&MEASURED, Stroke::Thin, vec![(x, y - 2.0 * error), (x, y + 2.0 * error)])?;
        chart.tick(&MEASURED, (x, y))?;
    }
    Ok(())
}

/// A short level stroke for what a kernel's regression says.
fn strokes(chart: &mut Chart<'_>, role: &Role, points: &[Point], aside: f64) -> Result<(), String> {
    let stroke = |p: &Point| vec![(p.x + aside - 0.2, p.y), (p.x + aside + 0.2, p.y)];
    points.iter().try_for_each(|point| chart.line(role, Stroke::Bold, stroke(point)))
}

fn picture(frame: Frame) -> Result<String, String> {
    let (by_k, by_theta) = (series(LAB, "regression with K")?, series(LAB, "regression with Θ")?);
    let (standard, ntk) = (predictions("standard scaling")?, predictions("both layers")?);
    let aside = 0.2;
    let points: Vec<f64> = (1..=8).map(f64::from).collect();
    let x = Axis::new(0.5..8.6, &points, 0, "new point");
    let y = Axis::new(-1.15..1.8, &[-1.0, 0.0, 1.0], 0, "prediction");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        strokes(chart, &THEORY, &by_k, -aside)?;
        strokes(chart, &SECOND, &by_theta, aside)?;
        dots(chart, &standard, -aside)?;
        dots(chart, &ntk, aside)?;
        let words = frame.choose("standard, on K's regression", "standard, on K's");
        chart.label(&THEORY, (1.0, 1.6), Side::Right, words)?;
        let words = frame.choose("NTK parametrisation, on Θ's", "NTK, on Θ's");
        chart.label(&SECOND, (1.45, 1.15), Side::Right, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_lies_on_its_own_regression_and_off_the_other() {
        let miss = |networks: &str, regression: &str| -> f64 {
            let theory = series(LAB, regression).expect("the lab's file");
            let networks = predictions(networks).expect("the lab's file");
            let off = |(n, t): (&Point, &Point)| ((n.y - t.y) / n.error.hypot(0.01)).powi(2);
            networks.iter().zip(&theory).map(off).sum::<f64>() / 8.0
        };
        for (networks, on, off) in [
            ("standard scaling", "regression with K", "regression with Θ"),
            ("both layers", "regression with Θ", "regression with K"),
        ] {
            assert!(miss(networks, on) < 4.0 && miss(networks, off) > 50.0, "{networks}");
        }
    }
}
