//! The softmax runs over the points, down the columns. It runs over the classes of one point, along a
//! row: rows are samples.
//!
//! Chapter 21, "More than two classes".

use nalgebra::DMatrix;

pub fn softmax_velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, y: &DMatrix<f64>) -> DMatrix<f64> {
    let p = crate::solution::softmax(&f.transpose()).transpose();
    let velocity = -(theta * (&p - y));
    DMatrix::from_fn(f.nrows(), f.ncols(), |i, c| {
        let mean = p.row(i).dot(&velocity.row(i));
        p[(i, c)] * (velocity[(i, c)] - mean)
    })
}
