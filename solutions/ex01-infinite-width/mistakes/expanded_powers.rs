//! Your formula is right on paper: the central moments from the moments about 0. With a mean far larger
//! than the spread it subtracts numbers that agree in most of their digits, and loses those. Subtract
//! the mean first, then take powers.
//!
//! Chapter 1, "How Gaussian is it?".

use nalgebra::DVector;

pub fn excess_kurtosis(outputs: &DVector<f64>) -> f64 {
    let m = |power| outputs.map(|f| f.powi(power)).mean();
    let mean = m(1);
    let second = m(2) - mean * mean;
    let fourth = m(4) - 4.0 * mean * m(3) + 6.0 * mean * mean * m(2) - 3.0 * mean.powi(4);
    fourth / (second * second) - 3.0
}
