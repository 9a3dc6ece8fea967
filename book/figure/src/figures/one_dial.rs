//! How far kernels move, against α√n: three ways to turn one dial.

use crate::Figure;
use crate::chart::{Axis, Chart, Frame, Side, Stroke, curve, draw};
use crate::lab::{Point, series};
use crate::palette::{INK, MEASURED, Role, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "one-dial",
    title: "How far the kernel of erf networks moves, against α√n",
    library: &["book/data/lab/E20.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/E20.json");
const BY_SCALE: &str = "n = 512, α varied";
const BY_WIDTH: &str = "α = 1, n varied";
const MEAN_FIELD: &str = "mean-field";

/// The factor c of c/(α√n)², from the laziest network.
fn lazy() -> Result<f64, String> {
    let last = series(LAB, BY_SCALE)?.into_iter().next_back().ok_or("no points")?;
    Ok(last.y * last.x * last.x)
}

fn bars(chart: &mut Chart<'_>, role: &Role, points: &[Point]) -> Result<(), String> {
    points.iter().try_for_each(|p| {
        let log = |y: f64| (p.x.log10(), y.log10());
        chart.line(role, Stroke::Thin, vec![log(p.y - p.error), log(p.y + p.error)])
    })
}

fn picture(frame: Frame) -> Result<String, String> {
    let (by_scale, by_width, mean_field) =
        (series(LAB, BY_SCALE)?, series(LAB, BY_WIDTH)?, series(LAB, MEAN_FIELD)?);
    let c = lazy()?;
    let words = [(0.0, "1"), (1.0, "10"), (2.0, "100")];
    let x = Axis {
        range: -0.25..2.45,
        ticks: words.map(|(at, word)| (at, word.to_owned())).to_vec(),
        name: "α√n",
    };
    let words = [(-3.0, "0.001"), (-2.0, "0.01"), (-1.0, "0.1"), (0.0, "1")];
    let y = Axis {
        range: -3.8..0.8,
        ticks: words.map(|(at, word)| (at, word.to_owned())).to_vec(),
        name: "change of the kernel, relative",
    };
    draw(frame, x, y, |chart| {
        let level = by_width.iter().find(|p| (p.x - 512.0_f64.sqrt()).abs() < 1e-6);
        let level = level.ok_or("no network of width 512")?.y.log10();
        chart.line(&USUAL, Stroke::Dashed, vec![(0.6, level), (2.4, level)])?;
        chart.line(&THEORY, Stroke::Bold, curve(0.2..2.4, 60, |log| Ok(c.log10() - 2.0 * log))?)?;
        // The solved network has √(1 + τ²) − 1, which is τ²/2 where it is lazy.
        let solved =
            |log: f64| Ok(((1.0 + 2.0 * c * 10.0_f64.powf(-2.0 * log)).sqrt() - 1.0).log10());
        chart.line(&SECOND, Stroke::Dotted, curve(-0.2..2.4, 120, solved)?)?;
        for (role, points) in [(&MEASURED, &by_scale), (&INK, &by_width), (&MEASURED, &mean_field)]
        {
            bars(chart, role, points)?;
        }
        for p in by_scale.iter().chain(&mean_field) {
            chart.dot(&MEASURED, (p.x.log10(), p.y.log10()))?;
        }
        for p in &by_width {
            chart.ring(&INK, (p.x.log10(), p.y.log10()))?;
        }
        let words = frame.choose("mean-field, any n", "mean-field");
        chart.label(&MEASURED, (-0.27, frame.choose(-0.12, -0.36)), Side::Right, words)?;
        let words = frame.choose("dots: α at n = 512", "dots: α");
        chart.label(&MEASURED, (1.9, -3.1), Side::Left, words)?;
        let words = frame.choose("rings: n at α = 1", "rings: n");
        chart.label(&INK, (1.08, -1.0), Side::Right, words)?;
        let words = frame.choose("if n = 512 decided", "if n decided");
        chart.label(&USUAL, (2.42, level + 0.25), Side::Left, words)?;
        chart.label(&THEORY, (0.52, 0.1), Side::Right, "1/(α√n)²")?;
        let at = (0.5, frame.choose(-0.7, -0.95));
        chart.label(&SECOND, at, Side::Left, frame.choose("solved network", "solved"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_scale_turn_the_same_dial() {
        let c = lazy().expect("the lab's file");
        let by_scale = series(LAB, BY_SCALE).expect("the lab's file");
        let by_width = series(LAB, BY_WIDTH).expect("the lab's file");
        let lazy = by_scale.iter().chain(&by_width).filter(|p| p.x > 22.0);
        assert!(lazy.clone().count() >= 5);
        for p in lazy {
            assert!((p.y * p.x * p.x / c - 1.0).abs() < 0.15, "at {}: {}", p.x, p.y);
        }
        // Where it is rich, less than the lazy law and as much at every width.
        let mean_field = series(LAB, MEAN_FIELD).expect("the lab's file");
        assert!(mean_field.iter().all(|p| p.y < c / 2.0 && (1.8..2.2).contains(&p.y)));
    }
}
