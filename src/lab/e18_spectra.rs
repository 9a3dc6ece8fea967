//! E18: the spectrum of the two-layer ReLU kernel on m random points of the sphere in d dimensions.
//!
//! Usually λ₁ ≈ m, λ_min ≈ 1/m, κ ≈ m², a Marchenko–Pastur bulk, and a time ∝ κ. In truth, for fixed d:
//! - λ₁ ≈ c₀m, with c₀ the kernel's mean over the sphere;
//! - λ_min is set by the closest pair, at an angle δ: the vector (1, −1)/√2 on it has the Rayleigh
//!   quotient 1 − Θ(cos δ) = δ/2π + δ²/2 − …, and δ ~ m^{−2/(d−1)}. So κ ~ m^{1 + 2/(d−1)};
//! - λⱼ falls like j^{−d/(d−1)}, since the kernel's harmonics fall like k^{−d} and there are ~ k^{d−1} of
//!   them up to degree k. A Marchenko–Pastur law has one scale; it is there when d grows with m, around
//!   Θ(0)11ᵀ + Θ′(0)XXᵀ + (1 − Θ(0) − Θ′(0))I (El Karoui 2010);
//! - gradient flow of the summed loss takes ln(1/ε)/λ_min at worst. κ counts steps.
//!
//! What is claimed is claimed of the limit's Gram matrix, on points drawn at random; beside it stand
//! the kernel of networks (λ₁) and their training (time).

use std::f64::consts::{FRAC_1_PI, PI};

use nalgebra::{DMatrix, DVector};

use super::d0::d0;
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, geometric_mean, mean, slope,
};
use ntk::kernel::{Architecture, Relu};
use ntk_network::{Activation, Descent, Design, Settings, normals};

pub struct Spectra;

const DIMENSIONS: [usize; 3] = [2, 3, 5];
const NETWORK: &str = "network, d = 3";
const PROPORTIONAL: &str = "d = m/2";
const TRAINED: &str = "trained, D0";
/// Points at which the networks' kernel is looked at; their number is no width.
const NETWORK_POINTS: usize = 128;
/// Eigenvalues between which the bulk's exponent is measured, and of how many points.
const BULK: (usize, usize) = (30, 300);
const BULK_POINTS: usize = 1024;
const EPSILON: f64 = 1e-2;

fn sphere(dimension: usize) -> String {
    format!("d = {dimension}")
}

fn bulk(dimension: usize) -> String {
    format!("bulk, d = {dimension}")
}

impl Experiment for Spectra {
    fn about(&self) -> About {
        About {
            id: "E18",
            title: "What spectrum has the kernel of random points, and how long does training take?",
            claims: &["C54", "C55", "C56", "C57", "C58"],
            setup: "two layers, ReLU, m uniform points on spheres; networks of width 2048 on 128 points and on D0",
            seconds: 12.0,
        }
    }

    /// `width` is the number m of points, but for the networks.
    fn cells(&self, size: Size) -> Vec<Cell> {
        let (to, seeds, few) = size.of((8, 60, 2), (9, 60, 4), (10, 100, 8));
        let counts: Vec<usize> = (5..=to).map(|k| 1 << k).collect();
        let mut cells: Vec<Cell> = Vec::new();
        for d in DIMENSIONS {
            cells.extend(Cell::sweep(&sphere(d), &counts, seeds));
            cells.extend(Cell::sweep(&bulk(d), &[BULK_POINTS], few));
        }
        cells.extend(Cell::sweep(PROPORTIONAL, &[256], 10));
        cells.extend(Cell::sweep(NETWORK, &[2048], size.of(10, 30, 60)));
        cells.extend(Cell::sweep(TRAINED, &[2048], size.of(10, 20, 40)));
        cells
    }

    fn cost(&self, cell: &Cell) -> f64 {
        let networks = [NETWORK, TRAINED].contains(&cell.variant.as_str());
        if networks { 512f64.powi(3) } else { (cell.width as f64).powi(3) }
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        match trial.cell.variant.as_str() {
            TRAINED => trained(trial),
            NETWORK => {
                let xs = uniform(NETWORK_POINTS, 3, trial.seed);
                let design = Design::new(3, 1, trial.cell.width, Activation::Relu);
                let spectrum = falling(&trial.network(design)?.tangents(&xs)?.ntk());
                Ok(Values::default().with("first", spectrum[0] / NETWORK_POINTS as f64))
            }
            variant => of_points(variant, trial.cell.width, trial.seed),
        }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let mut estimates = Vec::new();
        let mut table =
            Table::new(["d", "m", "λ₁/m", "λ_min (geometric mean)", "λ_min/(1 − Θ(cos δ))"]);
        for d in DIMENSIONS {
            let name = sphere(d);
            for m in points.widths(&name) {
                let ratio = points.mean(&name, m, "ratio");
                let first = points.mean(&name, m, "first");
                let smallest = geometric(points, &name, m, "smallest");
                let row = [first, smallest, ratio].map(with_error);
                table.row([d.to_string(), m.to_string()].into_iter().chain(row));
            }
            estimates.extend(of_dimension(points, d));
        }
        estimates.push(first(points, NETWORK, 3, NETWORK_POINTS, 2048));
        let edge = 0.5 * (1.0 + 2f64.sqrt()).powi(2) + (0.5 - FRAC_1_PI / 2.0);
        estimates.push(Estimate {
            name: "m = 256, d = 128: upper edge of the bulk, λ₂".to_owned(),
            claim: "C54",
            measured: points.mean(PROPORTIONAL, 256, "second"),
            theory: Band::between(edge - 0.15, edge, format!("{edge:.2}, Marchenko–Pastur")),
            why: "the largest of m eigenvalues stays below the edge by ~ m^−2/3, here 0.07, and the \
                  harmonics left out take as much again",
            common: None,
            resolution: 0.5,
        });
        // κ/(1/λ_min).
        let kappa = points.mean(TRAINED, 2048, "largest");
        estimates.push(Estimate {
            name: "networks on D0: T λ_min / ln(1/ε)".to_owned(),
            claim: "C58",
            measured: points.mean(TRAINED, 2048, "time"),
            theory: Band::around(1.0, 0.03, "1"),
            why: "steps of a finite size are behind the flow by ηλ_min/2 < 0.01, and the kernel moves",
            common: Some(Band::around(kappa.value, 0.0, format!("{}: T = κ ln(1/ε)", number(kappa.value)))),
            resolution: 0.0,
        });
        Ok(Findings { estimates, tables: vec![table], figure: figure(points) })
    }
}

fn of_dimension(points: &Points, d: usize) -> Vec<Estimate> {
    let name = sphere(d);
    let most = points.widths(&name).last().copied().unwrap_or(1);
    let nearness = 2.0 / (d as f64 - 1.0);
    let decay = -(d as f64) / (d as f64 - 1.0);
    let apart = |right: f64, wrong: f64, says: &str| {
        (right != wrong).then(|| Band::around(wrong, 0.0, says))
    };
    let exponent = |what: &str, claim, key, theory: f64, common| Estimate {
        name: format!("{name}: slope of {what} in m"),
        claim,
        measured: slope(&curve(points, &name, key)),
        theory: Band::around(theory, SLACK, number(theory)),
        why: "exponents are asymptotic: for few points the other eigenvectors bend the slope by 0.15",
        common,
        resolution: 0.4,
    };
    let steepness = &points.values(&bulk(d), BULK_POINTS, "steepness");
    vec![
        first(points, &name, d, most, most),
        exponent("λ_min", "C56", "smallest", -nearness, apart(-nearness, -1.0, "−1")),
        exponent("κ", "C57", "kappa", 1.0 + nearness, apart(1.0 + nearness, 2.0, "2")),
        Estimate {
            name: format!("{name}: largest λ_min/(1 − Θ(cos δ))"),
            claim: "C56",
            measured: largest(points, &name),
            theory: Band::between(0.0, 1.0 + 1e-4, "at most 1"),
            why: "a Rayleigh quotient, exact for every set of points; 1e-4 is rounding in the smallest",
            common: None,
            resolution: 0.5,
        },
        Estimate {
            name: format!("{name}: slope of λⱼ in j, 30 to 300"),
            claim: "C54",
            measured: mean(steepness),
            theory: Band::around(decay, 0.1, number(decay)),
            why: "harmonics come in steps of equal eigenvalues, which bend a fit over one decade by up \
                  to 0.1",
            common: Some(Band::between(
                -0.38,
                0.0,
                "above −0.38: Marchenko–Pastur, square or flatter",
            )),
            resolution: 0.0,
        },
    ]
}

const SLACK: f64 = 0.15;

/// λ₁/m against the kernel's mean over the sphere.
fn first(points: &Points, name: &str, d: usize, m: usize, width: usize) -> Estimate {
    let level = mean_over_sphere(d);
    Estimate {
        name: format!(
            "{name}: λ₁/m{}",
            if name == NETWORK { ", m = 128" } else { " at the largest m" }
        ),
        claim: "C55",
        measured: points.mean(name, width, "first"),
        theory: Band::between(level, level + 4.0 / m as f64, number(level)),
        why: "the diagonal adds (1 − c₀)/m, and chance correlations with the next harmonic Var Θ/(c₀m − λ₂), \
              which is 3/m for d = 2, where λ₂ is 0.82 λ₁",
        common: Some(Band::around(1.0, 0.0, "1")),
        resolution: 0.0,
    }
}

/// E Θ(u) for u the cosine of two independent directions, whose angle has a density ∝ sin^{d−2}.
fn mean_over_sphere(dimension: usize) -> f64 {
    let (steps, mut sum, mut weights) = (20_000, 0.0, 0.0);
    for k in 0..steps {
        let theta = PI * (k as f64 + 0.5) / f64::from(steps);
        let weight = theta.sin().powi(dimension as i32 - 2);
        sum += weight * (2.0 * theta.cos() * (PI - theta) + theta.sin()) / (2.0 * PI);
        weights += weight;
    }
    sum / weights
}

fn uniform(count: usize, dimension: usize, seed: u64) -> DMatrix<f64> {
    // A stream that no layer draws from.
    let mut points: DMatrix<f64> = normals(count, dimension, 1.0, seed, 1000);
    for mut row in points.row_iter_mut() {
        let norm = row.norm();
        row /= norm;
    }
    points
}

/// Eigenvalues, the largest first.
fn falling(gram: &DMatrix<f64>) -> Vec<f64> {
    let mut spectrum = gram.symmetric_eigenvalues().as_slice().to_vec();
    spectrum.sort_by(|a, b| b.total_cmp(a));
    spectrum
}

fn of_points(variant: &str, m: usize, seed: u64) -> Result<Values, LabError> {
    let named = variant.split(' ').next_back().and_then(|d| d.parse().ok());
    let xs = uniform(m, named.unwrap_or(m / 2), seed);
    let spectrum = falling(&Architecture::new(1, Relu).ntk_gram(&xs)?);
    if variant == PROPORTIONAL {
        return Ok(Values::default().with("second", spectrum[1]));
    }
    if variant.starts_with("bulk") {
        let within = BULK.0..=BULK.1;
        let exact = |j: usize| (j as f64, Measured { value: spectrum[j - 1], se: 0.0 });
        let fit = slope(&within.map(exact).collect::<Vec<_>>());
        return Ok(Values::default().with("steepness", fit.value));
    }
    let (largest, smallest) = (spectrum[0], spectrum[m - 1]);
    Ok(Values::default()
        .with("first", largest / m as f64)
        .with("smallest", smallest)
        .with("kappa", largest / smallest)
        .with("ratio", smallest / of_pair(closest(&xs))))
}

/// 1 − Θ(cos δ), which begins with δ/2π.
fn of_pair(delta: f64) -> f64 {
    let half = (delta / 2.0).sin();
    (4.0 * PI * half * half + 2.0 * delta * delta.cos() - delta.sin()) / (2.0 * PI)
}

/// The smallest angle between two points, from their distance, which does not cancel.
fn closest(xs: &DMatrix<f64>) -> f64 {
    let points = xs.transpose();
    let mut squared = 4f64;
    for i in 0..points.ncols() {
        for j in 0..i {
            let (a, b) = (points.column(i), points.column(j));
            squared = squared.min(a.iter().zip(b.iter()).map(|(a, b)| (a - b).powi(2)).sum());
        }
    }
    2.0 * (squared.sqrt() / 2.0).asin()
}

/// The time until the slowest mode of a network's own kernel is learnt to 1 %, times λ_min/ln(1/ε). The
/// target is short, lest the kernel move.
fn trained(trial: &Trial) -> Result<Values, LabError> {
    let (xs, _) = d0()?;
    let design = Design::new(xs.ncols(), 1, trial.cell.width, Activation::Relu);
    let mut network = trial.network(Design { doubled: true, ..design })?;
    let eigen = network.tangents(&xs)?.ntk().symmetric_eigen();
    let (slowest, smallest) = eigen.eigenvalues.argmin();
    let largest = eigen.eigenvalues.max();
    let mode: DVector<f64> = eigen.eigenvectors.column(slowest).into_owned();
    let targets = DMatrix::from_column_slice(mode.len(), 1, (&mode * 0.1).as_slice());
    let rate = 0.2 / largest;
    let mut descent = Descent::new(&mut network, &xs, &targets, Settings::new(rate))?;
    let goal = EPSILON * EPSILON * descent.loss();
    let mut before = descent.loss();
    while descent.loss() > goal && descent.steps() < 20_000 {
        before = descent.loss();
        descent.step()?;
    }
    // Between the last two steps, the loss falls as an exponential.
    let beyond = (goal / descent.loss()).ln() / (before / descent.loss()).ln();
    let time = rate * (descent.steps() as f64 - beyond);
    let unit = (1.0 / EPSILON).ln() / smallest;
    Ok(Values::default().with("time", time / unit).with("largest", largest))
}

/// exp of the mean logarithm: the closest pair has a heavy tail.
fn geometric(points: &Points, variant: &str, m: usize, key: &str) -> Measured {
    geometric_mean(&points.values(variant, m, key))
}

fn curve(points: &Points, variant: &str, key: &str) -> Vec<(f64, Measured)> {
    let at = |m: usize| (m as f64, geometric(points, variant, m, key));
    points.widths(variant).into_iter().map(at).collect()
}

/// The largest ratio of all sets of points; that it is at most 1 is no average, and has no error.
fn largest(points: &Points, variant: &str) -> Measured {
    let all = points.widths(variant).into_iter().flat_map(|m| points.values(variant, m, "ratio"));
    Measured { value: all.fold(0.0, f64::max), se: 0.0 }
}

/// `³` for 3, `¹·⁵` for 1.5.
fn raised(exponent: f64) -> String {
    let sign = |c: char| match c.to_digit(10) {
        Some(digit) => ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'][digit as usize],
        None => '·',
    };
    exponent.to_string().chars().map(sign).collect()
}

fn figure(points: &Points) -> Figure {
    let mut series = Vec::new();
    for d in DIMENSIONS {
        let dots: Vec<(f64, f64, f64)> = curve(points, &sphere(d), "kappa")
            .into_iter()
            .map(|(x, m)| (x, m.value, m.se))
            .collect();
        let exponent = 1.0 + 2.0 / (d as f64 - 1.0);
        let label = format!("theory: m{}", raised(exponent));
        series.push(Series::power(Kind::Theory, &label, exponent, &dots));
        if d != 3 {
            series.push(Series::power(Kind::Common, "written: m²", 2.0, &dots));
        }
        series.push(Series::new(Kind::Measured, sphere(d), dots));
    }
    Figure {
        caption:
            "The condition number grows with an exponent that depends on the dimension; it is 2 \
                  in three dimensions alone."
                .to_owned(),
        x_label: "points m".to_owned(),
        y_label: "condition number κ".to_owned(),
        log_x: true,
        log_y: true,
        series,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_over_the_sphere_is_the_closed_form() {
        for (d, exact) in [(2, 3.0 / (PI * PI)), (3, 0.25), (5, 27.0 / 128.0)] {
            assert!((mean_over_sphere(d) - exact).abs() < 1e-7, "{d}");
        }
    }
}
