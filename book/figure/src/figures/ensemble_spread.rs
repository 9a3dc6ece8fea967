//! Chapter 12: how much trained networks scatter, beside the law and beside a posterior.

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::lab::{Point, series};
use crate::palette::{MEASURED, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "ensemble-spread",
    title: "The variance of many trained networks, in units of the law's",
    library: &["book/data/lab/E12.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/E12.json");

fn picture(frame: Frame) -> Result<String, String> {
    let (networks, posterior) = (series(LAB, "measured")?, series(LAB, "GP posterior")?);
    let ticks: Vec<f64> = networks.iter().map(|point| point.x).collect();
    let x = Axis::new(0.4..ticks.len() as f64 + 0.6, &ticks, 0, "new point");
    let y = Axis::new(0.0..1.25, &[0.0, 0.5, 1.0], 1, "variance / the law's");
    draw(frame, x, y, |chart| {
        chart.line(&THEORY, Stroke::Bold, vec![(0.4, 1.0), (ticks.len() as f64 + 0.6, 1.0)])?;
        for Point { x, y, .. } in posterior {
            chart.ring(&USUAL, (x, y))?;
        }
        for Point { x, y, error } in networks {
            chart.line(&MEASURED, Stroke::Thin, vec![(x, y - error), (x, y + error)])?;
            chart.dot(&MEASURED, (x, y))?;
        }
        chart.label(
            &THEORY,
            (0.4, 1.13),
            Side::Right,
            frame.choose("the law, with both kernels", "law"),
        )?;
        chart.label(&MEASURED, (8.5, 1.16), Side::Left, frame.choose("measured", "measured"))?;
        chart.label(
            &USUAL,
            (3.4, 0.3),
            Side::Left,
            frame.choose("posterior of the Gaussian process", "posterior"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_posterior_is_wider_than_the_law() {
        let posterior = series(LAB, "GP posterior").expect("the lab's file");
        assert!(posterior.len() == 8 && posterior.iter().all(|point| point.y < 1.0));
    }
}
