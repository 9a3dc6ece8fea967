use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn layer_terms(nngp: &DVector<f64>, kdot: &DVector<f64>) -> DVector<f64>;

    fn relu_terms(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> DVector<f64>;

    fn ntk_of_trained(
        x: &DVector<f64>,
        y: &DVector<f64>,
        gain: f64,
        trained: &[bool],
    ) -> f64
        where given(relu_terms) => {
            let terms = relu_terms(x, y, trained.len() - 1, gain);
            terms.iter().zip(trained).map(|(term, &on)| if on { *term } else { 0.0 }).sum()
        };

    fn network_terms(
        w1: &DMatrix<f64>,
        w2: &DMatrix<f64>,
        w3: &DVector<f64>,
        x: &DVector<f64>,
        y: &DVector<f64>,
    ) -> DVector<f64>;
}
