use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn ridge_predict(theta: &DMatrix<f64>, y: &DVector<f64>, ridge: f64) -> DVector<f64>;

    fn label_noise_variance(theta: &DMatrix<f64>, m: usize, sigma: f64, t: f64) -> DVector<f64>;

    fn ensemble_law(
        theta: &DMatrix<f64>,
        nngp: &DMatrix<f64>,
        y: &DVector<f64>,
        t: f64,
    ) -> (DVector<f64>, DMatrix<f64>);

    fn error_parts(
        theta: &DMatrix<f64>,
        nngp: &DMatrix<f64>,
        truth: &DVector<f64>,
        m: usize,
        sigma: f64,
        t: f64,
    ) -> DMatrix<f64>
        where given(label_noise_variance, ensemble_law) => {
            let new = truth.len() - m;
            let (mean, covariance) = ensemble_law(theta, nngp, &truth.rows(0, m).into_owned(), t);
            let bias = mean - truth.rows(m, new);
            DMatrix::from_columns(&[
                DVector::from_element(new, sigma * sigma),
                bias.component_mul(&bias),
                label_noise_variance(theta, m, sigma, t),
                covariance.diagonal(),
            ])
        };
}
