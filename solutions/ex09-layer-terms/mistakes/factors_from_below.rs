//! Your term ℓ collects the K̇ of the layers below, k ≤ ℓ. What lies below is in Kˡ already, on the way up.
//! A gradient comes down from the output: term ℓ has the K̇ᵏ of k > ℓ, so the first term has most of them.
//!
//! Chapter 9, "Which layer weighs most".

use nalgebra::DVector;

pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    let below = |l: usize| kdot.iter().take(l).product::<f64>();
    DVector::from_fn(nngp.len(), |l, _| nngp[l] * below(l))
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    layer_terms(&nngp, &kdot)
}
