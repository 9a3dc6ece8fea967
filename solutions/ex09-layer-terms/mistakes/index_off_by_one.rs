//! Your products start one layer too high: term ℓ lacks K̇ˡ⁺¹. The list of K has an entry for ℓ = 0 and that
//! of K̇ has none, so `kdot[0]` is K̇¹, and K̇ˡ⁺¹ stands at index ℓ.
//!
//! Chapter 9, "Unrolling the recursion".

use nalgebra::DVector;

pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    let above = |l: usize| kdot.iter().skip(l + 1).product::<f64>();
    DVector::from_fn(nngp.len(), |l, _| nngp[l] * above(l))
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    layer_terms(&nngp, &kdot)
}
