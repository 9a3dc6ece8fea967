//! You took d for n: the columns of W¹. It is n × d, with a row for each neuron, so the width is the number
//! of its rows, or the length of w³. Where the two agree you are right.
//!
//! Chapter 9, "The same in a real network".

use nalgebra::{DMatrix, DVector};

/// What enters each layer of weights, and b = ∂f/∂h at what leaves it.
type Pass = ([DVector<f64>; 3], [DVector<f64>; 2]);

fn terms((a, b): Pass, (c, d): Pass) -> DVector<f64> {
    DVector::from_vec(vec![
        b[0].dot(&d[0]) * a[0].dot(&c[0]),
        b[1].dot(&d[1]) * a[1].dot(&c[1]),
        a[2].dot(&c[2]),
    ])
}

pub fn network_terms(w1: &DMatrix<f64>, w2: &DMatrix<f64>, w3: &DVector<f64>, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let scale = 1.0 / (w1.ncols() as f64).sqrt();
    let pass = |x: &DVector<f64>| {
        let h1 = w1 * x;
        let a1 = scale * h1.map(|z| z.max(0.0));
        let h2 = w2 * &a1;
        let a2 = scale * h2.map(|z| z.max(0.0));
        let b2 = scale * w3.component_mul(&h2.map(gate));
        let b1 = scale * w2.tr_mul(&b2).component_mul(&h1.map(gate));
        ([x.clone(), a1, a2], [b1, b2])
    };
    terms(pass(x), pass(y))
}

fn gate(z: f64) -> f64 {
    if z > 0.0 { 1.0 } else { 0.0 }
}
