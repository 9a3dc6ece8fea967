//! Θ(x, x′)/Θ(x, x) of erf networks against depth, in order, on the edge and in chaos.

use ntk::kernel::{Architecture, Erf};

use super::order_and_chaos::{edge, variance_at};
use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{INK, SECOND, USUAL};

pub const FIGURE: Figure = Figure {
    id: "three-phases",
    title: "The tangent kernel of erf networks against depth, at one gain and three biases",
    library: &["ntk::kernel::Architecture::{with_gain, with_bias, ntk}"],
    draw: picture,
};

/// The gain of all three.
const GAIN: f64 = 2.0;

/// Θ(x, x′)/Θ(x, x) of two unit vectors at this angle, after 1 to 256 layers.
fn shapes(bias: f64, angle: f64) -> Result<Vec<(f64, f64)>, String> {
    let (x, y) = ([1.0, 0.0], [angle.cos(), angle.sin()]);
    // Equal steps on the axis, as far as whole numbers of layers have them.
    let mut depths: Vec<usize> =
        (0..=64).map(|step| 2f64.powf(f64::from(step) / 8.0).round() as usize).collect();
    depths.dedup();
    let shape = |depth: usize| -> Result<(f64, f64), String> {
        let network = Architecture::new(depth, Erf).with_gain(GAIN).with_bias(bias);
        let own = network.ntk(&x, &x).map_err(show)?;
        Ok(((depth as f64).log2(), network.ntk(&x, &y).map_err(show)? / own))
    };
    depths.into_iter().map(shape).collect()
}

fn picture(frame: Frame) -> Result<String, String> {
    let ticks = [1, 4, 16, 64, 256].map(|l| (f64::from(l).log2(), l.to_string())).to_vec();
    let x = Axis { range: 0.0..8.2, ticks, name: "hidden layers" };
    let y = Axis::new(-0.04..1.09, &[0.0, 0.5, 1.0], 1, "Θ(x, x′)/Θ(x, x)");
    let phases = [(&SECOND, 1.5), (&INK, edge(variance_at(GAIN)).1), (&USUAL, 0.1)];
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        chart.level(1.0 / 3.0)?;
        chart.level(1.0)?;
        for (role, bias) in phases {
            chart.line(role, Stroke::Bold, shapes(bias, std::f64::consts::FRAC_PI_2)?)?;
            chart.line(role, Stroke::Thin, shapes(bias, 0.3)?)?;
        }
        chart.label(&SECOND, (8.1, 1.055), Side::Left, "order: 1")?;
        chart.label(&INK, (8.1, 0.25), Side::Left, frame.choose("the edge: ⅓", "edge: ⅓"))?;
        chart.label(&USUAL, (8.1, 0.05), Side::Left, "chaos: 0")?;
        chart.label(&USUAL, (0.25, 0.1), Side::Right, frame.choose("at 90°", "90°"))?;
        chart.label(&INK, (0.25, 0.53), Side::Right, frame.choose("at 90°", "90°"))?;
        chart.label(&SECOND, (0.25, 0.78), Side::Right, frame.choose("at 90°", "90°"))?;
        let words = frame.choose("all three at 17°", "17°, all three");
        chart.label(&INK, (0.25, 1.055), Side::Right, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_phases_end_at_one_a_third_and_nothing() {
        let end = |bias: f64| {
            shapes(bias, std::f64::consts::FRAC_PI_2).expect("finite").last().map_or(9.0, |p| p.1)
        };
        assert!((end(1.5) - 1.0).abs() < 1e-9);
        assert!((end(edge(variance_at(GAIN)).1) - 1.0 / 3.0).abs() < 0.01);
        assert!(end(0.1).abs() < 1e-9);
    }
}
