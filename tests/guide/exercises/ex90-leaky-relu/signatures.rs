use nalgebra::DVector;

ntk_harness::exercise! {
    fn kdot_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64;

    fn nngp_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64;
}
