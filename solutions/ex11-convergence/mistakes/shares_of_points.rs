//! You shared the squared residual out among the points. Points do not decay alone, unless Θ is
//! diagonal; modes do. Take the residual apart along the eigenvectors.
//!
//! Chapter 11, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let _ = theta;
    let residual = f0 - y;
    let all = residual.norm_squared();
    residual.map(|r| if all > 0.0 { r * r / all } else { 0.0 })
}
