//! How far the kernels of networks of many widths move on sixteen samples, for labels of three sizes.

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::lab::{Point, series};
use crate::palette::{MEASURED, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "no-border",
    title: "The kernel's relative change against the width, for labels of three sizes on 16 samples",
    library: &["book/data/lab/X4.json"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/X4.json");
const LABELS: [&str; 3] = ["labels ±0.25", "labels ±1", "labels ±4"];
const SAMPLES: f64 = 16.0;

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [8.0_f64, 16.0, 64.0, 256.0, 1024.0].map(|n| (n.log10(), format!("{n}"))).to_vec();
    let x = Axis { range: 0.8..3.35, ticks, name: "width n" };
    let words = [(-3.0, "0.001"), (-2.0, "0.01"), (-1.0, "0.1"), (0.0, "1")];
    let y = Axis {
        range: -3.1..0.7,
        ticks: words.map(|(at, word)| (at, word.to_owned())).to_vec(),
        name: "change of the kernel, relative",
    };
    draw(frame, x, y, |chart| {
        let border = SAMPLES.log10();
        chart.line(&USUAL, Stroke::Dashed, vec![(border, -3.1), (border, 0.6)])?;
        for label in LABELS {
            let points = series(LAB, label)?;
            let (first, last) = points.first().zip(points.last()).ok_or("no points")?;
            // 1/n, through the widest; the narrow ones that have left it are rich.
            let line = |n: f64| (n.log10(), (last.y * last.x / n).log10());
            let from = first.x.max(last.x * last.y / 0.4);
            chart.line(&THEORY, Stroke::Bold, vec![line(from), line(last.x)])?;
            for &Point { x, y, error } in &points {
                let at = |y: f64| (x.log10(), y.log10());
                chart.line(&MEASURED, Stroke::Thin, vec![at(y - error), at(y + error)])?;
                chart.dot(&MEASURED, at(y))?;
            }
            let words = label.trim_start_matches("labels ");
            let words = if frame.is_narrow() { words } else { label };
            chart.label(&MEASURED, (last.x.log10(), last.y.log10()), Side::Right, words)?;
        }
        chart.label(&USUAL, (border + 0.02, 0.52), Side::Right, "n = m")?;
        chart.label(&THEORY, (1.62, -2.3), Side::Left, "1/n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_one_width_the_labels_decide() {
        let at_border = |label: &str| -> f64 {
            let points = series(LAB, label).expect("the lab's file");
            points.iter().find(|p| (p.x - SAMPLES).abs() < 1e-9).map_or(f64::NAN, |p| p.y)
        };
        let [small, one, large] = LABELS.map(at_border);
        assert!(small < 0.05 && (0.1..0.5).contains(&one) && large > 1.0);
    }
}
