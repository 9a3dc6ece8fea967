//! How many samples regression with the tangent kernel needs, for products of one, two and four coordinates.

use ntk::dynamics::{Harmonic, cube_spectrum, learning_curve};
use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{FAINT, INK, SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "samples-by-degree",
    title: "The error of kernel regression on products of coordinates, against the samples",
    library: &["ntk::dynamics::cube_spectrum", "ntk::dynamics::learning_curve"],
    draw: picture,
};

const DIMENSION: usize = 20;

/// By degree, on the corners scaled to length one.
fn spectrum() -> Result<Vec<Harmonic>, String> {
    let network = Architecture::new(1, Relu);
    let at = |angle: f64| network.ntk(&[1.0, 0.0], &[angle.cos(), angle.sin()]);
    cube_spectrum(DIMENSION, |angle| at(angle).unwrap_or(f64::NAN)).map_err(show)
}

fn picture(frame: Frame) -> Result<String, String> {
    let spectrum = spectrum()?;
    let of = |degree: usize| -> Result<Vec<(f64, f64)>, String> {
        let at = |i: u32| {
            let log = 1.0 + f64::from(i) / 30.0;
            Ok((log, learning_curve(&spectrum, 10f64.powf(log), degree).map_err(show)?))
        };
        (0..=120).map(at).collect()
    };
    let ticks = ["10", "100", "1000", "10⁴", "10⁵"].map(str::to_owned).into_iter().enumerate();
    let ticks = ticks.map(|(i, words)| (1.0 + i as f64, words)).collect();
    let x = Axis { range: 1.0..5.1, ticks, name: "samples m" };
    let y = Axis::new(0.0..1.85, &[0.0, 0.5, 1.0, 1.5], 1, "error / variance of the target");
    draw(frame, x, y, |chart| {
        chart.level(1.0)?;
        for degree in [1, 2, 4] {
            let at = spectrum[degree].multiplicity.log10();
            chart.line(&FAINT, Stroke::Dotted, vec![(at, 0.0), (at, 1.8)])?;
        }
        chart.line(&SECOND, Stroke::Thin, of(1)?)?;
        chart.line(&THEORY, Stroke::Bold, of(2)?)?;
        chart.line(&THIRD, Stroke::Dashed, of(4)?)?;
        chart.label(&SECOND, (1.32, 0.4), Side::Right, "x₁")?;
        chart.label(&THEORY, (2.13, 0.62), Side::Right, "x₁x₂")?;
        chart.label(&THIRD, (3.68, 0.62), Side::Right, "x₁x₂x₃x₄")?;
        chart.label(&INK, (1.31, 1.76), Side::Right, "20")?;
        chart.label(&INK, (2.29, 1.76), Side::Right, "190")?;
        chart.label(&INK, (3.69, 1.76), Side::Right, frame.choose("4845 products", "4845"))
    })
}
