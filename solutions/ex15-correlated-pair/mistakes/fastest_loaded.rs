//! You took the fastest of the loaded modes. It is gone first; what is left in the end is the
//! slowest.
//!
//! Chapter 15, "Which mode the labels load".

use nalgebra::DVector;

pub fn late_rate(rho: f64, y: &DVector<f64>) -> f64 {
    let loaded = [(y[0] + y[1], 1.0 + rho), (y[0] - y[1], 1.0 - rho)];
    let rates = loaded.into_iter().filter(|(part, _)| *part != 0.0).map(|(_, rate)| rate);
    rates.reduce(f64::max).unwrap_or(f64::INFINITY)
}
