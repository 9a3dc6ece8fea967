//! The two are exchanged: K's eigenvalue comes first. It is the smaller one, since Θ − K is positive
//! semidefinite.
//!
//! Chapter 19, "What each kernel sees".

pub fn circle_spectra(k: usize) -> (f64, f64) {
    let (nngp, ntk) = crate::solution::circle_spectra(k);
    (ntk, nngp)
}
