//! The eigenvalues were taken in the order in which they came. Eigensolvers promise none: sort them,
//! the largest first.
//!
//! Chapter 17, "A power law over the ranks".

use nalgebra::DVector;

pub fn decay_exponent(eigenvalues: &DVector<f64>, from: usize, to: usize) -> f64 {
    let ranks = (from..=to).filter(|rank| eigenvalues[rank - 1] > 0.0);
    let point = |rank: usize| ((rank as f64).ln(), eigenvalues[rank - 1].ln());
    let points: Vec<_> = ranks.map(point).collect();
    if points.len() < 2 { f64::NAN } else { -slope(&points) }
}

fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let x_mean = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let y_mean = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let along: f64 = points.iter().map(|(x, y)| (x - x_mean) * (y - y_mean)).sum();
    along / points.iter().map(|(x, _)| (x - x_mean).powi(2)).sum::<f64>()
}
