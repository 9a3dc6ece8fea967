//! The residual was kept as it is at the start, so the output grows in proportion to time. It shrinks as
//! the output grows: after a while the margin gains only the same amount for each factor in time.
//!
//! Chapter 21, "Hard labels never end".

pub fn margin(theta: f64, f0: f64, t: f64) -> f64 {
    f0 + theta * t * crate::solution::sigmoid(-f0)
}
