//! You took the columns as samples. In this course a data set has one sample a row: m × d in, m × m
//! out.
//!
//! Appendix "Notation", "Data".

use nalgebra::DMatrix;

pub fn ntk_gram(xs: &DMatrix<f64>) -> DMatrix<f64> {
    crate::solution::ntk_gram(&xs.transpose())
}
