//! E09r: what a ReLU network's gates do to its tangent features and to its kernel, on several samples.
//!
//! While it is trained each w·x moves by n^{−1/2}, so that a share ∝ n^{−1/2} of the gates flips. A flip changes its
//! feature a σ′(w·x) x altogether, whatever the width: of ‖∇f − ∇f₀‖² the flips have a part ∝ n^{−1/2}, and all the
//! rest, the motion of what stays open, is ∝ 1/n as in a smooth network. So the features move as n^{−1/4} in the
//! end, and by a steeper slope before: −1/4 − (1/4) ρ/(1 + ρ), ρ ∝ n^{−1/2} being rest over flips.
//!
//! In the kernel flips up and down cancel in part. They do not where a training sample's own residual drives
//! one side of its gate and not the other (`crossings` counts them, X5 has one sample in closed form): a mean
//! ∝ n^{−1/2} is left, beside the shot noise ∝ n^{−3/4} and the smooth part ∝ 1/n. At other inputs it is ∝ 1/n.
//!
//! f₀ = 0 by doubling. No network knows of a gate: they are the signs of X Wᵀ before and after.

use std::f64::consts::FRAC_1_SQRT_2;

use nalgebra::DMatrix;

use super::crossings;
use super::d0::d0;
use super::sphere::unit_vectors;
use super::statistics::line;
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, root_mean_square, slope,
};
use ntk::kernel::{Architecture, Relu};
use ntk_network::{Activation, Descent, Design, Drift, Network, Settings};

pub struct Gates;

const VARIANT: &str = "relu";
const FLIPPED: &str = "flipped";
const BY_FLIPS: &str = "by flips";
const FEATURES: &str = "features";
const KERNEL: &str = "kernel";
const TRAINED: &str = "trained";
const FRESH: &str = "fresh";
/// Largest residual at the end, of labels ±1.
const TOLERANCE: f64 = 1e-3;
const FRESH_INPUTS: usize = 16;

impl Experiment for Gates {
    fn about(&self) -> About {
        About {
            id: "E09r",
            title: "How many gates flip, and what do they move?",
            claims: &["C16", "C38"],
            setup: "two layers, ReLU, D0, f₀ = 0, full-batch descent to a residual of 1e-3",
            seconds: 29.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (to, seeds) = size.of((13, 32), (15, 40), (16, 80));
        let widths: Vec<usize> = (9..=to).map(|k| 1 << k).collect();
        Cell::sweep(VARIANT, &widths, seeds)
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, y) = d0()?;
        let fresh = unit_vectors(FRESH_INPUTS, xs.ncols(), 909);
        let rate = rate(&Architecture::new(1, Relu).ntk_gram(&xs)?);
        let design = Design::new(xs.ncols(), 1, trial.cell.width, Activation::Relu);
        let mut network = trial.network(Design { doubled: true, ..design })?;

        let start = network.clone();
        let (before, far) = (network.tangents(&xs)?.ntk(), network.tangents(&fresh)?.ntk());
        let mut drift = Drift::from(&network, &xs)?;
        Descent::new(&mut network, &xs, &y, Settings::new(rate))?.run_until(TOLERANCE, 20_000)?;
        let moved = drift.record(0, &network)?.clone();
        let (share, squares) = flips(&start, &network, &xs);
        let mean_self = |xs: &DMatrix<f64>, then: &DMatrix<f64>| -> Result<f64, LabError> {
            Ok((network.tangents(xs)?.ntk() - then).diagonal().mean())
        };
        Ok(Values::default()
            .with(FLIPPED, share)
            .with(BY_FLIPS, (squares / before.trace()).sqrt())
            .with(FEATURES, moved.features)
            .with(KERNEL, moved.kernel)
            .with(TRAINED, mean_self(&xs, &before)?)
            .with(FRESH, mean_self(&fresh, &far)?))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let keys = [FLIPPED, BY_FLIPS, FEATURES, KERNEL];
        let mut table = Table::new([
            "width n",
            "gates flipped",
            "‖Δ∇f‖ by flips",
            "‖Δ∇f‖/‖∇f‖",
            "‖ΔΘ̂‖/‖Θ̂‖",
            "√n ΔΘ̂(x, x)",
            "√n, fresh x*",
        ]);
        for width in points.widths(VARIANT) {
            let sizes = keys.map(|key| with_error(rms(points, width, key)));
            let means = [TRAINED, FRESH].map(|key| with_error(scaled(points, width, key)));
            let row = std::iter::once(width.to_string()).chain(sizes).chain(means);
            table.row(row);
        }
        Ok(Findings { estimates: estimates(points)?, tables: vec![table], figure: figure(points) })
    }
}

/// The share of gates that differ, over samples and units, and the square of what they change in ∇f.
fn flips(start: &Network<f64>, end: &Network<f64>, xs: &DMatrix<f64>) -> (f64, f64) {
    let (width, inputs) = (start.design().width, xs.ncols());
    let (then, now) = (start.parameters(), end.parameters());
    let half = width * (inputs + 1);
    let norms: Vec<f64> = xs.row_iter().map(|x| x.norm_squared()).collect();
    let (mut flipped, mut squares) = (0, 0.0);
    for (then, now) in then.chunks_exact(half).zip(now.chunks_exact(half)) {
        let units = |flat: &[f64]| {
            let weights = DMatrix::from_column_slice(width, inputs, &flat[..width * inputs]);
            (weights * xs.transpose(), flat[width * inputs..].to_vec())
        };
        let ((h0, a0), (h1, a1)) = (units(then), units(now));
        for (sample, norm) in norms.iter().enumerate() {
            for unit in 0..width {
                let (open0, open1) = (h0[(unit, sample)] > 0.0, h1[(unit, sample)] > 0.0);
                if open0 != open1 {
                    // The feature that goes, or that comes.
                    let a = if open0 { a0[unit] } else { a1[unit] };
                    flipped += 1;
                    squares += a * a * norm;
                }
            }
        }
    }
    let units = then.len() / (inputs + 1);
    (f64::from(flipped) / (units * xs.nrows()) as f64, squares / units as f64)
}

fn estimates(points: &Points) -> Result<Vec<Estimate>, LabError> {
    let fall = |name: &str, claim, key, theory, why, common| Estimate {
        name: format!("exponent of {name}"),
        claim,
        measured: slope(&curve(points, key)),
        theory,
        why,
        common,
        resolution: 0.1,
    };
    let smooth = || Some(Band::around(-0.5, 0.0, "−1/2, as for a smooth φ"));
    let [trained, fresh] = [TRAINED, FRESH].map(|key| {
        let at = |width: usize| (width as f64, scaled(points, width, key));
        line(&points.widths(VARIANT).into_iter().map(at).collect::<Vec<_>>())
    });
    let height = |name: &str, claim, measured, theory, why, common| Estimate {
        name: format!("√n E ΔΘ̂ of {name}, n → ∞"),
        claim,
        measured,
        theory,
        why,
        common,
        resolution: 0.05,
    };
    let counted = balance()?;
    Ok(vec![
        fall(
            "the share of gates that flip",
            "C16",
            FLIPPED,
            Band::around(-0.5, 0.03, "−1/2"),
            NEXT,
            None,
        ),
        fall(
            "what flips do to ∇f",
            "C16",
            BY_FLIPS,
            Band::around(-0.25, 0.03, "−1/4"),
            NEXT,
            smooth(),
        ),
        fall(
            "‖Δ∇f‖/‖∇f‖",
            "C16",
            FEATURES,
            Band::between(-0.32, -0.25, "−1/4, and down to −0.32"),
            MIXED,
            smooth(),
        ),
        fall(
            "‖ΔΘ̂‖/‖Θ̂‖",
            "C38",
            KERNEL,
            Band::between(-0.8, -0.5, "from −0.8 to −1/2"),
            "n^−1/2 in the mean, n^−3/4 by chance, 1/n from what stays open: never as steep as −1 here",
            Some(Band::around(-1.0, 0.0, "−1")),
        ),
        height(
            "the samples",
            "C38",
            trained.0,
            Band::around(counted, 0.02, number(counted)),
            COUNTED,
            Some(Band::around(0.0, 0.0, "0, ∝ 1/n")),
        ),
        height("fresh inputs", "C38", fresh.0, Band::around(0.0, 0.03, "0"), BALANCED, None),
    ])
}

const NEXT: &str =
    "the next order, n^−1/2 of the first, bends the slope by up to 0.03 from n = 512 on";
const MIXED: &str = "the part of what stays open, ∝ 1/n in the square, is a fifth of the flips' at n = 512 and bends \
                     the slope by 0.04 there, the flips' own next order by 0.03";
const COUNTED: &str = "gates that cross their edge along the infinite kernel's descent, counted; a line in 1/√n leaves out 1/n";
const BALANCED: &str =
    "flips up and down balance; what is left is ∝ 1/n, and the line's end is off by its n^−3/2";

/// The step of all these descents.
fn rate(theta: &DMatrix<f64>) -> f64 {
    1.0 / theta.symmetric_eigenvalues().max()
}

/// lim √n E ΔΘ(x, x) over D0. The width n is half of the units, and kernels are means over units.
fn balance() -> Result<f64, LabError> {
    let (xs, y) = d0()?;
    let theta = Architecture::new(1, Relu).ntk_gram(&xs)?;
    let limit = crossings::limit(&xs, &y.column(0).into_owned(), &theta, rate(&theta), TOLERANCE)?;
    Ok(limit.value * FRAC_1_SQRT_2)
}

fn rms(points: &Points, width: usize, key: &str) -> Measured {
    root_mean_square(&points.values(VARIANT, width, key))
}

/// √n times the mean.
fn scaled(points: &Points, width: usize, key: &str) -> Measured {
    points.mean(VARIANT, width, key).times((width as f64).sqrt())
}

fn curve(points: &Points, key: &str) -> Vec<(f64, Measured)> {
    let at = |width: usize| (width as f64, rms(points, width, key));
    points.widths(VARIANT).into_iter().map(at).collect()
}

fn figure(points: &Points) -> Figure {
    let dots = |key| -> Vec<(f64, f64, f64)> {
        curve(points, key).into_iter().map(|(x, m)| (x, m.value, m.se)).collect()
    };
    let (flipped, features, kernel) = (dots(FLIPPED), dots(FEATURES), dots(KERNEL));
    Figure {
        caption:
            "A share 1/√n of the gates of a ReLU network flips while it learns, and takes the \
                  tangent features along: they settle only like the fourth root of 1/n."
                .to_owned(),
        x_label: "width n".to_owned(),
        y_label: "share, or relative change".to_owned(),
        log_x: true,
        log_y: true,
        series: vec![
            Series::power(Kind::Theory, "theory: n⁻¹ᐟ⁴", -0.25, &features),
            Series::power(Kind::Theory, "theory: 1/√n", -0.5, &flipped),
            Series::power(Kind::Common, "smooth: 1/√n", -0.5, &features),
            Series::power(Kind::Common, "smooth: 1/n", -1.0, &kernel),
            Series::new(Kind::Measured, "features", features),
            Series::new(Kind::Measured, "gates flipped", flipped),
            Series::new(Kind::Measured, "kernel", kernel),
        ],
    }
}
