//! E16, its late times: at finite width forgetting is complete only for
//! λ√n > M = max_{‖w‖=1} |Σ yⱼ σ(w·xⱼ)|. Below that a few neurons survive: decay costs a neuron
//! ½λ(a² + ‖w‖²) ≥ λ|a|‖w‖, and the most that it can gain is |a|‖w‖M/√n.

use nalgebra::DMatrix;

use super::{Band, Cell, Estimate, LabError, Points, Values};
use ntk_network::{Decay, Descent, Network, Settings, normals};

/// λ√n as multiples of M, on both sides of 1.
const SIDES: [(&str, f64); 2] = [(ABOVE, 1.3), (BELOW, 0.8)];
const ABOVE: &str = "λ√n = 1.3 M";
const BELOW: &str = "λ√n = 0.8 M";
const WIDTH: usize = 256;
const TIME: f64 = 400.0;
const RATE: f64 = 0.1;

pub(super) fn cells(seeds: u64) -> Vec<Cell> {
    SIDES.iter().flat_map(|(name, _)| Cell::sweep(name, &[WIDTH], seeds)).collect()
}

/// λ√n/M for a cell of ours, None for another's.
pub(super) fn multiple(cell: &Cell) -> Option<f64> {
    SIDES.iter().find(|(name, _)| *name == cell.variant).map(|(_, multiple)| *multiple)
}

/// Trains to a late time, with λ√n that multiple of M.
pub(super) fn measure(
    mut network: Network<f64>,
    xs: &DMatrix<f64>,
    y: &DMatrix<f64>,
    multiple: f64,
) -> Result<Values, LabError> {
    let decay = multiple * strongest_pull(xs, y) / (network.design().width as f64).sqrt();
    let settings = Settings { decay: Decay::ToZero(decay), ..Settings::new(RATE) };
    let mut descent = Descent::new(&mut network, xs, y, settings)?;
    descent.run((TIME / RATE) as usize)?;
    Ok(Values::default().with("norm", descent.outputs().norm() / y.norm()))
}

pub(super) fn judge(points: &Points) -> Vec<Estimate> {
    let bands = [Band::between(0.0, 0.01, "below 0.01"), Band::between(0.02, 0.5, "above 0.02")];
    let sides = SIDES.into_iter().zip(bands);
    sides
        .map(|((name, _), theory)| Estimate {
            name: format!("{name}, t = {TIME}: ‖f‖/‖y‖"),
            claim: "C64",
            measured: points.mean(name, WIDTH, "norm"),
            theory,
            why: "above M nothing is stationary but 0; below, something is",
            common: None,
            resolution: 0.1,
        })
        .collect()
}

/// M: the target's largest projection on one neuron. On each pattern of gates the sum is linear in w, so
/// w ← the sum's gradient, normed, climbs to a maximum; the largest of many starts is taken.
fn strongest_pull(xs: &DMatrix<f64>, y: &DMatrix<f64>) -> f64 {
    let starts: DMatrix<f64> = normals(xs.ncols(), 400, 1.0, 16, 0);
    let mut best = 0.0f64;
    for sign in [1.0, -1.0] {
        for start in starts.column_iter() {
            let mut w = start.normalize();
            for _ in 0..50 {
                let open =
                    (xs * &w).zip_map(&y.column(0), |h, y| if h > 0.0 { sign * y } else { 0.0 });
                let pull = xs.tr_mul(&open);
                best = best.max(pull.dot(&w));
                if pull.norm() > 0.0 {
                    w = pull.normalize();
                }
            }
        }
    }
    best
}
