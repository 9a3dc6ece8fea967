//! E21: x₁x₂ on the cube {±1}²⁰ from 150 samples, which one scaling can learn and the other cannot.
//!
//! "Slow modes limit lazy training, and finite networks need fewer samples" makes one thing of two. The
//! infinite NTK network, trained for ever, has no slow mode left, and is still wrong by half of the target's
//! variance: among all functions of degree two, of which there are 190, it has no reason to prefer this
//! one. That is a matter of samples, not of time. Nor is it width that helps: a network of finite width in
//! NTK scaling tends to the same error, from which it is off by O(1/√n), while in mean-field scaling features
//! move to the two coordinates that matter, and the error is a tenth of that at every width (Ghorbani et al.
//! 2020; Wei et al. 2019; Abbe et al. 2022).
//!
//! That networks are faster than κ says need not be features either. A lazy network has learned a coordinate
//! of the sphere in a few steps, with its kernel where it was: that target loads no slow mode.
//!
//! Data are drawn anew for each network, inputs are scaled to length one, f₀ is subtracted.

use nalgebra::{DMatrix, DVector};

use super::flow::flow;
use super::sphere::unit_vectors;
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values,
};
use ntk::dynamics::{Learner, Ridge, Spectrum, Training, alignment, cube_spectrum, learning_curve};
use ntk::kernel::{Architecture, Relu};
use ntk_network::{Activation, Descent, Design, Drift, Network, Scaling, Settings, normals};

pub struct Samples;

const NTK: &str = "NTK scaling";
const MEAN_FIELD: &str = "mean-field scaling";
const COORDINATE: &str = "x₁ on the sphere";
const COORDINATE_WIDTH: usize = 4096;
const DIMENSION: usize = 20;
const SAMPLES: usize = 150;
const TESTED_ON: usize = 1000;
/// Largest residual at the end of training.
const TOLERANCE: f64 = 0.1;
/// Of the coordinate's residual, in the root mean square.
const EPSILON: f64 = 0.1;

impl Experiment for Samples {
    fn about(&self) -> About {
        About {
            id: "E21",
            title: "What does it take to learn x₁x₂?",
            claims: &["C59", "C85"],
            setup: "two layers, ReLU, 150 corners of the cube in 20 dimensions; x₁ on 64 points of the sphere",
            seconds: 20.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let widths = size.of(vec![256], vec![64, 256, 1024], vec![64, 256, 1024, 4096]);
        let seeds = size.of(12, 16, 32);
        let mut cells = Cell::sweep(NTK, &widths, seeds);
        cells.extend(Cell::sweep(MEAN_FIELD, &widths, seeds));
        cells.extend(Cell::sweep(COORDINATE, &[COORDINATE_WIDTH], seeds));
        cells
    }

    fn cost(&self, cell: &Cell) -> f64 {
        let each = match cell.variant.as_str() {
            NTK => 4.0,
            MEAN_FIELD => 1.0,
            _ => 0.01,
        };
        each * (200 + cell.width) as f64
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        match trial.cell.variant.as_str() {
            COORDINATE => coordinate(trial),
            MEAN_FIELD => product(trial, Scaling::MeanField),
            _ => product(trial, Scaling::Ntk),
        }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let at = |variant: &str, width: usize, key: &str| points.mean(variant, width, key);
        let mut table = Table::new([
            "x₁x₂",
            "width n",
            "test error",
            "∞-NTK’s",
            "alignment before",
            "after",
            "kernel moved",
        ]);
        for variant in [NTK, MEAN_FIELD] {
            for width in points.widths(variant) {
                let keys = ["error", "limit", "before", "after", "moved"];
                let row = keys.map(|key| with_error(at(variant, width, key)));
                table.row([variant.to_owned(), width.to_string()].into_iter().chain(row));
            }
        }
        let mut steps = Table::new(["x₁, d = 3, m = 64", "steps to 10 %", "kernel moved"]);
        let row = |name: &str, cells: [String; 2]| [name.to_owned()].into_iter().chain(cells);
        let coordinate = |key: &str| at(COORDINATE, COORDINATE_WIDTH, key);
        steps.row(row(
            "NTK scaling, n = 4096",
            ["steps", "moved"].map(|key| with_error(coordinate(key))),
        ));
        let sphere = Sphere::of()?;
        steps.row(row("its modes, n = ∞", [number(sphere.steps()?), "0".to_owned()]));
        steps.row(row("κ ln 10", [number(sphere.worst()), "0".to_owned()]));

        let expected = expected_error()?;
        let widest = points.widths(NTK).last().copied().unwrap_or(1);
        let root = (widest as f64).sqrt();
        let efficient = || Band::between(0.0, 0.2, "< 0.2: finite learns it");
        let estimates = vec![
            Estimate {
                name: "NTK scaling, widest: test error / the infinite network’s".to_owned(),
                claim: "C59",
                measured: at(NTK, widest, "share"),
                theory: Band::between(1.0 - 5.0 / root, 1.0 + 1.0 / root, "1, but for 1/√n"),
                why: "gates flip and Θ̂₀ is off by 1/√n: the error was less than the limit’s by about 3/√n",
                common: Some(efficient()),
                resolution: 0.0,
            },
            Estimate {
                name: "infinite NTK network, trained for ever: test error".to_owned(),
                claim: "C59",
                measured: at(NTK, widest, "limit"),
                theory: Band::around(expected, 0.05 * expected, number(expected)),
                why: "the law of kernel regression’s error is asymptotic in the samples: 5 % are allowed",
                common: Some(Band::around(0.0, 0.0, "0: only time is short")),
                resolution: 0.0,
            },
            Estimate {
                name: "mean-field scaling, widest: test error".to_owned(),
                claim: "C59",
                measured: at(MEAN_FIELD, widest, "error"),
                theory: Band::between(0.0, 0.1, "< 0.1: features move"),
                why: "two coordinates of twenty are found; what is left depends on the data drawn",
                common: Some(Band::between(0.35, 0.65, "as lazy ones")),
                resolution: 0.0,
            },
            Estimate {
                name: "mean-field scaling, widest: growth of the kernel’s alignment".to_owned(),
                claim: "C85",
                measured: at(MEAN_FIELD, widest, "growth"),
                theory: Band::between(2.0, 30.0, "2 or more"),
                why: "a kernel with one product in it and not 190 is at least twice as aligned; alignment is at \
                      most 1, thirty times what it was",
                common: Some(Band::around(1.0, 0.0, "1: it is fixed")),
                resolution: 0.0,
            },
            Estimate {
                name: "NTK scaling, x₁ on the sphere: steps to 10 %".to_owned(),
                claim: "C85",
                measured: coordinate("steps"),
                theory: Band::around(
                    sphere.steps()?,
                    0.3,
                    format!("{:.1}, of modes", sphere.steps()?),
                ),
                why: "Θ̂₀’s spread adds O(1/n) of the steps to their mean; 5 % are allowed",
                common: Some(Band::around(sphere.worst(), 0.0, "κ ln 10")),
                resolution: 0.0,
            },
        ];
        Ok(Findings { estimates, tables: vec![table, steps], figure: figure(points, expected) })
    }
}

/// Corners of the cube as rows of length one.
fn corners(count: usize, seed: u64, stream: u64) -> DMatrix<f64> {
    let normals: DMatrix<f64> = normals(count, DIMENSION, 1.0, seed, stream);
    normals.map(|z| z.signum() / (DIMENSION as f64).sqrt())
}

/// x₁x₂, ±1.
fn products(xs: &DMatrix<f64>) -> DMatrix<f64> {
    let product = |i: usize| xs[(i, 0)] * xs[(i, 1)] * DIMENSION as f64;
    DMatrix::from_fn(xs.nrows(), 1, |i, _| product(i))
}

/// What regression with the infinite kernel leaves of x₁x₂, on average over data.
fn expected_error() -> Result<f64, LabError> {
    let kernel = Architecture::new(1, Relu);
    let at = |angle: f64| kernel.ntk(&[1.0, 0.0], &[angle.cos(), angle.sin()]);
    // An error of the kernel is NaN to the spectrum, which names it.
    let spectrum = cube_spectrum(DIMENSION, |angle| at(angle).unwrap_or(f64::NAN))?;
    Ok(learning_curve(&spectrum, SAMPLES as f64, 2)?)
}

fn product(trial: &Trial, scaling: Scaling) -> Result<Values, LabError> {
    // Streams that no layer of weights uses.
    let (xs, test) = (corners(SAMPLES, trial.seed, 1000), corners(TESTED_ON, trial.seed, 1001));
    let (y, y_test) = (products(&xs), products(&test));
    let kernel = Architecture::new(1, Relu);
    // A corner may have been drawn twice: hence a ridge, too small to count.
    let regression = Ridge::new(&kernel.ntk_gram(&xs)?, 1e-9)?;
    let limit = regression.at_test(&kernel.ntk_cross(&test, &xs)?, &y)?;

    let plain = Design::new(DIMENSION, 1, trial.cell.width, Activation::Relu);
    let mut network = trial.network(Design { scaling, ..plain })?;
    let mut drift = Drift::from(&network, &xs)?;
    let before = aligned(drift.initial(), &y)?;
    let f0_test = network.outputs(&test)?;
    train(&mut network, &xs, &y, drift.initial())?;
    let error = |f: DMatrix<f64>| (f - &y_test).norm_squared() / TESTED_ON as f64;
    let ours = error(network.outputs(&test)? - f0_test);
    let after = aligned(&network.tangents(&xs)?.ntk(), &y)?;
    let limit = error(limit);
    Ok(Values::default()
        .with("error", ours)
        .with("limit", limit)
        .with("share", ours / limit)
        .with("before", before)
        .with("after", after)
        .with("growth", after / before)
        .with("moved", drift.record(0, &network)?.kernel))
}

/// A lazy network takes equal steps; one whose kernel grows cannot.
fn train(
    network: &mut Network<f64>,
    xs: &DMatrix<f64>,
    y: &DMatrix<f64>,
    ntk: &DMatrix<f64>,
) -> Result<(), LabError> {
    let targets = network.outputs(xs)? + y;
    if network.design().scaling == Scaling::MeanField {
        return flow(network, xs, &targets, TOLERANCE);
    }
    let settings = Settings::new(1.0 / Spectrum::of(ntk)?.eigenvalues()[0]);
    Descent::new(network, xs, &targets, settings)?.run_until(TOLERANCE, 20_000)?;
    Ok(())
}

fn aligned(ntk: &DMatrix<f64>, y: &DMatrix<f64>) -> Result<f64, LabError> {
    Ok(alignment(ntk, &DVector::from(y.column(0)))?)
}

/// 64 points of the sphere in three dimensions, and their first coordinate.
struct Sphere {
    xs: DMatrix<f64>,
    y: DVector<f64>,
    spectrum: Spectrum,
}

impl Sphere {
    fn of() -> Result<Self, LabError> {
        let xs = unit_vectors(64, 3, 21);
        let y = DVector::from(xs.column(0));
        let spectrum = Spectrum::of(&Architecture::new(1, Relu).ntk_gram(&xs)?)?;
        Ok(Self { xs, y, spectrum })
    }

    fn rate(&self) -> f64 {
        1.0 / self.spectrum.eigenvalues()[0]
    }

    /// To the tolerance, by the modes of the infinite network.
    fn steps(&self) -> Result<f64, LabError> {
        let learner = Learner::from_zero(&self.spectrum, &self.y)?;
        crossing(|steps| {
            let training = Training::GradientDescent { learning_rate: self.rate(), steps };
            Ok(learner.error_norm(training)? / self.y.norm())
        })
    }

    /// As for the slowest mode.
    fn worst(&self) -> f64 {
        -self.spectrum.condition_number() * EPSILON.ln()
    }
}

/// The number of steps after which what is left, which falls, is EPSILON; between two steps by a power.
fn crossing(mut left: impl FnMut(u32) -> Result<f64, LabError>) -> Result<f64, LabError> {
    let mut before = left(0)?;
    for steps in 1..1000 {
        let now = left(steps)?;
        if now <= EPSILON {
            return Ok(f64::from(steps) - (EPSILON / now).ln() / (before / now).ln());
        }
        before = now;
    }
    Err(LabError::Told("x₁ is not learned in 1000 steps".to_owned()))
}

fn coordinate(trial: &Trial) -> Result<Values, LabError> {
    let sphere = Sphere::of()?;
    let mut network = trial.network(Design::new(3, 1, trial.cell.width, Activation::Relu))?;
    let y = DMatrix::from_column_slice(sphere.y.len(), 1, sphere.y.as_slice());
    let targets = network.outputs(&sphere.xs)? + &y;
    let mut drift = Drift::from(&network, &sphere.xs)?;
    let settings = Settings::new(sphere.rate());
    let mut descent = Descent::new(&mut network, &sphere.xs, &targets, settings)?;
    let steps = crossing(|steps| {
        descent.run(steps as usize - descent.steps())?;
        Ok(descent.residuals().norm() / y.norm())
    })?;
    let moved = drift.record(descent.steps(), descent.network())?.kernel;
    Ok(Values::default().with("steps", steps).with("moved", moved))
}

fn figure(points: &Points, expected: f64) -> Figure {
    let curve = |variant: &str, key: &str| -> Vec<(f64, f64, f64)> {
        let at = |width: usize| {
            let Measured { value, se } = points.mean(variant, width, key);
            (width as f64, value, se)
        };
        points.widths(variant).into_iter().map(at).collect()
    };
    let ntk = curve(NTK, "error");
    let level = |value: f64| ntk.iter().map(|dot| (dot.0, value, 0.0)).collect();
    Figure {
        caption: "From the same 150 samples networks in mean-field scaling learn x₁x₂ at every width, and \
                  those in NTK scaling the less the wider they are."
            .to_owned(),
        x_label: "width n".to_owned(),
        y_label: "test error / variance of the target".to_owned(),
        log_x: true,
        log_y: false,
        series: vec![
            Series::new(Kind::Theory, "infinite NTK", level(expected)),
            Series::new(Kind::Common, "only time is short", level(0.0)),
            Series::new(Kind::Measured, NTK, ntk.clone()),
            Series::new(Kind::Measured, "mean-field", curve(MEAN_FIELD, "error")),
        ],
    }
}
