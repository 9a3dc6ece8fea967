//! E15: natural gradient and gradient descent part, and the Fisher matrix is not the kernel.
//!
//! Descent moves the outputs by −Θ(f − y): each mode decays at its own eigenvalue. Natural gradient,
//! θ̇ = −(JᵀJ)⁺Jᵀr, moves them by −(f − y): all modes decay at rate 1, at every width, as long as Θ is
//! invertible. Every mode is loaded alike, and the slowest is watched. erf, because with ReLU a gate that
//! is pinned at zero makes honest steps of natural gradient fail.
//!
//! The two matrices: JᵀJ (P×P) and JJᵀ (m×m) share their nonzero eigenvalues; the empirical Fisher
//! matrix Σ rᵢ² gᵢgᵢᵀ does not have them.

use nalgebra::{DMatrix, DVector};

use super::d0::d0;
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Points, Series,
    Size, Table, Trial, Values, mean,
};
use ntk::dynamics::Spectrum;
use ntk_network::{Activation, Descent, Design, Settings};

pub struct NaturalGradient;

const NATURAL: &str = "natural gradient";
const DESCENT: &str = "gradient descent";
const SPECTRA: &str = "spectra";
/// Rates are read off at this time.
const TIME: f64 = 2.0;
const STEPS: u32 = 100;
/// Every mode of the labels has this part: small, so that a network of this width stays lazy.
const LOAD: f64 = 0.2;
/// Width of the network whose P×P matrix is written out.
const SMALL: usize = 12;

impl Experiment for NaturalGradient {
    fn about(&self) -> About {
        About {
            id: "E15",
            title: "Does natural gradient do what gradient descent does?",
            claims: &["C28", "C30", "C81", "C99"],
            setup: "two layers, erf, D0, f₀ = 0, labels that load every mode alike, time 2",
            seconds: 3.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (width, seeds) = size.of((512, 8), (2048, 16), (8192, 24));
        let trained = [NATURAL, DESCENT].into_iter();
        let trained = trained.flat_map(|name| Cell::sweep(name, &[width], seeds));
        trained.chain(Cell::sweep(SPECTRA, &[SMALL], 6)).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, y) = d0()?;
        let design = Design::new(xs.ncols(), 1, trial.cell.width, Activation::Erf);
        if trial.cell.variant == SPECTRA {
            return spectra(trial, design, &xs, &y);
        }
        let mut network = trial.network(Design { doubled: true, ..design })?;
        let modes = Spectrum::of(&network.tangents(&xs)?.ntk())?;
        let labels = modes.eigenvectors() * DVector::from_element(xs.nrows(), LOAD);
        let labels = DMatrix::from_column_slice(xs.nrows(), 1, labels.as_slice());
        let rate = TIME / f64::from(STEPS);
        let mut descent = Descent::new(&mut network, &xs, &labels, Settings::new(rate))?;
        for _ in 0..STEPS {
            if trial.cell.variant == NATURAL {
                descent.natural_step(&xs, 0.0)?;
            } else {
                descent.step()?;
            }
        }
        let left = modes.eigenvectors().tr_mul(&descent.residuals()) / -LOAD;
        let rates = left.iter().map(|share| -share.ln() / TIME);
        Ok(Values::default()
            .with_all("rate", rates)
            .with_all("eigenvalue", modes.eigenvalues().iter().copied()))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let width = points.widths(NATURAL).first().copied().unwrap_or(0);
        let values = |variant: &str, name: &str, k: usize| {
            points.values(variant, width, &format!("{name}[{k}]"))
        };
        let (xs, _) = d0()?;
        let modes = xs.nrows();
        let mut table = Table::new(["mode", "λ", "rate of descent", "rate of natural gradient"]);
        let mut dots = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for k in 0..modes {
            let lambda = mean(&values(DESCENT, "eigenvalue", k)).value;
            let (descent, natural) =
                (mean(&values(DESCENT, "rate", k)), mean(&values(NATURAL, "rate", k)));
            table.row([
                format!("{}", k + 1),
                number(lambda),
                with_error(descent),
                with_error(natural),
            ]);
            dots.0.push((lambda, natural.value, natural.se));
            dots.1.push((lambda, 1.0, 0.0));
            dots.2.push((lambda, lambda, 0.0));
            dots.3.push((lambda, descent.value, descent.se));
        }
        let slowest = modes - 1;
        let lambda = mean(&values(NATURAL, "eigenvalue", slowest)).value;
        let ratio: Vec<f64> = values(DESCENT, "rate", slowest)
            .iter()
            .zip(values(DESCENT, "eigenvalue", slowest))
            .map(|(rate, lambda)| rate / lambda)
            .collect();
        let small = |name: &str| points.values(SPECTRA, SMALL, name);
        let estimates = vec![
            Estimate {
                name: "natural gradient: rate of the slowest mode".to_owned(),
                claim: "C30",
                measured: mean(&values(NATURAL, "rate", slowest)),
                theory: Band::around(discrete(1.0), 0.03, "1"),
                why: "exact for the linearisation; the drift over the training changes it by O(1/n)",
                common: Some(Band::around(lambda, 0.0, format!("λ = {}", number(lambda)))),
                resolution: 0.0,
            },
            Estimate {
                name: "gradient descent: rate of the slowest mode / λ".to_owned(),
                claim: "C81",
                measured: mean(&ratio),
                theory: Band::around(1.0, 0.08, "1"),
                why: "the drift of the kernel and neighbouring modes, at most 8 % at n = 512",
                common: None,
                resolution: 0.3,
            },
            Estimate {
                name: "JᵀJ and JJᵀ: largest relative difference of eigenvalues".to_owned(),
                claim: "C28",
                measured: mean(&small("fisher")),
                theory: Band::between(0.0, 1e-9, "0"),
                why: "the same singular values, to rounding",
                common: None,
                resolution: 1e-3,
            },
            Estimate {
                name: "eigenvalues of the empirical Fisher matrix / those of JJᵀ".to_owned(),
                claim: "C99",
                measured: mean(&small("empirical")),
                theory: Band::around(EMPIRICAL, 1e-9, "0.09 for residuals of 0.3"),
                why: "with residuals ±0.3 it is 0.09 JᵀJ exactly",
                common: Some(Band::around(1.0, 0.0, "1: it is the kernel")),
                resolution: 0.0,
            },
        ];
        let figure = Figure {
            caption: "Natural gradient learns all modes at one rate, the slow ones too; gradient \
                      descent learns each at its eigenvalue."
                .to_owned(),
            x_label: "eigenvalue λ of the mode".to_owned(),
            y_label: "rate of natural gradient".to_owned(),
            log_x: true,
            log_y: true,
            series: vec![
                Series::new(Kind::Theory, "theory: 1", ascending(dots.1)),
                Series::new(Kind::Common, "as descent: λ", ascending(dots.2)),
                Series::new(Kind::Measured, "natural gradient", ascending(dots.0)),
                Series::new(Kind::Measured, "descent", ascending(dots.3)),
            ],
        };
        Ok(Findings { estimates, tables: vec![table], figure })
    }
}

fn ascending(mut points: Vec<(f64, f64, f64)>) -> Vec<(f64, f64, f64)> {
    points.reverse();
    points
}

/// The rate that steps of this size show for a mode of rate `rate`: −ln(1 − ηλ)/η.
fn discrete(rate: f64) -> f64 {
    let step = TIME / f64::from(STEPS);
    -(-step * rate).ln_1p() / step
}

/// (0.3)²: what residuals of ±0.3 make of the empirical Fisher matrix.
const EMPIRICAL: f64 = 0.09;

/// Both matrices of a small network, written out.
fn spectra(
    trial: &Trial,
    design: Design,
    xs: &DMatrix<f64>,
    signs: &DMatrix<f64>,
) -> Result<Values, LabError> {
    let network = trial.network(design)?;
    let j = network.jacobian(xs)?;
    let eigenvalues =
        |matrix: DMatrix<f64>| Ok::<_, LabError>(Spectrum::of(&matrix)?.eigenvalues().clone());
    let gram = eigenvalues(&j * j.transpose())?;
    let fisher = eigenvalues(j.tr_mul(&j))?;
    let weighted = DMatrix::from_fn(j.nrows(), j.ncols(), |i, k| 0.3 * signs[i] * j[(i, k)]);
    let empirical = eigenvalues(weighted.tr_mul(&weighted))?;
    let shared = gram.len();
    let differ = |k: usize| (fisher[k] / gram[k] - 1.0).abs();
    let largest = (0..shared).map(differ).fold(0.0, f64::max);
    let ratio = (0..shared).map(|k| empirical[k] / gram[k]).sum::<f64>() / shared as f64;
    Ok(Values::default().with("fisher", largest).with("empirical", ratio))
}
