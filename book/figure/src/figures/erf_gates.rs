//! sign, erf(z/√2) and tanh: a gate, the same with noise, and what it is said to approximate.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

use libm::erf;

use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{INK, SECOND, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "erf-gates",
    title: "A sign, erf(z/√2), and tanh",
    library: &["libm::erf, as in ntk::kernel::Erf"],
    draw: picture,
};

fn picture(frame: Frame) -> Result<String, String> {
    let gate = |z: f64| Ok(erf(z * FRAC_1_SQRT_2));
    let steep = |z: f64| Ok(erf(z * PI.sqrt() / 2.0));
    let x = Axis::new(-3.0..3.0, &[-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0], 0, "z");
    let y = Axis::new(-1.12..1.12, &[-1.0, -0.5, 0.0, 0.5, 1.0], 1, "activation");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        chart.line(&INK, Stroke::Hair, vec![(-3.0, -1.0), (0.0, -1.0), (0.0, 1.0), (3.0, 1.0)])?;
        chart.line(&USUAL, Stroke::Dashed, curve(-3.0..3.0, 120, |z| Ok(z.tanh()))?)?;
        chart.line(&SECOND, Stroke::Dotted, curve(-3.0..3.0, 120, steep)?)?;
        chart.line(&THEORY, Stroke::Bold, curve(-3.0..3.0, 120, gate)?)?;
        let words = frame.choose("sign(z), a gate without noise", "sign(z)");
        chart.label(&INK, (0.0, 1.0), Side::Left, words)?;
        chart.label(&THEORY, (0.62, 0.42), Side::Right, "erf(z/√2)")?;
        chart.leader((-1.55, -0.62), (-0.75, (-0.75_f64).tanh()))?;
        chart.label(&USUAL, (-1.5, -0.55), Side::Left, "tanh z")?;
        chart.leader((-1.2, -0.3), (-0.42, erf(-0.42 * PI.sqrt() / 2.0)))?;
        chart.label(&SECOND, (-1.15, -0.25), Side::Left, "erf(√π z/2)")
    })
}
