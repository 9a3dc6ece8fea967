use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn function_velocity(theta: &DMatrix<f64>, f: &DVector<f64>, y: &DVector<f64>) -> DVector<f64>;

    fn euler_step(
        theta: &DMatrix<f64>,
        f: &DVector<f64>,
        y: &DVector<f64>,
        dt: f64,
    ) -> DVector<f64>
        where given(function_velocity) => f + function_velocity(theta, f, y) * dt;

    fn euler_flow(
        theta: &DMatrix<f64>,
        f0: &DVector<f64>,
        y: &DVector<f64>,
        dt: f64,
        steps: usize,
    ) -> DVector<f64>
        where given(euler_step) => {
            (0..steps).fold(f0.clone(), |f, _| euler_step(theta, &f, y, dt))
        };
}
