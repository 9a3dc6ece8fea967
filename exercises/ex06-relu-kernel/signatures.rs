use nalgebra::{DMatrix, DVector};

ntk_harness::exercise! {
    fn nngp_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64;

    fn kdot_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64;

    fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64
        where given(nngp_relu, kdot_relu) => nngp_relu(x, y) + x.dot(y) * kdot_relu(x, y);

    fn ntk_gram(xs: &DMatrix<f64>) -> DMatrix<f64>
        where given(ntk_relu) => {
            let row = |i: usize| xs.row(i).transpose();
            DMatrix::from_fn(xs.nrows(), xs.nrows(), |i, j| ntk_relu(&row(i), &row(j)))
        };
}
