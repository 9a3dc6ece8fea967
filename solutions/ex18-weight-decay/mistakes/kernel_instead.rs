//! This is ∇f·∇f, the kernel of each sample with itself. The decay moves θ along −θ, so the gradient
//! meets the weights.
//!
//! Chapter 18, "What the decay takes".

use nalgebra::{DMatrix, DVector};

pub fn decay_term(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DVector<f64> {
    let open = (xs * w.transpose()).map(|z| f64::from(u8::from(z > 0.0)));
    let hidden = (xs * w.transpose()).map(|z| z.max(0.0));
    let first = &open * a.component_mul(a);
    let of = |i: usize, row: f64| hidden.row(i).norm_squared() + row * xs.row(i).norm_squared();
    DVector::from_fn(xs.nrows(), |i, _| of(i, first[i]) / a.len() as f64)
}
