use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn decay_term(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DVector<f64>;

    fn towards_start(
        theta: &DMatrix<f64>,
        f0: &DVector<f64>,
        y: &DVector<f64>,
        lambda: f64,
        t: f64,
    ) -> DVector<f64>;

    fn frozen_tangent_end(
        jacobian: &DMatrix<f64>,
        theta0: &DVector<f64>,
        f0: &DVector<f64>,
        y: &DVector<f64>,
        lambda: f64,
    ) -> DVector<f64>;

    fn towards_zero(
        theta: &DMatrix<f64>,
        f0: &DVector<f64>,
        y: &DVector<f64>,
        layers: usize,
        lambda: f64,
        t: f64,
    ) -> DVector<f64>;
}
