//! Every term of yours has all of K̇¹ ⋯ K̇ᴸ. A gradient that ends at layer ℓ has passed the layers above it
//! only: term ℓ has L − ℓ factors, the first one L and the last one none.
//!
//! Chapter 9, "Unrolling the recursion".

use nalgebra::DVector;

pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    nngp * kdot.product()
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    layer_terms(&nngp, &kdot)
}
