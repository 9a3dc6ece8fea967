//! One kernel and three sets of targets: the error under gradient flow against time.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, Training};
use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, curve, draw};
use crate::palette::{SECOND, THEORY, THIRD, USUAL};

pub const FIGURE: Figure = Figure {
    id: "three-targets",
    title: "The error of gradient flow for three sets of targets and one kernel",
    library: &["ntk::kernel::Architecture::ntk_gram", "ntk::dynamics::Learner::error_norm"],
    draw: picture,
};

const POINTS: usize = 64;
/// The share at which an error is called learned.
const EPSILON: f64 = 0.05;
/// The axis of time, in powers of ten.
const FROM: f64 = -2.0;
const TO: f64 = 4.0;

fn picture(frame: Frame) -> Result<String, String> {
    let xs = sphere();
    let gram = Architecture::new(1, Relu).ntk_gram(&xs).map_err(show)?;
    let spectrum = Spectrum::of(&gram).map_err(show)?;
    let slowest = spectrum.eigenvectors().column(POINTS - 1).clone_owned();
    let lines = [
        (&THEORY, Stroke::Bold, xs.column(0).clone_owned(), "y = x₁", Side::Right),
        (&SECOND, Stroke::Thin, signs(), frame.choose("random ±1", "±1"), Side::Left),
        (&THIRD, Stroke::Dotted, slowest, frame.choose("slowest mode", "slowest"), Side::Right),
    ];
    let ticks = (FROM as i32..=TO as i32).filter(|p| !frame.is_narrow() || p % 2 == 0);
    let ticks = ticks.map(|p| (f64::from(p), power(p))).collect();
    let x = Axis { range: FROM..TO, ticks, name: "time of gradient flow" };
    let y = Axis::new(0.0..1.12, &[0.0, 0.5, 1.0], 1, "error, as a share of the first");
    draw(frame, x, y, |chart| {
        chart.level(EPSILON)?;
        for (role, stroke, y, words, side) in &lines {
            let learner = Learner::from_zero(&spectrum, y).map_err(show)?;
            let first = y.norm();
            let left = |exponent: f64| {
                let flow = Training::GradientFlow { time: 10f64.powf(exponent) };
                learner.error_norm(flow).map(|error| error / first).map_err(show)
            };
            chart.line(role, *stroke, curve(FROM..TO, 240, left)?)?;
            let time = learner.time_to(EPSILON).map_err(show)?;
            chart.dot(role, (time.log10(), EPSILON))?;
            let beside = (FROM * 100.0) as i32..(TO * 100.0) as i32;
            let beside = beside.map(|i| f64::from(i) / 100.0);
            let at = beside.rev().find(|&e| left(e).is_ok_and(|share| share > 0.6));
            chart.label(role, (at.unwrap_or(FROM), 0.6), *side, words)?;
        }
        // What is often written for a time.
        let usual = (spectrum.condition_number() * (1.0 / EPSILON).ln()).log10();
        chart.line(&USUAL, Stroke::Dashed, vec![(usual, 0.0), (usual, 0.86)])?;
        chart.label(&USUAL, (usual - 0.1, 0.94), Side::Above, "κ ln 20")
    })
}

/// Points spread evenly over the sphere in three dimensions, on a spiral.
fn sphere() -> DMatrix<f64> {
    let golden = std::f64::consts::PI * (3.0 - 5f64.sqrt());
    let mut xs = DMatrix::zeros(POINTS, 3);
    for i in 0..POINTS {
        let height = 1.0 - (2 * i + 1) as f64 / POINTS as f64;
        let (radius, angle) = ((1.0 - height * height).sqrt(), golden * i as f64);
        xs.set_row(
            i,
            &DVector::from_vec(vec![radius * angle.cos(), radius * angle.sin(), height])
                .transpose(),
        );
    }
    xs
}

/// Labels of ±1 without a pattern, the same each time.
fn signs() -> DVector<f64> {
    let mut state = 11u32;
    DVector::from_fn(POINTS, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        if state >> 31 == 0 { 1.0 } else { -1.0 }
    })
}

fn power(exponent: i32) -> String {
    match exponent {
        -2 => "0.01".to_owned(),
        -1 => "0.1".to_owned(),
        4 => "10⁴".to_owned(),
        _ => 10f64.powi(exponent).to_string(),
    }
}
