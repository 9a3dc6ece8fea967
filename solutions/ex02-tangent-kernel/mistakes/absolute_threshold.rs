//! You compared the eigenvalues with a fixed small number. The kernel has the unit of the inputs squared:
//! measure them in another unit, and your rank changes. Compare with the largest eigenvalue. (nalgebra's
//! `rank(eps)` takes eps as it is, too.)
//!
//! Chapter 2, "The rank in floating point".

use nalgebra::DMatrix;

pub fn kernel_rank(theta: &DMatrix<f64>) -> usize {
    theta.clone().symmetric_eigenvalues().iter().filter(|&&lambda| lambda > 1e-10).count()
}
