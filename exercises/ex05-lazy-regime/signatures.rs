use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn linearised(
        first0: &DMatrix<f64>,
        readout0: &DVector<f64>,
        first: &DMatrix<f64>,
        readout: &DVector<f64>,
        x: &DVector<f64>,
        phi: fn(f64) -> f64,
        slope: fn(f64) -> f64,
    ) -> f64;

    fn descend_linear(
        jacobian: &DMatrix<f64>,
        f0: &DVector<f64>,
        y: &DVector<f64>,
        learning_rate: f64,
        steps: usize,
    ) -> DVector<f64>;

    fn displacement(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, t: f64) -> f64;

    fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>);

    fn lazy_width(
        theta: &DMatrix<f64>,
        f0: &DVector<f64>,
        y: &DVector<f64>,
        inputs: usize,
        share: f64,
    ) -> usize
        where given(displacement) => {
            let ratio = displacement(theta, f0, y, f64::INFINITY) / share;
            (ratio * ratio / (inputs as f64 + 1.0)).ceil().max(1.0) as usize
        };
}
