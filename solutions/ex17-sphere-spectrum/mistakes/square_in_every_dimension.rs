//! λ_min = 1/m was taken for granted. It belongs to the sphere of ℝ³: in d dimensions the closest pair
//! of m points is about m^(−2/(d−1)) apart.
//!
//! Chapter 17, "How it grows".

pub fn growth(_d: usize, factor: f64, mean_loss: bool) -> (f64, f64) {
    crate::solution::growth(3, factor, mean_loss)
}
