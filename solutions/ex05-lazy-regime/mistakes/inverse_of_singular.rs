//! You inverted Θ, and here it has no inverse. The displacement is finite all the same: what cannot
//! be inverted does not move. Work mode by mode.
//!
//! Chapter 5, "How far the parameters go".

use nalgebra::{DMatrix, DVector};

pub fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64 {
    let eigen = theta.clone().symmetric_eigen();
    let learned = eigen.eigenvalues.map(|lambda| (-lambda * t).exp_m1());
    let modes = learned.component_mul(&eigen.eigenvectors.tr_mul(&(y - f0)));
    let moved = &eigen.eigenvectors * modes;
    moved.dot(&(theta.clone().try_inverse().unwrap() * &moved)).sqrt()
}
