use nalgebra::DVector;

ntk_harness::exercise! {
    fn rms_over_seeds(values: &DVector<f64>) -> (f64, f64);

    fn fit_exponent(
        widths: &DVector<f64>,
        values: &DVector<f64>,
        errors: &DVector<f64>,
    ) -> (f64, f64);

    fn decide(exponent: f64, error: f64, candidates: &DVector<f64>) -> Option<f64>;

    fn two_powers(
        widths: &DVector<f64>,
        values: &DVector<f64>,
        errors: &DVector<f64>,
    ) -> ((f64, f64), (f64, f64));
}
