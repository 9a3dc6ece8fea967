use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn cross_entropy(f: &DVector<f64>, y: &DVector<f64>) -> f64;

    fn weighted_kernel(theta: &DMatrix<f64>, f: &DVector<f64>) -> DMatrix<f64>;

    fn probability_velocity(
        theta: &DMatrix<f64>,
        f: &DVector<f64>,
        y: &DVector<f64>,
    ) -> DVector<f64>;

    fn softmax_velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, y: &DMatrix<f64>)
        -> DMatrix<f64>;

    fn margin(theta: f64, f0: f64, t: f64) -> f64;
}
