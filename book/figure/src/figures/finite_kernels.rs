//! Tangent kernels of three random networks of width 30, and what they scatter around.

use ntk::kernel::{Architecture, Relu};

use super::{draws::normals, show};
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "finite-kernels",
    title: "Tangent kernels of three random networks, and their limit",
    library: &["ntk::kernel::Architecture::ntk"],
    draw: picture,
};

const WIDTH: usize = 30;

/// A two-layer ReLU network on the plane: each neuron's readout and two weights.
struct Network(Vec<[f64; 3]>);

impl Network {
    fn draw(seed: u64) -> Self {
        let draws = normals(seed, 3 * WIDTH);
        Self(draws.chunks_exact(3).map(|c| [c[0], c[1], c[2]]).collect())
    }

    /// ∇f(x)·∇f(x′), with the derivatives written out.
    fn kernel(&self, x: [f64; 2], y: [f64; 2]) -> f64 {
        let both = x[0] * y[0] + x[1] * y[1];
        let neuron = |&[a, w, v]: &[f64; 3]| {
            let (at_x, at_y) = (w * x[0] + v * x[1], w * y[0] + v * y[1]);
            if at_x > 0.0 && at_y > 0.0 { at_x * at_y + a * a * both } else { 0.0 }
        };
        self.0.iter().map(neuron).sum::<f64>() / WIDTH as f64
    }
}

fn picture(frame: Frame) -> Result<String, String> {
    let east = [1.0, 0.0];
    let at = |degrees: f64| [degrees.to_radians().cos(), degrees.to_radians().sin()];
    let limit = Architecture::new(1, Relu);
    let ticks = [-180.0, -90.0, 0.0, 90.0, 180.0];
    let ticks = ticks.map(|t| (t, format!("{t:.0}°").replace('-', "−"))).to_vec();
    let x = Axis { range: -180.0..180.0, ticks, name: "where on the circle is x′" };
    let y = Axis::new(-0.25..1.75, &[0.0, 0.5, 1.0, 1.5], 1, "kernel with the point x at 0°");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        for (seed, stroke) in [(2, Stroke::Thin), (4, Stroke::Dashed), (9, Stroke::Dotted)] {
            let network = Network::draw(seed);
            let line = curve(-180.0..180.0, 240, |degrees| Ok(network.kernel(east, at(degrees))))?;
            chart.line(&SECOND, stroke, line)?;
        }
        let theta = |degrees: f64| limit.ntk(&east, &at(degrees)).map_err(show);
        chart.line(&THEORY, Stroke::Bold, curve(-180.0..180.0, 120, theta)?)?;
        chart.label(
            &SECOND,
            (-170.0, 1.55),
            Side::Right,
            frame.choose("three networks of width 30", "width 30"),
        )?;
        chart.label(
            &THEORY,
            (-170.0, 1.35),
            Side::Right,
            frame.choose("infinite width", "infinite"),
        )
    })
}
