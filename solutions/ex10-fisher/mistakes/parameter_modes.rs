//! You returned P rates, one for each direction of the parameters. The residual lives on the
//! samples: m modes, m rates. In most directions parameters can move without any output noticing.
//!
//! Chapter 10, "A shared spectrum".

use nalgebra::{DMatrix, DVector};

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    let lambda = crate::solution::fisher_spectrum(jacobian);
    lambda.map(|lambda| if lambda > 0.0 { lambda / (lambda + damping) } else { 0.0 })
}
