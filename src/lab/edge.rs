//! Descent with steps that may be too large: what its losses are, and the λ_max that says how large is too
//! large.

use nalgebra::DMatrix;
use ntk::dynamics::Spectrum;
use ntk_network::{Descent, Network, NetworkError, Settings};

use super::LabError;

/// Residual at which training counts as ended, for labels of size one.
const TOLERANCE: f64 = 1e-5;

/// λ_max of the network's own tangent kernel on these inputs.
///
/// # Errors
/// Inputs of another dimension, or a kernel that is not finite.
pub fn largest_eigenvalue(network: &Network<f64>, xs: &DMatrix<f64>) -> Result<f64, LabError> {
    Ok(Spectrum::of(&network.tangents(xs)?.ntk())?.eigenvalues()[0])
}

/// One training, step by step.
pub struct Losses {
    /// Before the first step and after each.
    pub losses: Vec<f64>,
    /// Whether every residual came below 1e-5.
    pub ended: bool,
    /// Whether it has gone for good.
    pub exploded: bool,
}

impl Losses {
    /// Trains until it ends, explodes, or has taken `limit` steps.
    ///
    /// # Errors
    /// Shapes that do not fit. An explosion is an answer and no error.
    pub fn of(
        network: &mut Network<f64>,
        xs: &DMatrix<f64>,
        y: &DMatrix<f64>,
        settings: Settings,
        limit: usize,
    ) -> Result<Self, LabError> {
        let mut descent = Descent::new(network, xs, y, settings)?;
        let (mut losses, mut exploded) = (vec![descent.loss()], false);
        while descent.steps() < limit && descent.worst_residual() > TOLERANCE && !exploded {
            match descent.step() {
                Ok(loss) => losses.push(loss),
                Err(NetworkError::Exploded { .. }) => exploded = true,
                Err(error) => return Err(error.into()),
            }
        }
        let ended = !exploded && descent.worst_residual() <= TOLERANCE;
        Ok(Self { losses, ended, exploded })
    }

    /// Whether the loss fell, or stayed, at every step.
    pub fn falls(&self) -> bool {
        !self.exploded && self.losses.is_sorted_by(|before, after| after <= before)
    }

    /// The highest loss over the first.
    pub fn peak(&self) -> f64 {
        self.losses.iter().copied().fold(0.0, f64::max) / self.losses[0]
    }
}
