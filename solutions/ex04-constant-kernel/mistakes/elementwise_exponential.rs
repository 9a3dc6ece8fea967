//! You took the exponential of each entry of −Θt. The exponential of a matrix is another thing: the
//! series I − Θt + (Θt)²/2 − …, with matrix products. At t = 0 it is the identity; yours is a
//! matrix full of ones.
//!
//! Chapter 4, "The closed form".

use nalgebra::{DMatrix, DVector};

pub fn flow_at(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> DVector<f64> {
    y + theta.map(|entry| (-entry * t).exp()) * (f0 - y)
}
