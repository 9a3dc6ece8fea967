//! Each class has its own sigmoid here. The probabilities of a point then do not add up to 1: softmax
//! divides by the sum over its classes.
//!
//! Chapter 21, "More than two classes".

use nalgebra::DMatrix;

pub fn softmax_velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, y: &DMatrix<f64>) -> DMatrix<f64> {
    let p = f.map(crate::solution::sigmoid);
    let velocity = -(theta * (&p - y));
    DMatrix::from_fn(f.nrows(), f.ncols(), |i, c| {
        let mean = p.row(i).dot(&velocity.row(i));
        p[(i, c)] * (velocity[(i, c)] - mean)
    })
}
