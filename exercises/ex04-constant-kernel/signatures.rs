use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn flow_at(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> DVector<f64>;

    fn predict_at(
        theta_test_train: &DMatrix<f64>,
        theta_train: &DMatrix<f64>,
        f0_test: &DVector<f64>,
        f0_train: &DVector<f64>,
        y: &DVector<f64>,
        t: f64,
    ) -> DVector<f64>;

    fn predict_limit(
        theta_test_train: &DMatrix<f64>,
        theta_train: &DMatrix<f64>,
        f0_test: &DVector<f64>,
        f0_train: &DVector<f64>,
        y: &DVector<f64>,
    ) -> DVector<f64>;
}
