//! The two-layer ReLU kernel on the unit circle, split into its even and its odd part.

use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "even-and-odd",
    title: "The two-layer ReLU kernel as an even and an odd part",
    library: &["ntk::kernel::Architecture::ntk"],
    draw: picture,
};

fn picture(frame: Frame) -> Result<String, String> {
    let network = Architecture::new(1, Relu);
    let at = |degrees: f64| [degrees.to_radians().cos(), degrees.to_radians().sin()];
    let theta = |degrees: f64| network.ntk(&[1.0, 0.0], &at(degrees)).map_err(show);
    // x′ and −x′ lie half a turn apart.
    let part =
        |degrees: f64, sign: f64| Ok((theta(degrees)? + sign * theta(degrees + 180.0)?) / 2.0);
    let ticks = [0.0, 45.0, 90.0, 135.0, 180.0].map(|t| (t, format!("{t:.0}°"))).to_vec();
    let x = Axis { range: 0.0..180.0, ticks, name: "angle between x and x′" };
    let y = Axis::new(-0.6..1.08, &[-0.5, 0.0, 0.5, 1.0], 1, "kernel, unit vectors");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        chart.line(&THIRD, Stroke::Dashed, curve(0.0..180.0, 90, |d| part(d, -1.0))?)?;
        chart.line(&SECOND, Stroke::Thin, curve(0.0..180.0, 90, |d| part(d, 1.0))?)?;
        chart.line(&THEORY, Stroke::Bold, curve(0.0..180.0, 90, theta)?)?;
        chart.label(&THEORY, (30.0, theta(28.0)? + 0.03), Side::Right, "Θ")?;
        let words = frame.choose("even part: alike at x′ and −x′", "even part");
        chart.label(&SECOND, (frame.choose(128.0, 140.0), 0.47), Side::Above, words)?;
        let words = frame.choose("odd part: exactly ½ x·x′", "odd: ½ x·x′");
        chart.label(&THIRD, (frame.choose(116.0, 104.0), -0.3), Side::Left, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_odd_part_is_linear() {
        let network = Architecture::new(1, Relu);
        for degrees in [0.0, 10.0, 75.0, 170.0_f64] {
            let (cos, sin) = (degrees.to_radians().cos(), degrees.to_radians().sin());
            let theta = |x: [f64; 2]| network.ntk(&[1.0, 0.0], &x).expect("finite points");
            assert!((theta([cos, sin]) - theta([-cos, -sin]) - cos).abs() < 1e-14);
        }
    }
}
