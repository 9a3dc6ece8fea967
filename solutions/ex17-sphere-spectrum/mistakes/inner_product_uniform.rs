//! Every inner product is taken as equally likely: right on the sphere of ℝ³, where all rules agree.
//! In d dimensions it has the density (1 − u²)^{(d−3)/2}.
//!
//! Chapter 17, "The largest eigenvalue is a mean".

pub fn sphere_mean(_d: usize) -> f64 {
    0.25
}
