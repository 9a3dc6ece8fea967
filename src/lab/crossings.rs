//! How many more gates of a wide ReLU network open than close at its own training samples, while it learns.
//!
//! Two layers of N units, f₀ = 0 by doubling, unit inputs xᵢ, residuals r = f − y. A step η moves √N w·xᵢ by
//! −ηa Σⱼ rⱼ xᵢ·xⱼ [w·xⱼ > 0]. Only units with √N w·xᵢ = ξ of order one can cross, and ξ has the density
//! 1/√(2πN) there; for these w lies across xᵢ, their other gates stay as they are, and r is that of the infinite
//! kernel, (I − ηΘ)ᵏ(−y), to the leading order. What is left is a map of the line, in two halves:
//!
//! ```text
//! ξ ← ξ − ηa (s + rᵢ [ξ > 0]),   s = Σ_{j≠i} rⱼ xᵢ·xⱼ [w·xⱼ > 0]
//! ```
//!
//! rᵢ moves the open side alone: that is why openings and closings do not balance. A crossing changes
//! Θ̂(xᵢ, xᵢ) by ±a²/N. With I± = ∫ ([ξ_K > 0] − [ξ₀ > 0]) dξ₀ for a = ±1, by scaling |a| I± for any other, and
//! E|a|³ = 2√(2/π),
//!
//! ```text
//! √N E ΔΘ̂(xᵢ, xᵢ) → (1/π) E_w[I₊ + I₋].
//! ```
//!
//! Derived for this course; no paper is known to state it. For one sample s = 0, and the law of `OneSample` is
//! what remains.

use nalgebra::{DMatrix, DVector};
use ntk_network::normals;

use super::statistics::mean;
use super::{LabError, Measured};

/// Draws of w for each sample.
const DRAWS: usize = 2000;
/// Grid points for ξ₀, over every start that can reach the edge.
const PLACES: usize = 64;

/// lim √N E ΔΘ̂(x, x), over all rows of `xs`, of descent with this step until no residual exceeds `tolerance`;
/// `theta` is the infinite kernel of the rows.
///
/// # Errors
/// Descent that does not get there in 20 000 steps.
pub fn limit(
    xs: &DMatrix<f64>,
    y: &DVector<f64>,
    theta: &DMatrix<f64>,
    rate: f64,
    tolerance: f64,
) -> Result<Measured, LabError> {
    let residuals = residuals(y, theta, rate, tolerance)?;
    let mut counts = Vec::with_capacity(xs.nrows() * DRAWS);
    for (own, x) in xs.row_iter().enumerate() {
        let mut across: DMatrix<f64> = normals(DRAWS, xs.ncols(), 1.0, 910, own as u64);
        let along = &across * x.transpose();
        across -= along * x;
        let gates = across * xs.transpose();
        let weights = xs * x.transpose();
        for gates in gates.row_iter() {
            let open = |j: usize| j != own && gates[j] > 0.0;
            let seen = |r: &DVector<f64>| -> f64 {
                (0..xs.nrows()).filter(|&j| open(j)).map(|j| r[j] * weights[j]).sum()
            };
            let pushes: Vec<(f64, f64)> =
                residuals.iter().map(|r| (rate * seen(r), rate * r[own])).collect();
            counts.push((opened(&pushes, 1.0) + opened(&pushes, -1.0)) / std::f64::consts::PI);
        }
    }
    Ok(mean(&counts))
}

/// r before each step.
fn residuals(
    y: &DVector<f64>,
    theta: &DMatrix<f64>,
    rate: f64,
    tolerance: f64,
) -> Result<Vec<DVector<f64>>, LabError> {
    let (mut r, mut all) = (-y, Vec::new());
    while r.amax() > tolerance {
        if all.len() == 20_000 || !r.amax().is_finite() {
            return Err(LabError::Told(format!("a residual above {tolerance} stays")));
        }
        let next = &r - theta * &r * rate;
        all.push(std::mem::replace(&mut r, next));
    }
    Ok(all)
}

/// I for this a: what is opened less what is closed, in ξ.
fn opened(pushes: &[(f64, f64)], a: f64) -> f64 {
    // Whoever begins farther away never comes to the edge.
    let reach: f64 = pushes.iter().map(|(all, own)| all.abs() + own.abs()).sum();
    let step = 2.0 * reach / PLACES as f64;
    let change = |place: usize| {
        let start = step * (place as f64 + 0.5) - reach;
        let end = pushes
            .iter()
            .fold(start, |xi, (all, own)| xi - a * (all + if xi > 0.0 { *own } else { 0.0 }));
        f64::from(i8::from(end > 0.0) - i8::from(start > 0.0))
    };
    step * (0..PLACES).map(change).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntk::dynamics::OneSample;

    /// One sample: −|y|/π, which the closed law has as its first term.
    #[test]
    fn one_sample_is_the_closed_law() {
        let (x, theta) =
            (DMatrix::from_row_slice(1, 2, &[0.6, 0.8]), DMatrix::from_element(1, 1, 1.0));
        for y in [1.0, -2.0] {
            let found = limit(&x, &DVector::from_element(1, y), &theta, 0.01, 1e-4).unwrap();
            let law = 1e4 * OneSample::learnt(y / 1e4).drift();
            assert!((found.value - law).abs() < 0.03 * y.abs(), "{found:?}, not {law}");
        }
    }
}
