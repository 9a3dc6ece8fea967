//! You compared the lengths before and after, |‖θ‖ − ‖θ₀‖|. A vector can turn without changing its
//! length; what counts is the length of the *difference*, ‖θ − θ₀‖.
//!
//! Chapter 5, "Three ways to measure a move".

use nalgebra::{DMatrix, DVector};

pub fn movement(before: &[DMatrix<f64>], after: &[DMatrix<f64>]) -> (f64, f64, DVector<f64>) {
    let squares = |layers: &[DMatrix<f64>]| layers.iter().map(|l| l.norm_squared()).sum::<f64>();
    let (start, end) = (squares(before).sqrt(), squares(after).sqrt());
    let entries = before.iter().zip(after).map(|(before, after)| {
        (after.norm() - before.norm()).abs() / (before.len() as f64).sqrt()
    });
    let entries = DVector::from_iterator(before.len(), entries);
    ((end - start).abs(), (end - start).abs() / start, entries)
}
