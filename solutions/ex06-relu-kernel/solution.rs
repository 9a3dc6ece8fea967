use std::f64::consts::PI;

use nalgebra::{DMatrix, DVector};

/// The angle between two nonzero vectors.
///
/// Near 0 the cosine is flat, so acos(x̂·ŷ) would lose half of the digits; the chord |x̂ − ŷ| grows
/// in proportion to the angle and keeps them.
fn angle(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (x, y) = (x.normalize(), y.normalize());
    2.0 * (&x - &y).norm().atan2((&x + &y).norm())
}

pub fn nngp_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    let theta = angle(x, y);
    norms * (theta.sin() + (PI - theta) * theta.cos()) / (2.0 * PI)
}

pub fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    if x.norm() * y.norm() == 0.0 {
        return 0.0;
    }
    (PI - angle(x, y)) / (2.0 * PI)
}

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    nngp_relu(x, y) + x.dot(y) * kdot_relu(x, y)
}

pub fn ntk_gram(xs: &DMatrix<f64>) -> DMatrix<f64> {
    let rows: Vec<DVector<f64>> = xs.row_iter().map(|row| row.transpose()).collect();
    DMatrix::from_fn(rows.len(), rows.len(), |i, j| ntk_relu(&rows[i], &rows[j]))
}
