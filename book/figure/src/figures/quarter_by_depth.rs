//! The shape of deep ReLU kernels: measured in real networks, and by the recursion.

use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::lab::{Point, means};
use crate::palette::{MEASURED, SECOND, THEORY, THIRD, USUAL};

pub const FIGURE: Figure = Figure {
    id: "quarter-by-depth",
    title: "Three pairs of inputs in ever deeper ReLU networks, measured and predicted",
    library: &["book/data/lab/E25.json", "ntk::kernel::Architecture::{with_gain, ntk}"],
    draw: picture,
};

const LAB: &str = include_str!("../../../data/lab/E25.json");
/// Cosines of the pairs, in the lab's order.
const COSINES: [f64; 3] = [0.0, 0.955_336, -1.0];

/// Θ(x, x′)/Θ(x, x) of the recursion against log₂ of the depth.
fn predicted(cosine: f64) -> Result<Vec<(f64, f64)>, String> {
    let (x, y) = ([1.0, 0.0], [cosine, (1.0 - cosine * cosine).max(0.0).sqrt()]);
    let at = |step: u32| {
        let depth = 2f64.powf(f64::from(step) / 4.0).round() as usize;
        let network = Architecture::new(depth, Relu).with_gain(2f64.sqrt());
        let own = network.ntk(&x, &x).map_err(show)?;
        Ok(((depth as f64).log2(), network.ntk(&x, &y).map_err(show)? / own))
    };
    (0..=40).map(at).collect()
}

/// The same in networks, with its error.
fn measured(pair: usize) -> Result<Vec<Point>, String> {
    let mut all = Vec::new();
    for depth in [1, 2, 4, 8, 16, 32] {
        let variant = format!("c = √2, ℓ = {depth}");
        for point in means(LAB, &variant, &format!("shape[{pair}]"))? {
            all.push(Point { x: f64::from(depth).log2(), ..point });
        }
    }
    Ok(all)
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [1, 4, 16, 64, 256, 1024].map(|l| (f64::from(l).log2(), l.to_string())).to_vec();
    let x = Axis { range: -0.15..10.2, ticks, name: "hidden layers" };
    let y = Axis::new(-0.05..1.04, &[0.0, 0.25, 0.5, 0.75, 1.0], 2, "Θ(x, x′)/Θ(x, x)");
    draw(frame, x, y, |chart| {
        chart.level(0.25)?;
        chart.line(&USUAL, Stroke::Dashed, vec![(0.0, 0.0), (10.1, 0.0)])?;
        for (pair, role) in [&THEORY, &SECOND, &THIRD].into_iter().enumerate() {
            chart.line(role, Stroke::Bold, predicted(COSINES[pair])?)?;
            for Point { x, y, error } in measured(pair)? {
                chart.line(&MEASURED, Stroke::Thin, vec![(x, y - error), (x, y + error)])?;
                chart.tick(&MEASURED, (x, y))?;
            }
        }
        let near = frame.choose("17.2° apart", "17.2°");
        chart.label(&SECOND, (3.2, 0.75), Side::Right, near)?;
        chart.label(&THEORY, (0.05, 0.37), Side::Right, frame.choose("orthogonal", "90°"))?;
        chart.label(&THIRD, (0.9, 0.07), Side::Right, frame.choose("opposite", "180°"))?;
        let words = frame.choose("as usually written: it vanishes", "usually: 0");
        chart.label(&USUAL, (10.1, 0.05), Side::Left, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_networks_of_moderate_depth_lie_on_the_recursion() {
        for (pair, cosine) in COSINES.into_iter().enumerate() {
            let theory = predicted(cosine).expect("finite");
            for point in measured(pair).expect("the lab's file").iter().take(4) {
                let near =
                    theory.iter().find(|t| (t.0 - point.x).abs() < 1e-9).expect("a power of two");
                assert!((near.1 - point.y).abs() < 4.0 * point.error + 0.01, "{}", point.x);
            }
        }
    }
}
