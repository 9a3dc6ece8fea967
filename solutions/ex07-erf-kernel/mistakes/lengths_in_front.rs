//! You have |x||y| times the kernel of the two unit vectors: ReLU's habit, K(sx, ty) = st K(x, y).
//! erf is not homogeneous. A long input makes it saturate, and K never exceeds 1.
//!
//! Chapter 7, "Any lengths".

use nalgebra::DVector;

pub fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let norms = x.norm() * y.norm();
    if norms == 0.0 {
        return 0.0;
    }
    norms * crate::solution::nngp_erf(&x.normalize(), &y.normalize())
}
