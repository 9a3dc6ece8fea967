//! m^(−1/(d−1)) is how far the *typical* point is from its neighbour. λ_min is set by the closest of
//! all m²/2 pairs, which are m^(−2/(d−1)) apart.
//!
//! Chapter 17, "How it grows".

pub fn growth(d: usize, factor: f64, mean_loss: bool) -> (f64, f64) {
    let (time, steps) = crate::solution::growth(d, factor.sqrt(), mean_loss);
    let rest = factor.sqrt();
    (if mean_loss { time * rest } else { time }, steps * rest)
}
