use std::f64::consts::{PI, TAU};

use nalgebra::{DMatrix, DVector};

/// Term ℓ is Kˡ Π_{k>ℓ} K̇ᵏ. From the top down, the product grows by one factor in each step.
pub fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64> {
    let mut terms = nngp.clone();
    let mut above = 1.0;
    for l in (0..kdot.len()).rev() {
        above *= kdot[l]; // K̇ˡ⁺¹, since the list starts with K̇¹
        terms[l] *= above;
    }
    terms
}

/// The angle between two nonzero vectors, from the chords |x̂ − ŷ| and |x̂ + ŷ| (exercise 06).
fn angle(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (x, y) = (x.normalize(), y.normalize());
    2.0 * (&x - &y).norm().atan2((&x + &y).norm())
}

/// The angle after a layer, from 1 − cos θ′ = 2 sin²(θ/2) − (sin θ − θ cos θ)/π (exercise 08).
fn next_angle(theta: f64) -> f64 {
    let half = (theta / 2.0).sin();
    let one_minus_cosine = 2.0 * half * half - (theta.sin() - theta * theta.cos()) / PI;
    2.0 * (one_minus_cosine / 2.0).sqrt().asin()
}

pub fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64> {
    let mut norms = x.norm() * y.norm(); // √(Kˡ(x, x) Kˡ(y, y))
    if norms == 0.0 {
        return DVector::zeros(depth + 1);
    }
    let mut theta = angle(x, y);
    let (mut nngp, mut kdot) = (vec![x.dot(y)], vec![]);
    for _ in 0..depth {
        kdot.push(gain * gain * (PI - theta) / TAU);
        norms *= gain * gain / 2.0;
        theta = next_angle(theta);
        nngp.push(norms * theta.cos());
    }
    layer_terms(&nngp.into(), &kdot.into())
}

pub fn ntk_of_trained(x: &DVector<f64>, y: &DVector<f64>, gain: f64, trained: &[bool]) -> f64 {
    let terms = relu_terms(x, y, trained.len() - 1, gain);
    terms.iter().zip(trained).filter(|(_, trained)| **trained).map(|(term, _)| term).sum()
}

pub fn network_terms(
    w1: &DMatrix<f64>,
    w2: &DMatrix<f64>,
    w3: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let scale = 1.0 / (w3.len() as f64).sqrt();
    // What enters each layer of weights, with its factor, and b = ∂f/∂h at what leaves it.
    let pass = |x: &DVector<f64>| {
        let h1 = w1 * x;
        let a1 = scale * h1.map(relu);
        let h2 = w2 * &a1;
        let a2 = scale * h2.map(relu);
        let b2 = scale * w3.component_mul(&h2.map(gate));
        let b1 = scale * w2.tr_mul(&b2).component_mul(&h1.map(gate));
        ([x.clone(), a1, a2], [b1, b2])
    };
    let ([x0, x1, x2], [bx1, bx2]) = pass(x);
    let ([y0, y1, y2], [by1, by2]) = pass(y);
    // The gradient of a layer is the outer product b aᵀ, and ⟨b aᵀ, b′ a′ᵀ⟩ = (b·b′)(a·a′).
    DVector::from_vec(vec![
        bx1.dot(&by1) * x0.dot(&y0),
        bx2.dot(&by2) * x1.dot(&y1),
        x2.dot(&y2), // the readout is the output: its b is 1
    ])
}

fn relu(z: f64) -> f64 {
    z.max(0.0)
}

fn gate(z: f64) -> f64 {
    if z > 0.0 { 1.0 } else { 0.0 }
}
