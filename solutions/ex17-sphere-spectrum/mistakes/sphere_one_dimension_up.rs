//! The angle is weighed by sin^{d−1}θ, where sin^{d−2}θ belongs: points at the angle θ form a sphere
//! of d − 2 dimensions. This is the mean for d + 1.
//!
//! Chapter 17, "The largest eigenvalue is a mean".

pub fn sphere_mean(d: usize) -> f64 {
    crate::solution::sphere_mean(d + 1)
}
