//! Your term ℓ has K̇ˡ in it as well. Layer ℓ of weights feeds hidden layer ℓ + 1, so a gradient on its way
//! down to it passes the layers above ℓ and no other. The last term has no K̇ at all: it is Kᴸ.
//!
//! Chapter 9, "Unrolling the recursion".

use nalgebra::DVector;

pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    let own = |l: usize| if l == 0 { 1.0 } else { kdot[l - 1] };
    let terms = crate::solution::layer_terms(nngp, kdot);
    DVector::from_fn(terms.len(), |l, _| terms[l] * own(l))
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    layer_terms(&nngp, &kdot)
}
