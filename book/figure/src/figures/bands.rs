//! Where most of many real networks lie, before training and after, beside the law.

use serde_json::Value;

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::lab::{Point, series};
use crate::palette::{INK, MEASURED, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "bands",
    title: "Mean ± two standard deviations of many networks, before and after training",
    library: &["book/data/lab/X1.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/X1.json");
/// The angles of the data, in degrees.
const DATA: [f64; 4] = [-130.0, -70.0, 0.0, 70.0];

/// The four edges of a kind, theory or measured: above and below, before training and after.
fn edges(kind: &str) -> Result<Vec<Vec<Point>>, String> {
    let results: Value = serde_json::from_str(LAB).map_err(|error| error.to_string())?;
    let all = results["figure"]["series"].as_array().ok_or("no figure in the lab's file")?;
    let read = |p: &Value| {
        let number = |k: usize| p[k].as_f64().ok_or("a point that is no number");
        Ok(Point { x: number(0)?, y: number(1)?, error: number(2)? })
    };
    let points = |s: &Value| -> Result<Vec<Point>, String> {
        s["points"].as_array().ok_or("a series without points")?.iter().map(read).collect()
    };
    let found: Result<Vec<_>, String> =
        all.iter().filter(|s| s["kind"] == kind).map(points).collect();
    found.and_then(
        |edges| if edges.len() == 4 { Ok(edges) } else { Err("not four edges".to_owned()) },
    )
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [-180.0, -90.0, 0.0, 90.0, 180.0];
    let ticks = ticks.map(|t| (t, format!("{t:.0}°").replace('-', "−"))).to_vec();
    let x = Axis { range: -180.0..180.0, ticks, name: "where on the circle" };
    let y = Axis::new(-2.6..2.6, &[-2.0, -1.0, 0.0, 1.0, 2.0], 0, "mean ± 2 standard deviations");
    let kernel = series(LAB, "kernel alone")?;
    draw(frame, x, y, |chart| {
        let line = |points: &[Point]| points.iter().map(|p| (p.x, p.y)).collect::<Vec<_>>();
        chart.line(&USUAL, Stroke::Dashed, line(&kernel))?;
        for (k, (theory, measured)) in edges("theory")?.iter().zip(edges("measured")?).enumerate() {
            let (role, stroke) =
                if k < 2 { (&SECOND, Stroke::Thin) } else { (&THEORY, Stroke::Bold) };
            chart.line(role, stroke, line(theory))?;
            for Point { x, y, error } in measured {
                chart.line(&MEASURED, Stroke::Thin, vec![(x, y - error), (x, y + error)])?;
                chart.tick(&MEASURED, (x, y))?;
            }
        }
        for at in DATA {
            chart.line(&INK, Stroke::Hair, vec![(at, -2.6), (at, -2.4)])?;
        }
        chart.label(
            &SECOND,
            (-125.0, 2.3),
            Side::Right,
            frame.choose("before training", "before"),
        )?;
        chart.label(&THEORY, (42.0, 1.05), Side::Right, "after")?;
        let words = frame.choose("kernel regression alone", "kernel alone");
        chart.label(&USUAL, (-178.0, frame.choose(-1.5, -1.6)), Side::Right, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn training_narrows_the_band_and_the_networks_stay_on_it() {
        let (theory, measured) = (edges("theory").unwrap(), edges("measured").unwrap());
        let width = |e: &[Vec<Point>]| e[0].iter().zip(&e[1]).map(|(a, b)| a.y - b.y).sum::<f64>();
        assert!(width(&measured[2..]) < 0.7 * width(&measured[..2]));
        for (law, seen) in theory.iter().zip(&measured) {
            for p in seen {
                let near =
                    law.iter().min_by(|a, b| (a.x - p.x).abs().total_cmp(&(b.x - p.x).abs()));
                let off = (near.unwrap().y - p.y).abs();
                assert!(off < 4.0 * p.error + 0.08, "at {}: {off}", p.x);
            }
        }
    }
}
