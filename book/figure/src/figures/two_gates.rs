//! The plane of two inputs at 60°: the directions of a weight that open the gate of each, and those
//! that open both.

use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{FAINT, INK, SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "two-gates",
    title: "The directions of a weight that open the gates of two inputs",
    library: &["ntk::kernel::Architecture::kdot"],
    draw: picture,
};

/// The angle between the two inputs, in degrees; one third is easy to see.
const ANGLE: f64 = 60.0;

fn picture(frame: Frame) -> Result<String, String> {
    let frame = frame.tall(frame.choose(440, 320));
    let polar = |radius: f64, degrees: f64| {
        let angle = degrees.to_radians();
        (radius * angle.cos(), radius * angle.sin())
    };
    let (a, b) = (polar(1.0, 0.0), polar(1.0, ANGLE));
    let share = Architecture::new(1, Relu).kdot(&[a.0, a.1], &[b.0, b.1]).map_err(show)?;
    let wedge = 360.0 * share;
    let arc = |radius: f64, from: f64, to: f64| -> Result<Vec<(f64, f64)>, String> {
        Ok(curve(from..to, 120, Ok)?.into_iter().map(|(t, _)| polar(radius, t)).collect())
    };
    // One unit is equally long on both axes: circles must look like circles.
    let (x, y) = frame.choose((-2.85..2.85, -1.8..1.8), (-2.28..2.28, -2.0..2.0));
    let x = Axis::new(x, &[-1.0, 0.0, 1.0], 0, "w, along x");
    let y = Axis::new(y, &[-1.0, 0.0, 1.0], 0, "w, across x");
    draw(frame, x, y, |chart| {
        for step in 0..=24 {
            let end = polar(1.2, 90.0 - f64::from(step) / 24.0 * wedge);
            chart.line(&FAINT, Stroke::Hair, vec![(0.0, 0.0), end])?;
        }
        // Where a gate shuts: at a right angle to its input.
        chart.leader(polar(1.2, -90.0), polar(1.2, 90.0))?;
        chart.leader(polar(1.4, ANGLE - 90.0), polar(1.4, ANGLE + 90.0))?;
        chart.line(&THEORY, Stroke::Bold, arc(1.2, -90.0, 90.0)?)?;
        chart.line(&SECOND, Stroke::Dashed, arc(1.4, ANGLE - 90.0, ANGLE + 90.0)?)?;
        chart.line(&THIRD, Stroke::Bold, arc(1.6, 90.0 - wedge, 90.0)?)?;
        for (end, name, side) in [(a, "x", Side::Below), (b, "x′", Side::Left)] {
            chart.line(&INK, Stroke::Thin, vec![(0.0, 0.0), end])?;
            chart.dot(&INK, end)?;
            chart.label(&INK, end, side, name)?;
        }
        chart.label(&THEORY, (0.45, -1.32), Side::Right, "gate of x")?;
        chart.label(&SECOND, polar(1.42, ANGLE + 80.0), Side::Left, "gate of x′")?;
        chart.label(&THIRD, polar(1.6, 24.0), Side::Right, frame.choose("both open", "both"))
    })
}
