use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn kernel_gradient(
        w: &DMatrix<f64>,
        a: &DVector<f64>,
        x: &DVector<f64>,
        y: &DVector<f64>,
    ) -> DVector<f64>;

    fn drift_and_bound(
        w: &DMatrix<f64>,
        a: &DVector<f64>,
        dw: &DMatrix<f64>,
        da: &DVector<f64>,
        x: &DVector<f64>,
        y: &DVector<f64>,
        pieces: usize,
    ) -> (f64, f64);

    fn typical_pull(
        w: &DMatrix<f64>,
        a: &DVector<f64>,
        x: &DVector<f64>,
        y: &DVector<f64>,
        z: &DVector<f64>,
    ) -> (f64, f64);

    fn relu_jump(
        w: &DMatrix<f64>,
        a: &DVector<f64>,
        x: &DVector<f64>,
        y: &DVector<f64>,
        neuron: usize,
    ) -> (f64, f64);
}
