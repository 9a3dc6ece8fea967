use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn forward(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: fn(f64) -> f64, gain: f64) -> f64;

    fn variance_by_depth(
        x: &DVector<f64>,
        phi: fn(f64) -> f64,
        gain: f64,
        depth: usize,
    ) -> DVector<f64>;

    fn nngp_monte_carlo(
        x: &DVector<f64>,
        y: &DVector<f64>,
        phi: fn(f64) -> f64,
        draws: &DMatrix<f64>,
    ) -> (f64, f64);

    fn excess_kurtosis(outputs: &DVector<f64>) -> f64;

    fn kurtosis_given_hidden(hidden: &DMatrix<f64>, phi: fn(f64) -> f64) -> f64;
}
