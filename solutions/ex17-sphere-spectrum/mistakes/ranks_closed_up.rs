//! Eigenvalues that are left out gave their ranks to the next ones, or the window was numbered from 1
//! again. A rank counts from the largest of all eigenvalues.
//!
//! Chapter 17, "A power law over the ranks".

use nalgebra::DVector;

pub fn decay_exponent(eigenvalues: &DVector<f64>, from: usize, to: usize) -> f64 {
    let mut sorted = eigenvalues.as_slice().to_vec();
    sorted.sort_by(|one, other| other.total_cmp(one));
    let kept = sorted[from - 1..to].iter().filter(|value| **value > 0.0);
    let point = |(i, value): (usize, &f64)| (((i + 1) as f64).ln(), value.ln());
    let points: Vec<_> = kept.enumerate().map(point).collect();
    -slope(&points)
}

fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let x_mean = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let y_mean = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let along: f64 = points.iter().map(|(x, y)| (x - x_mean) * (y - y_mean)).sum();
    along / points.iter().map(|(x, _)| (x - x_mean).powi(2)).sum::<f64>()
}
