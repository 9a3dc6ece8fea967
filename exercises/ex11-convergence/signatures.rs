use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64>;

    fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64;

    fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64);

    fn steps_to(
        theta: &DMatrix<f64>,
        f0: &DVector<f64>,
        y: &DVector<f64>,
        learning_rate: f64,
        epsilon: f64,
    ) -> Option<usize>;
}
