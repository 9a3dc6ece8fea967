//! Four infinitely wide random networks as functions on the unit circle.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::Spectrum;
use ntk::kernel::{Architecture, Relu};

use super::{draws::normals, show};
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{INK, SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "random-functions",
    title: "Random networks of infinite width as functions on the circle",
    library: &["ntk::kernel::Architecture::nngp_gram", "ntk::dynamics::Spectrum"],
    draw: picture,
};

/// Points on the circle, every three degrees.
const POINTS: usize = 121;
const SEEDS: [u64; 4] = [3, 5, 8, 21];

fn degrees(point: usize) -> f64 {
    -180.0 + 3.0 * point as f64
}

/// A draw from N(0, K): the root of K times independent normal numbers.
fn function(spectrum: &Spectrum, seed: u64) -> DVector<f64> {
    let draws = normals(seed, POINTS);
    let along = |i: usize| spectrum.eigenvalues()[i].max(0.0).sqrt() * draws[i];
    spectrum.eigenvectors() * DVector::from_fn(POINTS, |i, _| along(i))
}

fn picture(frame: Frame) -> Result<String, String> {
    let xs = DMatrix::from_fn(POINTS, 2, |point, feature| {
        let angle = degrees(point).to_radians();
        if feature == 0 { angle.cos() } else { angle.sin() }
    });
    let gram = Architecture::new(1, Relu).nngp_gram(&xs).map_err(show)?;
    let deviation = gram[(0, 0)].sqrt();
    let spectrum = Spectrum::of(&gram).map_err(show)?;
    let ticks = [-180.0, -90.0, 0.0, 90.0, 180.0];
    let ticks = ticks.map(|t| (t, format!("{t:.0}°").replace('-', "−"))).to_vec();
    let x = Axis { range: -180.0..180.0, ticks, name: "where on the circle" };
    let y = Axis::new(-2.2..2.2, &[-2.0, -1.0, 0.0, 1.0, 2.0], 0, "output before training");
    draw(frame, x, y, |chart| {
        chart.level(0.0)?;
        let strokes = [
            (&THEORY, Stroke::Bold),
            (&SECOND, Stroke::Thin),
            (&THIRD, Stroke::Dashed),
            (&INK, Stroke::Dotted),
        ];
        for ((role, stroke), seed) in strokes.into_iter().zip(SEEDS) {
            let f = function(&spectrum, seed);
            chart.line(role, stroke, (0..POINTS).map(|p| (degrees(p), f[p])).collect())?;
        }
        for sign in [-2.0, 2.0] {
            let at = sign * deviation;
            chart.line(&INK, Stroke::Hair, vec![(-180.0, at), (180.0, at)])?;
        }
        let words = frame.choose("two standard deviations", "2 st. deviations");
        chart.label(&INK, (-176.0, 2.0 * deviation + 0.16), Side::Right, words)
    })
}
