//! The one-sample law: every open unit turns, and a sector of them closes.

use std::f64::consts::{FRAC_PI_2, PI};

use ntk::dynamics::OneSample;

use crate::Figure;
use crate::chart::{Axis, Chart, Frame, Side, Stroke, curve, draw};
use crate::palette::{FAINT, INK, THEORY, USUAL};

pub const FIGURE: Figure = Figure {
    id: "hyperbolic-turn",
    title: "Where the units of a ReLU network go while it learns one sample",
    library: &["ntk::dynamics::OneSample::closed"],
    draw: picture,
};

/// Larger than any lab network turns, so that it can be seen.
const STATE: OneSample = OneSample { turn: 0.35 };

/// (z, a) after the turn s, for a unit whose gate is open until then.
fn turned((z, a): (f64, f64), s: f64) -> (f64, f64) {
    (z * s.cosh() + a * s.sinh(), a * s.cosh() + z * s.sinh())
}

/// How far it turns before its gate closes, if it does.
fn closes((z, a): (f64, f64)) -> Option<f64> {
    let at = (-z / a).atanh();
    (a < 0.0 && at < STATE.turn).then_some(at)
}

/// Units on half circles, as far apart along them as the circles are.
fn units() -> impl Iterator<Item = (f64, f64)> {
    [0.45, 0.9, 1.35, 1.8].into_iter().zip([5, 10, 15, 20]).flat_map(|(radius, count)| {
        (0..2 * count).map(move |k| {
            let angle = PI * (f64::from(k) + 0.5) / f64::from(count) - FRAC_PI_2;
            (radius * angle.cos(), radius * angle.sin())
        })
    })
}

fn path(chart: &mut Chart<'_>, unit: (f64, f64)) -> Result<(), String> {
    let (z, _) = unit;
    if z < 0.0 {
        return chart.tick(&FAINT, unit);
    }
    let closed = closes(unit);
    let (end, role) = closed.map_or((STATE.turn, &THEORY), |at| (at, &USUAL));
    let along = (0..=12).map(|k| turned(unit, end * f64::from(k) / 12.0));
    chart.line(role, Stroke::Thin, along.collect())?;
    let there = turned(unit, end);
    if closed.is_some() { chart.ring(role, there) } else { chart.tick(role, there) }
}

fn picture(frame: Frame) -> Result<String, String> {
    let frame = frame.tall(frame.choose(460, 340));
    let range = frame.choose(-2.5..3.6, -2.3..2.9);
    let x =
        Axis::new(range, &[-2.0, -1.0, 0.0, 1.0, 2.0], 0, "z = w·x, the gate is open for z > 0");
    let y = Axis::new(-2.4..2.9, &[-2.0, -1.0, 0.0, 1.0, 2.0], 0, "readout weight a");
    draw(frame, x, y, |chart| {
        chart.line(&FAINT, Stroke::Thin, vec![(0.0, -2.4), (0.0, 2.9)])?;
        units().try_for_each(|unit| path(chart, unit))?;
        // The edge of what closes: the units that reach z = 0 at the very end.
        let edge = |radius: f64| {
            let angle = STATE.closed() - FRAC_PI_2;
            Ok((radius * angle.cos(), radius * angle.sin()))
        };
        let edge: Result<Vec<_>, String> = curve(0.0..2.3, 8, |r| edge(r).map(|p| p.0))?
            .into_iter()
            .map(|(r, _)| edge(r))
            .collect();
        chart.line(&INK, Stroke::Dashed, edge?)?;
        let at = frame.choose((2.0, -1.05), (1.75, -1.15));
        chart.label(&THEORY, at, Side::Right, frame.choose("open: they turn", "turn"))?;
        let at = frame.choose((0.95, -2.2), (0.9, -2.2));
        chart.label(
            &USUAL,
            at,
            Side::Right,
            frame.choose("these close, and stay at z = 0", "these close"),
        )?;
        let words = frame.choose("closed: nothing moves them", "closed: they rest");
        chart.label(&INK, (-0.05, 2.4), Side::Left, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_units_that_close_are_those_of_the_sector() {
        let edge = STATE.closed() - FRAC_PI_2;
        let open = || units().filter(|&(z, _)| z > 0.0);
        assert!(open().all(|(z, a)| closes((z, a)).is_some() == (a.atan2(z) < edge)));
        assert!(open().any(|unit| closes(unit).is_some()));
        for unit in open() {
            let end = closes(unit).map_or(1.0, |at| turned(unit, at).0);
            assert!(end > -1e-12 && (end < 1e-12 || end == 1.0));
        }
    }
}
