//! One stack, one set of samples: forward, backward, and the step that follows. All buffers are made
//! once; a column is a sample.

use nalgebra::DMatrix;

use super::product::{backward, forward, update};
use super::stack::Stack;
use super::{Design, NetworkError, Scalar};

pub(crate) struct Pass<T> {
    /// What enters each layer of weights, n×m: xᵀ, then φ(h¹), …, φ(hᴸ).
    pub(crate) entering: Vec<DMatrix<T>>,
    /// φ′(hˡ) of each hidden layer.
    pub(crate) slopes: Vec<DMatrix<T>>,
    /// ∂/∂hˡ of what is differentiated, for each layer of weights.
    pub(crate) deltas: Vec<DMatrix<T>>,
    /// hᴸ⁺¹, C×m, before the output's factor.
    pub(crate) outputs: DMatrix<T>,
}

impl<T: Scalar> Pass<T> {
    pub(crate) fn new(design: &Design, xs: &DMatrix<f64>) -> Result<Self, NetworkError> {
        let expected = (xs.nrows().max(1), design.inputs);
        if xs.shape() != expected {
            return Err(NetworkError::Shape { what: "xs", got: xs.shape(), expected });
        }
        check_finite("xs", xs)?;
        let samples = xs.nrows();
        let of_layer = |layer| DMatrix::zeros(design.shape(layer).0, samples);
        let mut entering = vec![xs.transpose().map(T::of)];
        entering.extend((0..design.depth).map(of_layer));
        Ok(Self {
            entering,
            slopes: (0..design.depth).map(of_layer).collect(),
            deltas: (0..=design.depth).map(of_layer).collect(),
            outputs: of_layer(design.depth),
        })
    }

    /// Fills `entering`, `slopes` and `outputs`.
    pub(crate) fn forward(&mut self, design: &Design, stack: &Stack<T>) {
        let (bias_factor, _) = design.bias_factor_and_deviation();
        for layer in 0..=design.depth {
            let factor = T::of(design.factor(layer));
            let (before, after) = self.entering.split_at_mut(layer + 1);
            let hidden = layer < design.depth;
            let h = if hidden { &mut after[0] } else { &mut self.outputs };
            forward(h, factor, &stack.weights[layer], &before[layer]);
            if bias_factor != 0.0 {
                for mut sample in h.column_iter_mut() {
                    sample.axpy(T::of(bias_factor), &stack.biases[layer], T::one());
                }
            }
            if hidden {
                design.activation.apply(h.as_mut_slice(), self.slopes[layer].as_mut_slice());
            }
        }
    }

    /// From ∂/∂hᴸ⁺¹ in the last of `deltas` down to layer `lowest`: δˡ = s (Wˡ⁺¹)ᵀ δˡ⁺¹ ∘ φ′(hˡ).
    pub(crate) fn backward(&mut self, design: &Design, stack: &Stack<T>, lowest: usize) {
        for layer in (lowest + 1..=design.depth).rev() {
            let factor = T::of(design.factor(layer));
            let (below, above) = self.deltas.split_at_mut(layer);
            let delta = &mut below[layer - 1];
            backward(delta, factor, &stack.weights[layer], &above[0]);
            delta.component_mul_assign(&self.slopes[layer - 1]);
        }
    }

    /// W ← keep W − rate s δ aᵀ and b ← keep b − rate β Σδ, in one layer.
    ///
    /// It needs nothing but this layer's δ and a, so it may also be applied block of rows by block of
    /// rows, at the head of the next forward pass.
    pub(crate) fn update(
        &self,
        design: &Design,
        stack: &mut Stack<T>,
        layer: usize,
        keep: f64,
        rate: f64,
    ) {
        let delta = &self.deltas[layer];
        let step = T::of(-rate * design.factor(layer));
        update(&mut stack.weights[layer], T::of(keep), step, delta, &self.entering[layer]);
        let (bias_factor, _) = design.bias_factor_and_deviation();
        if design.bias != 0.0 {
            let biases = &mut stack.biases[layer];
            *biases *= T::of(keep);
            for sample in delta.column_iter() {
                biases.axpy(T::of(-rate * bias_factor), &sample, T::one());
            }
        }
    }
}

pub(crate) fn check_finite(what: &'static str, matrix: &DMatrix<f64>) -> Result<(), NetworkError> {
    match matrix.iter().position(|value| !value.is_finite()) {
        Some(at) => {
            let (row, column) = (at % matrix.nrows(), at / matrix.nrows());
            Err(NetworkError::NotFinite { what, row, column })
        }
        None => Ok(()),
    }
}
