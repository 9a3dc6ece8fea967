//! You multiplied by U where Uᵀ belongs. The eigenvectors are the columns of U; the part of the
//! residual along one is that column's product with it, and all of them together are Uᵀ r. For two
//! points with an equal diagonal nobody can tell.
//!
//! Chapter 11, "Mode by mode".

use nalgebra::{DMatrix, DVector};

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let eigen = theta.clone().symmetric_eigen();
    let mut order: Vec<usize> = (0..theta.nrows()).collect();
    order.sort_by(|&i, &j| eigen.eigenvalues[j].total_cmp(&eigen.eigenvalues[i]));
    let parts = eigen.eigenvectors.select_columns(&order) * (f0 - y);
    let all = parts.norm_squared();
    parts.map(|part| if all > 0.0 { part * part / all } else { 0.0 })
}
