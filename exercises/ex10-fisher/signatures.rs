use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn fisher(jacobian: &DMatrix<f64>, noise: &DVector<f64>) -> DMatrix<f64>;

    fn empirical_fisher(jacobian: &DMatrix<f64>, residuals: &DVector<f64>) -> DMatrix<f64>;

    fn fisher_spectrum(jacobian: &DMatrix<f64>) -> DVector<f64>;

    fn natural_step(
        jacobian: &DMatrix<f64>,
        residuals: &DVector<f64>,
        damping: f64,
    ) -> DVector<f64>;

    fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64>;
}
