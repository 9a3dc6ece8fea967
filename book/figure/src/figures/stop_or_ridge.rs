//! The expected error against the training time, beside that of a ridge 1/t.

use ntk::dynamics::Training;

use super::noisy_circle::NoisyCircle;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "stop-or-ridge",
    title: "The error of stopping at t and of a ridge 1/t, on noisy labels",
    library: &["ntk::dynamics::Training", "ntk::dynamics::label_noise_variance"],
    draw: picture,
};

fn picture(frame: Frame) -> Result<String, String> {
    let circle = NoisyCircle::new()?;
    let ticks =
        [(-2.0, "0.01"), (-1.0, "0.1"), (0.0, "1"), (1.0, "10"), (2.0, "100"), (3.0, "1000")];
    let x = Axis {
        range: -1.5..3.5,
        ticks: ticks[1..].iter().map(|(at, words)| (*at, (*words).to_owned())).collect(),
        name: "t, or one over the ridge",
    };
    let y = Axis::new(0.0..0.2, &[0.0, 0.05, 0.1, 0.15], 2, "error at new points");
    draw(frame, x, y, |chart| {
        let flow = |log: f64| circle.risk(Training::GradientFlow { time: 10.0_f64.powf(log) });
        let ridge = |log: f64| circle.risk(Training::Ridge { ridge: 10.0_f64.powf(-log) });
        chart.line(&SECOND, Stroke::Dotted, curve(-1.5..3.5, 200, ridge)?)?;
        chart.line(&THEORY, Stroke::Bold, curve(-1.5..3.5, 200, flow)?)?;
        chart.label(&THEORY, (2.2, 0.16), Side::Above, "stop at t")?;
        chart.label(&SECOND, (1.75, 0.08), Side::Right, "a ridge 1/t")
    })
}
