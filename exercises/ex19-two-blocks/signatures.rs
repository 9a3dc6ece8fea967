use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn readout_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64>;

    fn first_layer_block(w: &DMatrix<f64>, a: &DVector<f64>, xs: &DMatrix<f64>) -> DMatrix<f64>;

    fn readout_only_prediction(w: &DMatrix<f64>, xs: &DMatrix<f64>, y: &DVector<f64>, x_star: &DVector<f64>) -> f64;

    fn circle_spectra(k: usize) -> (f64, f64);
}
