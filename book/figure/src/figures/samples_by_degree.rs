//! How many samples regression with the tangent kernel needs, for products of one, two and four coordinates.

use ntk::kernel::{Architecture, Relu};

use super::show;
use crate::Figure;
use crate::chart::{Axis, Frame, Side, Stroke, draw};
use crate::palette::{FAINT, INK, SECOND, THEORY, THIRD};

pub const FIGURE: Figure = Figure {
    id: "samples-by-degree",
    title: "The error of kernel regression on products of coordinates, against the samples",
    library: &["ntk::kernel::Architecture::ntk"],
    draw: picture,
};

const DIMENSION: usize = 20;

/// The eigenvalue of the two-layer ReLU kernel on products of k coordinates of the cube's corners, scaled
/// to length one, and how many such products there are, for k = 0, 1, ….
fn spectrum() -> Result<Vec<(f64, f64)>, String> {
    let network = Architecture::new(1, Relu);
    let differing = |j: usize| {
        let cosine = 1.0 - 2.0 * j as f64 / DIMENSION as f64;
        network.ntk(&[1.0, 0.0], &[cosine, (1.0 - cosine * cosine).max(0.0).sqrt()]).map_err(show)
    };
    let kernel: Vec<f64> = (0..=DIMENSION).map(differing).collect::<Result<_, _>>()?;
    let corners = 2f64.powi(DIMENSION as i32);
    let of_degree = |k: usize| {
        let count = choose(DIMENSION, k);
        let pair = |j: usize| choose(DIMENSION, j) * kernel[j] * krawtchouk(k, j);
        let sum: f64 = (0..=DIMENSION).map(pair).sum();
        // What should be 0 is rounding, of either sign.
        ((sum / corners / count).max(0.0), count)
    };
    Ok((0..=DIMENSION).map(of_degree).collect())
}

/// The sum of all products of k coordinates of a corner that has j of them negative.
fn krawtchouk(k: usize, j: usize) -> f64 {
    let term = |i: usize| {
        let size = choose(j, i) * choose(DIMENSION - j, k - i);
        if i.is_multiple_of(2) { size } else { -size }
    };
    (0..=k).map(term).sum()
}

fn choose(n: usize, k: usize) -> f64 {
    if k > n { 0.0 } else { (0..k).map(|i| (n - i) as f64 / (i + 1) as f64).product() }
}

/// The mean error at new corners, in units of the target's variance (Bordelon, Canatar & Pehlevan 2020).
fn error(spectrum: &[(f64, f64)], samples: f64, degree: usize) -> f64 {
    let learned = |ridge: f64, power: i32| -> f64 {
        let part = |(lambda, count): &(f64, f64)| count * (lambda / (lambda + ridge)).powi(power);
        spectrum.iter().map(part).sum::<f64>() / samples
    };
    let (mut low, mut high) = (1e-14_f64, 10.0_f64);
    for _ in 0..100 {
        let middle = (low * high).sqrt();
        if learned(middle, 1) > 1.0 { low = middle } else { high = middle }
    }
    let left = low / (spectrum[degree].0 + low);
    left * left / (1.0 - learned(low, 2))
}

fn picture(frame: Frame) -> Result<String, String> {
    let spectrum = spectrum()?;
    let of = |degree: usize| -> Vec<(f64, f64)> {
        let at = |i: u32| {
            let log = 1.0 + f64::from(i) / 30.0;
            (log, error(&spectrum, 10f64.powf(log), degree))
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
            let at = choose(DIMENSION, degree).log10();
            chart.line(&FAINT, Stroke::Dotted, vec![(at, 0.0), (at, 1.8)])?;
        }
        chart.line(&SECOND, Stroke::Thin, of(1))?;
        chart.line(&THEORY, Stroke::Bold, of(2))?;
        chart.line(&THIRD, Stroke::Dashed, of(4))?;
        chart.label(&SECOND, (1.32, 0.4), Side::Right, "x₁")?;
        chart.label(&THEORY, (2.13, 0.62), Side::Right, "x₁x₂")?;
        chart.label(&THIRD, (3.68, 0.62), Side::Right, "x₁x₂x₃x₄")?;
        chart.label(&INK, (1.31, 1.76), Side::Right, "20")?;
        chart.label(&INK, (2.29, 1.76), Side::Right, "190")?;
        chart.label(&INK, (3.69, 1.76), Side::Right, frame.choose("4845 products", "4845"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eigenvalues_add_up_to_the_diagonal_and_odd_degrees_have_none() {
        let spectrum = spectrum().expect("finite");
        let trace: f64 = spectrum.iter().map(|(lambda, count)| lambda * count).sum();
        // Rounding of 10⁻¹⁷ in each, times up to 184 756 products of a degree.
        assert!((trace - 1.0).abs() < 1e-10);
        assert!(spectrum[3].0 < 1e-15 && spectrum[4].0 > 1e-6);
    }

    #[test]
    fn a_target_of_degree_two_waits_for_as_many_samples_as_there_are_products() {
        let spectrum = spectrum().expect("finite");
        let at = |samples| error(&spectrum, samples, 2);
        assert!(at(95.0) > 0.7 && at(190.0) < 0.5 && at(760.0) < 0.03);
        assert!(error(&spectrum, 95.0, 1) < 0.03);
    }
}
