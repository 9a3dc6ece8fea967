//! You filled one triangle and left the other at zero. Computing half of a symmetric matrix is a
//! good idea; copy it to the other half as well.
//!
//! Chapter 6, "The Gram matrix".

use nalgebra::DMatrix;

pub fn ntk_gram(xs: &DMatrix<f64>) -> DMatrix<f64> {
    crate::solution::ntk_gram(xs).upper_triangle()
}
