//! Practice problem 3: how fast the eigenvalues of K and of Θ fall on the circle.

use std::f64::consts::PI;

use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, draw};
use crate::palette::{SECOND, THEORY};

pub const FIGURE: Figure = Figure {
    id: "two-spectra",
    title: "Eigenvalues on the circle, of the readout's block and of the whole kernel",
    library: &["ntk::kernel::Architecture::nngp", "ntk::kernel::Architecture::ntk"],
    draw: picture,
};

/// (1/π) ∫₀^π kernel(θ) cos kθ dθ for K and Θ, by Simpson's rule.
fn eigenvalues(k: usize) -> Result<(f64, f64), String> {
    const PARTS: usize = 4096;
    let network = Architecture::new(1, Relu);
    let (mut nngp, mut ntk) = (0.0, 0.0);
    for i in 0..=PARTS {
        let angle = PI * i as f64 / PARTS as f64;
        let weight = match i {
            0 | PARTS => 1.0,
            _ if i % 2 == 1 => 4.0,
            _ => 2.0,
        };
        let (x, y) = ([1.0, 0.0], [angle.cos(), angle.sin()]);
        let wave = weight * (k as f64 * angle).cos() / (3 * PARTS) as f64;
        nngp += wave * network.nngp(&x, &y).map_err(show)?;
        ntk += wave * network.ntk(&x, &y).map_err(show)?;
    }
    Ok((nngp, ntk))
}

fn picture(frame: Frame) -> Result<String, String> {
    let x = Axis::new(0.0..13.0, &[0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0], 0, "frequency k");
    let y = Axis::new(-6.0..0.0, &[-6.0, -4.0, -2.0, 0.0], 0, "log₁₀ of the eigenvalue");
    let waves = [0, 1, 2, 4, 6, 8, 10, 12];
    let all = waves.iter().map(|&k| Ok((k as f64, eigenvalues(k)?)));
    let all = all.collect::<Result<Vec<_>, String>>()?;
    draw(frame, x, y, |chart| {
        for &(k, (nngp, ntk)) in &all {
            chart.ring(&SECOND, (k, nngp.log10()))?;
            chart.dot(&THEORY, (k, ntk.log10()))?;
        }
        let words = frame.choose("Θ, both layers: falls like k⁻²", "Θ: k⁻²");
        chart.label(&THEORY, (6.2, -1.9), Side::Right, words)?;
        let words = frame.choose("K, the readout alone: like k⁻⁴", "K: k⁻⁴");
        chart.label(&SECOND, (2.6, -4.6), Side::Right, words)?;
        let words = frame.choose("k = 3, 5, 7, …: zero for both", "odd: zero");
        chart.label(&THEORY, (12.8, -5.7), Side::Left, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_the_chapter() {
        let (nngp, ntk) = eigenvalues(2).expect("finite points");
        assert!((nngp - 2.0 / (9.0 * PI * PI)).abs() < 1e-8, "{nngp}");
        assert!((ntk - 7.0 / (9.0 * PI * PI)).abs() < 1e-8, "{ntk}");
        let (nngp, ntk) = eigenvalues(3).expect("finite points");
        assert!(nngp.abs() < 1e-9 && ntk.abs() < 1e-9);
    }
}
