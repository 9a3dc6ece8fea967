use std::f64::consts::PI;

use nalgebra::DVector;

/// By the chord: acos of a dot product loses half of the digits near x = y.
fn angle(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (x, y) = (x.normalize(), y.normalize());
    2.0 * (&x - &y).norm().atan2((&x + &y).norm())
}

pub fn kdot_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64 {
    let theta = angle(x, y);
    ((PI - theta) * (1.0 + slope * slope) + 2.0 * theta * slope) / (2.0 * PI)
}

pub fn nngp_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64 {
    let relu = |theta: f64| (theta.sin() + (PI - theta) * theta.cos()) / (2.0 * PI);
    let theta = angle(x, y);
    // σ(z) = relu(z) − slope · relu(−z): the mixed terms see one vector turned round.
    let unit = (1.0 + slope * slope) * relu(theta) - 2.0 * slope * relu(PI - theta);
    x.norm() * y.norm() * unit
}
