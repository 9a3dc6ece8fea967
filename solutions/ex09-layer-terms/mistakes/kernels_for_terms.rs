//! You returned K⁰, …, Kᴸ. Kˡ says how much the activations of layer ℓ agree. A term says what the weights
//! that read them contribute to the output's kernel, so it also has the way up to the output in it: the
//! product of all K̇ above.
//!
//! Chapter 9, "One term, one layer of weights".

use nalgebra::DVector;

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    crate::layers::relu(x, y, depth, gain).0
}
