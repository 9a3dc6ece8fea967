use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn end_to_end(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DVector<f64>;

    fn layer_terms(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64>;

    fn kernel_matrix(first: &DMatrix<f64>, hidden: &[DMatrix<f64>], readout: &DVector<f64>, gain: f64) -> DMatrix<f64>;

    fn limit_kernel(x: &DVector<f64>, y: &DVector<f64>, layers: usize, gain: f64) -> f64;
}
