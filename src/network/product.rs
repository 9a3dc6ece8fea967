//! The three matrix products of a layer, each without allocating.
//!
//! nalgebra hands a product to matrixmultiply when every dimension exceeds 5, whatever the strides, so
//! a transpose is a view with exchanged strides. Below that, its loops run along columns: each function
//! here picks the form whose columns are contiguous.

use nalgebra::{DMatrix, DMatrixView, Dyn};

use super::Scalar;

/// nalgebra's own bound, below which it does not call matrixmultiply.
const SMALL: usize = 5;

/// out = factor · W A, with W n′×n and A n×m.
pub(crate) fn forward<T: Scalar>(out: &mut DMatrix<T>, factor: T, w: &DMatrix<T>, a: &DMatrix<T>) {
    if w.nrows() == 1 {
        for (value, sample) in out.iter_mut().zip(a.column_iter()) {
            *value = factor * row_times_column(w.as_slice(), sample.as_slice());
        }
    } else {
        out.gemm(factor, w, a, T::zero());
    }
}

/// out = factor · Wᵀ D, with W n′×n and D n′×m. Also a Gram matrix, with W and D of one shape.
pub(crate) fn backward<T: Scalar>(out: &mut DMatrix<T>, factor: T, w: &DMatrix<T>, d: &DMatrix<T>) {
    if out.nrows().min(out.ncols()).min(w.nrows()) > SMALL {
        out.gemm(factor, &transposed(w), d, T::zero());
    } else {
        out.gemm_tr(factor, w, d, T::zero());
    }
}

/// W = keep · W + factor · D Aᵀ, with W n′×n, D n′×m and A n×m.
pub(crate) fn update<T: Scalar>(
    w: &mut DMatrix<T>,
    keep: T,
    factor: T,
    d: &DMatrix<T>,
    a: &DMatrix<T>,
) {
    if w.nrows() == 1 {
        for value in w.iter_mut() {
            *value *= keep;
        }
        for (delta, sample) in d.iter().zip(a.column_iter()) {
            let step = factor * *delta;
            for (value, x) in w.iter_mut().zip(sample.iter()) {
                *value += step * *x;
            }
        }
    } else {
        w.gemm(factor, d, &transposed(a), keep);
    }
}

/// Aᵀ as a view: rows and columns exchange their strides.
fn transposed<T: Scalar>(a: &DMatrix<T>) -> DMatrixView<'_, T, Dyn, Dyn> {
    DMatrixView::from_slice_with_strides(a.as_slice(), a.ncols(), a.nrows(), a.nrows(), 1)
}

/// A dot product in eight running sums, which the compiler can keep in one register.
fn row_times_column<T: Scalar>(x: &[T], y: &[T]) -> T {
    let mut sums = [T::zero(); 8];
    let (xs, ys) = (x.chunks_exact(8), y.chunks_exact(8));
    let rest = xs.remainder().iter().zip(ys.remainder());
    let tail = rest.fold(T::zero(), |sum, (a, b)| sum + *a * *b);
    for (a, b) in xs.zip(ys) {
        for k in 0..8 {
            sums[k] += a[k] * b[k];
        }
    }
    sums.iter().fold(tail, |sum, part| sum + *part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normals;

    #[test]
    fn every_form_is_the_plain_product_at_small_and_large_shapes() {
        for (rows, inner, samples) in [(1, 37, 3), (1, 9, 20), (7, 12, 9), (40, 3, 2), (6, 70, 8)] {
            let w: DMatrix<f64> = normals(rows, inner, 1.0, 1, 0);
            let a: DMatrix<f64> = normals(inner, samples, 1.0, 1, 1);
            let d: DMatrix<f64> = normals(rows, samples, 1.0, 1, 2);

            let mut up = DMatrix::from_element(rows, samples, f64::NAN);
            forward(&mut up, 2.0, &w, &a);
            assert!((up - &w * &a * 2.0).amax() < 1e-13);

            let mut down = DMatrix::from_element(inner, samples, f64::NAN);
            backward(&mut down, 2.0, &w, &d);
            assert!((down - w.transpose() * &d * 2.0).amax() < 1e-13);

            let mut moved = w.clone();
            update(&mut moved, 0.5, 3.0, &d, &a);
            assert!((moved - (&w * 0.5 + &d * a.transpose() * 3.0)).amax() < 1e-13);
        }
    }
}
