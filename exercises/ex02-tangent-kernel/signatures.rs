use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn gradient(
        first: &DMatrix<f64>,
        readout: &DVector<f64>,
        x: &DVector<f64>,
        phi: fn(f64) -> f64,
        slope: fn(f64) -> f64,
    ) -> DVector<f64>;

    fn empirical_ntk(
        first: &DMatrix<f64>,
        readout: &DVector<f64>,
        xs: &DMatrix<f64>,
        phi: fn(f64) -> f64,
        slope: fn(f64) -> f64,
    ) -> DMatrix<f64>
        where given(gradient) => {
            let gradients: Vec<DVector<f64>> = xs
                .row_iter()
                .map(|row| gradient(first, readout, &row.transpose(), phi, slope))
                .collect();
            DMatrix::from_fn(xs.nrows(), xs.nrows(), |i, j| gradients[i].dot(&gradients[j]))
        };

    fn ntk_by_layers(
        weights: &[DMatrix<f64>],
        xs: &DMatrix<f64>,
        phi: fn(f64) -> f64,
        slope: fn(f64) -> f64,
        gain: f64,
    ) -> DMatrix<f64>;

    fn kernel_rank(theta: &DMatrix<f64>) -> usize;

    fn relu_rank(xs: &DMatrix<f64>) -> usize;
}
