use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn sphere_mean(d: usize) -> f64;

    fn pair_bound(xs: &DMatrix<f64>) -> f64;

    fn decay_exponent(eigenvalues: &DVector<f64>, from: usize, to: usize) -> f64;

    fn growth(d: usize, factor: f64, mean_loss: bool) -> (f64, f64);
}
