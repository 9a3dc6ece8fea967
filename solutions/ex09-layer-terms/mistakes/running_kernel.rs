//! You listed Θ⁰, Θ¹, …, Θᴸ, the kernels of ever deeper networks. The terms are another way to take the last
//! of them apart: it is one network's kernel, split by its layers of weights.
//!
//! Chapter 9, "Unrolling the recursion".

use nalgebra::DVector;

pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    let mut kernels = nngp.clone();
    for l in 1..nngp.len() {
        kernels[l] += kernels[l - 1] * kdot[l - 1];
    }
    kernels
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let (nngp, kdot) = crate::layers::relu(x, y, depth, gain);
    layer_terms(&nngp, &kdot)
}
