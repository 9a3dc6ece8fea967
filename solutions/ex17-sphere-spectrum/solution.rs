use std::f64::consts::PI;

use nalgebra::{DMatrix, DVector, RowDVector};

/// The angle between two points has the density sin^{d−2}θ/Z(d). With r(d) = Z(d+1)/Z(d) the mean of
/// sin θ is r(d), and that of (π − θ) cos θ is r(d)/(d − 1), by parts.
pub fn sphere_mean(d: usize) -> f64 {
    // r(2) = 2/π. Z(d+2)/Z(d) = (d − 1)/d is r(d) r(d+1), which leads from each to the next.
    let r = (2..d).fold(2.0 / PI, |r, d| (1.0 - 1.0 / d as f64) / r);
    r * (1.0 + 2.0 / (d - 1) as f64) / (2.0 * PI)
}

/// The smaller eigenvalue of [[1, Θ], [Θ, 1]], over all pairs.
pub fn pair_bound(xs: &DMatrix<f64>) -> f64 {
    let m = xs.nrows();
    let pairs = (0..m).flat_map(|i| (0..i).map(move |j| (i, j)));
    pairs.map(|(i, j)| one_pair(angle(&xs.row(i).into(), &xs.row(j).into()))).fold(1.0, f64::min)
}

fn angle(x: &RowDVector<f64>, y: &RowDVector<f64>) -> f64 {
    2.0 * (x - y).norm().atan2((x + y).norm())
}

/// 1 − |Θ(θ)|.
pub fn one_pair(theta: f64) -> f64 {
    // 1 − Θ, put together from what is small for neighbours: (1 − cos θ) + (2θ cos θ − sin θ)/2π.
    let below_one =
        2.0 * (theta / 2.0).sin().powi(2) + (2.0 * theta * theta.cos() - theta.sin()) / (2.0 * PI);
    below_one.min(2.0 - below_one)
}

pub fn decay_exponent(eigenvalues: &DVector<f64>, from: usize, to: usize) -> f64 {
    let mut sorted = eigenvalues.as_slice().to_vec();
    sorted.sort_by(|one, other| other.total_cmp(one));
    let ranks = (from..=to).filter(|rank| sorted[rank - 1] > 0.0);
    let points: Vec<_> = ranks.map(|rank| ((rank as f64).ln(), sorted[rank - 1].ln())).collect();
    let count = points.len() as f64;
    let x_mean = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let y_mean = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let along: f64 = points.iter().map(|(x, y)| (x - x_mean) * (y - y_mean)).sum();
    let across: f64 = points.iter().map(|(x, _)| (x - x_mean).powi(2)).sum();
    -along / across
}

/// One of m² pairs is closer than δ once m² δ^{d−1} is of order one, and λ_min goes like that δ.
pub fn growth(d: usize, factor: f64, mean_loss: bool) -> (f64, f64) {
    let sum_time = factor.powf(2.0 / (d - 1) as f64);
    // λ₁ grows like m, so steps get shorter. A mean divides both eigenvalues by m, which their
    // ratio, and so the number of steps, does not notice.
    let steps = sum_time * factor;
    (if mean_loss { sum_time * factor } else { sum_time }, steps)
}
