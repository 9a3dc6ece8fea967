//! Twice too large: the operator averages over the circle, (1/2π) ∫ over all of it, which is (1/π) ∫
//! over half. You have the coefficient of a Fourier series.
//!
//! Chapter 19, "What each kernel sees".

pub fn circle_spectra(k: usize) -> (f64, f64) {
    let (nngp, ntk) = crate::solution::circle_spectra(k);
    (2.0 * nngp, 2.0 * ntk)
}
