//! Your terms have one factor each, K̇ˡ⁺¹. That is the last step of the recursion; unroll it further, and
//! each layer above brings its own: term ℓ is Kˡ times the product of all K̇ᵏ with k > ℓ.
//!
//! Chapter 9, "Unrolling the recursion".

use nalgebra::DVector;

pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    let above = |l: usize| kdot.get(l).copied().unwrap_or(1.0);
    DVector::from_fn(nngp.len(), |l, _| nngp[l] * above(l))
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    layer_terms(&nngp, &kdot)
}
