//! Gradients and layers with an eye for each factor: what several of the mistakes are made of.

use nalgebra::{DMatrix, DVector};

/// The gradient with `by_weight(a, h, xⱼ)` and `by_readout(a, h)` for its entries, before the 1/√n.
pub fn gradient(
    first: &DMatrix<f64>,
    readout: &DVector<f64>,
    x: &DVector<f64>,
    by_weight: impl Fn(f64, f64, f64) -> f64,
    by_readout: impl Fn(f64, f64) -> f64,
) -> DVector<f64> {
    let h = first * x;
    let mut gradient = Vec::new();
    for (&a, &h) in readout.iter().zip(&h) {
        gradient.extend(x.iter().map(|&x| by_weight(a, h, x)));
    }
    gradient.extend(readout.iter().zip(&h).map(|(&a, &h)| by_readout(a, h)));
    DVector::from_vec(gradient) / (readout.len() as f64).sqrt()
}

/// A pass through a network: for each layer of weights what it reads, ∂f/∂h on top of it, and its
/// factor.
pub struct Layer {
    pub input: DMatrix<f64>,
    pub back: DMatrix<f64>,
    pub factor: f64,
}

impl Layer {
    /// This layer's part of the kernel.
    pub fn kernel(&self) -> DMatrix<f64> {
        products(&self.back).component_mul(&products(&self.input)) * self.factor * self.factor
    }
}

/// A Aᵀ.
pub fn products(a: &DMatrix<f64>) -> DMatrix<f64> {
    a * a.transpose()
}

/// c/√k before a layer, and nothing before the first.
pub fn factor(weights: &[DMatrix<f64>], layer: usize, gain: f64) -> f64 {
    if layer == 0 { 1.0 } else { gain / (weights[layer].ncols() as f64).sqrt() }
}

/// Goes forward with `factor`, and backward with `back_factor` and `slope_at(h)` for the slopes.
pub fn pass(
    weights: &[DMatrix<f64>],
    xs: &DMatrix<f64>,
    phi: impl Fn(f64) -> f64,
    slope_at: impl Fn(f64) -> f64,
    factor: impl Fn(usize) -> f64,
    back_factor: impl Fn(usize) -> f64,
) -> Vec<Layer> {
    let (mut inputs, mut slopes) = (vec![xs.clone()], Vec::new());
    for layer in 0..weights.len() - 1 {
        let h = &inputs[layer] * weights[layer].transpose() * factor(layer);
        slopes.push(h.map(&slope_at));
        inputs.push(h.map(&phi));
    }
    let mut back = DMatrix::from_element(xs.nrows(), 1, 1.0);
    let mut layers = Vec::new();
    for layer in (0..weights.len()).rev() {
        let input = inputs[layer].clone();
        layers.push(Layer { input, back: back.clone(), factor: factor(layer) });
        if layer > 0 {
            back = (&back * &weights[layer] * back_factor(layer)).component_mul(&slopes[layer - 1]);
        }
    }
    layers.reverse();
    layers
}

/// The layers as they should be.
pub fn right(
    weights: &[DMatrix<f64>],
    xs: &DMatrix<f64>,
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    gain: f64,
) -> Vec<Layer> {
    let factor = |layer| factor(weights, layer, gain);
    pass(weights, xs, phi, slope, factor, factor)
}

pub fn sum(layers: &[Layer], part: impl Fn(&Layer) -> DMatrix<f64>) -> DMatrix<f64> {
    layers.iter().map(part).reduce(|one, other| one + other).expect("there is a layer")
}

/// The directions of the points that are not zero.
pub fn directions(xs: &DMatrix<f64>) -> Vec<DVector<f64>> {
    let points = xs.row_iter().map(|row| row.transpose());
    points.filter(|x| x.norm() > 0.0).map(|x| x.normalize()).collect()
}

/// As many of these as differ, by what `same` calls the same.
pub fn distinct(
    points: &[DVector<f64>],
    same: impl Fn(&DVector<f64>, &DVector<f64>) -> bool,
) -> usize {
    let mut kept: Vec<&DVector<f64>> = Vec::new();
    for point in points {
        if !kept.iter().any(|other| same(point, other)) {
            kept.push(point);
        }
    }
    kept.len()
}

/// How many lines through 0 these directions lie on.
pub fn lines(directions: &[DVector<f64>]) -> usize {
    distinct(directions, |x, y| x.dot(y).abs() > 1.0 - 1e-10)
}

/// The rank of some vectors; 0 if there are none.
pub fn span(vectors: &[DVector<f64>]) -> usize {
    if vectors.is_empty() { 0 } else { DMatrix::from_columns(vectors).rank(1e-8) }
}
