//! The mean of K, the readout's block. The network trains both layers, and the first one adds
//! cos θ (π − θ)/2π.
//!
//! Chapter 17, "The largest eigenvalue is a mean".

/// (1 + 1/(d − 1)) r/2π in place of (1 + 2/(d − 1)) r/2π.
pub fn sphere_mean(d: usize) -> f64 {
    let d_float = d as f64;
    crate::solution::sphere_mean(d) * d_float / (d_float + 1.0)
}
