use nalgebra::DVector;

ntk_harness::exercise! {
    fn pair_rates(a: f64, b: f64, d: f64) -> (f64, f64);

    fn pair_output(rho: f64, y: &DVector<f64>, t: f64) -> DVector<f64>;

    fn late_rate(rho: f64, y: &DVector<f64>) -> f64;

    fn time_until_learned(rho: f64, y: &DVector<f64>, epsilon: f64) -> f64;
}
