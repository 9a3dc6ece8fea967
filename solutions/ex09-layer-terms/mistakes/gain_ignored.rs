//! You left the gain out. It stands before every layer but the first, so K and K̇ have c² in each layer.
//! It does not change the shares of the layers: every term has c²ᴸ in total.
//!
//! Chapter 9, "Which layer weighs most".

use nalgebra::DVector;

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, _gain: f64) -> DVector<f64> {
    crate::solution::relu_terms(x, y, depth, 1.0)
}
