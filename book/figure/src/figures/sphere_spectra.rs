//! Practice problem 1: the kernel's own eigenvalues on spheres, by rank.

use ntk::dynamics::sphere_spectrum;
use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "sphere-spectra",
    title: "Eigenvalues of the two-layer ReLU kernel on the sphere, by rank, in three dimensions",
    library: &["ntk::dynamics::sphere_spectrum"],
    draw: picture,
};

/// (log₁₀ rank, log₁₀ eigenvalue) at both ends of each degree's step, up to the last rank.
fn steps(dimension: usize, last: f64) -> Result<Vec<(f64, f64)>, String> {
    let network = Architecture::new(1, Relu);
    let kernel =
        |angle: f64| network.ntk(&[1.0, 0.0], &[angle.cos(), angle.sin()]).unwrap_or(f64::NAN);
    let degrees = if dimension == 2 { 260 } else { 60 };
    let mut before = 0.0;
    let mut points = Vec::new();
    for harmonic in sphere_spectrum(dimension, degrees, kernel).map_err(show)? {
        // The odd degrees from 3 on are zero, but for rounding.
        if harmonic.degree < 2 || harmonic.degree % 2 == 0 {
            let (from, to) = (before + 1.0, before + harmonic.multiplicity);
            if from > last {
                break;
            }
            let height = harmonic.eigenvalue.log10();
            points.push((from.log10(), height));
            points.push((to.min(last).log10(), height));
            before = to;
        }
    }
    Ok(points)
}

fn picture(frame: Frame) -> Result<String, String> {
    let x = Axis::new(0.0..2.5, &[0.0, 1.0, 2.0], 0, "log₁₀ of the rank j");
    let y = Axis::new(-5.0..0.0, &[-5.0, -4.0, -3.0, -2.0, -1.0, 0.0], 0, "log₁₀ of λⱼ/m");
    let all = [2, 3, 5].map(|dimension| steps(dimension, 250.0));
    let [circle, sphere, five] = all;
    draw(frame, x, y, |chart| {
        chart.line(&SECOND, Stroke::Thin, circle?)?;
        chart.line(&THEORY, Stroke::Bold, sphere?)?;
        chart.line(&THIRD, Stroke::Dotted, five?)?;
        let words = frame.choose("d = 5: exponent −5/4", "d = 5");
        chart.label(&THIRD, (1.34, -1.8), Side::Right, words)?;
        chart.leader((1.6, -3.5), (1.78, -2.7))?;
        let words = frame.choose("d = 3: exponent −3/2", "d = 3");
        chart.label(&THEORY, (1.72, -2.5), Side::Right, words)?;
        let words = frame.choose("d = 2, the circle: exponent −2", "d = 2");
        chart.label(&SECOND, (1.55, -4.4), Side::Left, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_the_chapter() {
        for (dimension, mean) in [(2, 0.303_96), (3, 0.25), (5, 27.0 / 128.0)] {
            let first = steps(dimension, 10.0).expect("a dimension")[0].1;
            assert!((10_f64.powf(first) - mean).abs() < 1e-5);
        }
        // The second step is 1/2d, of d harmonics.
        let second = steps(3, 10.0).expect("a dimension")[2];
        assert!((10_f64.powf(second.1) - 1.0 / 6.0).abs() < 1e-12);
        assert!((second.0 - 2_f64.log10()).abs() < 1e-12);
    }
}
