//! Your K̇ is the derivative of K with respect to the cosine, "dK/du", which has the lengths in it: |x||y| K̇,
//! and in the layers above what is left of the lengths there. It is K̇ on the unit sphere only, and no
//! hidden layer stays on it. K̇ is the chance of two open gates.
//!
//! Chapter 8, "The recursion".

use nalgebra::DVector;

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    let norms = |l: usize| x.norm() * y.norm() * (gain * gain / 2.0).powi(l as i32);
    let slope = DVector::from_fn(depth, |l, _| kdot[l] * norms(l));
    crate::solution::layer_terms(&nngp, &slope)
}
