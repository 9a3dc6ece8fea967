//! Descent for networks whose kernel grows while they train: each leg takes steps that are a fixed part of
//! what the kernel at its start can bear, so that what is followed stays close to gradient flow.

use nalgebra::DMatrix;
use ntk_network::{Descent, Network, Settings};

use super::LabError;
use super::edge::largest_eigenvalue;

/// η λ₁ at the start of a leg. Instability begins at 2.
const SHARE: f64 = 0.5;
/// Steps of a leg. In so few of them λ₁ grows by no more than a factor of three.
const LEG: usize = 20;
const LIMIT: usize = 20_000;

/// Trains until no residual exceeds `tolerance`.
///
/// # Errors
/// Shapes that do not fit, training that explodes, or residuals that stay larger for 20 000 steps.
pub fn flow(
    network: &mut Network<f64>,
    xs: &DMatrix<f64>,
    targets: &DMatrix<f64>,
    tolerance: f64,
) -> Result<(), LabError> {
    for _ in 0..LIMIT / LEG {
        let largest = largest_eigenvalue(network, xs)?;
        let mut descent = Descent::new(network, xs, targets, Settings::new(SHARE / largest))?;
        descent.run_until(tolerance, LEG)?;
        if descent.worst_residual() <= tolerance {
            return Ok(());
        }
    }
    Err(LabError::Told(format!("a residual above {tolerance} is left after {LIMIT} steps")))
}
