//! Right while a point's outputs lie closer together. From their mean, as from the first of them, the
//! largest may still be several hundreds away, and its exponential infinite. From the largest output
//! every distance is negative, and the worst that happens is a zero.
//!
//! Chapter 21, "More than two classes".

use nalgebra::DMatrix;

pub fn softmax_velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, y: &DMatrix<f64>) -> DMatrix<f64> {
    let mut p = f.clone();
    for mut row in p.row_iter_mut() {
        let mean = row.mean();
        row.apply(|f| *f = (*f - mean).exp());
        row.unscale_mut(row.sum());
    }
    let velocity = -(theta * (&p - y));
    DMatrix::from_fn(f.nrows(), f.ncols(), |i, c| {
        let mean = p.row(i).dot(&velocity.row(i));
        p[(i, c)] * (velocity[(i, c)] - mean)
    })
}
