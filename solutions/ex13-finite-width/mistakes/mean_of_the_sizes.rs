//! You averaged the sizes, |v|. That is a fair measure of a scatter too, and another number: the root mean
//! square is what variances make, and theory predicts.
//!
//! Chapter 13, "A number and its error".

use nalgebra::DVector;

pub fn rms_over_seeds(values: &DVector<f64>) -> (f64, f64) {
    let sizes = values.map(f64::abs);
    let (count, mean) = (values.len() as f64, sizes.mean());
    let variance = sizes.add_scalar(-mean).norm_squared() / (count - 1.0);
    (mean, (variance / count).sqrt())
}
