use std::f64::consts::PI;

use nalgebra::{DMatrix, DVector};

/// σ(wᵢ·xⱼ): a row for each sample, a column for each neuron.
fn features(w: &DMatrix<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    (xs * w.transpose()).map(|z| z.max(0.0))
}

pub fn readout_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    // ∂f/∂aᵢ = σ(wᵢ·x)/√n does not contain a.
    let h = features(w, xs);
    &h * h.transpose() / a.len() as f64
}

pub fn first_layer_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64> {
    // ∂f/∂wᵢ = aᵢ σ′(wᵢ·x) x/√n: a number for each neuron times the sample.
    let mut slopes = (xs * w.transpose()).map(|z| if z > 0.0 { 1.0 } else { 0.0 });
    for (mut column, weight) in slopes.column_iter_mut().zip(a) {
        column *= *weight;
    }
    let gates = &slopes * slopes.transpose() / a.len() as f64;
    gates.component_mul(&(xs * xs.transpose()))
}

pub fn readout_only_prediction(
    w: &DMatrix<f64>,
    xs: &DMatrix<f64>,
    y: &DVector<f64>,
    x_star: &DVector<f64>,
) -> f64 {
    // The features stand still, so this is linear regression on them, and its kernel is constant: the
    // readout's block. Flow from zero ends at the interpolant of least norm.
    let h = features(w, xs);
    let h_star = features(w, &DMatrix::from_rows(&[x_star.transpose()]));
    let strengths = (&h * h.transpose()).cholesky().map(|factor| factor.solve(y));
    strengths.map_or(f64::NAN, |strengths| (h_star * h.transpose() * strengths)[0])
}

pub fn circle_spectra(k: usize) -> (f64, f64) {
    let square = (k * k) as f64;
    match k {
        1 => (0.125, 0.25),
        // relu(z) − relu(−z) = z: the odd part of both kernels is linear, and holds k = 1 alone.
        _ if k % 2 == 1 => (0.0, 0.0),
        _ => {
            let common = PI * PI * (square - 1.0).powi(2);
            (2.0 / common, (square + 3.0) / common)
        }
    }
}
