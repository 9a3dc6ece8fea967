//! Sorted from small to large: the exponent of a spectrum read backwards, which is negative.
//!
//! Chapter 17, "A power law over the ranks".

use nalgebra::DVector;

pub fn decay_exponent(eigenvalues: &DVector<f64>, from: usize, to: usize) -> f64 {
    let mut sorted = eigenvalues.as_slice().to_vec();
    sorted.sort_by(f64::total_cmp);
    let ranks = (from..=to).filter(|rank| sorted[rank - 1] > 0.0);
    let points: Vec<_> = ranks.map(|rank| ((rank as f64).ln(), sorted[rank - 1].ln())).collect();
    if points.len() < 2 { f64::NAN } else { -slope(&points) }
}

fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let x_mean = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let y_mean = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let along: f64 = points.iter().map(|(x, y)| (x - x_mean) * (y - y_mean)).sum();
    along / points.iter().map(|(x, _)| (x - x_mean).powi(2)).sum::<f64>()
}
