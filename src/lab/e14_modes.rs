//! E14: modes decay one by one, by the exponential of the matrix and not of its entries; and how many
//! steps it takes is decided by the target, not by the condition number.
//!
//! A wide erf network is trained beside two predictions from its own kernel at the start: (I − ηΘ̂₀)ᵏ,
//! which is what descent does to a linear model, and the exponential taken entry by entry. Then networks
//! learn a smooth and a rough target on sixteen points of the sphere, with the step 1/λ_max, and the
//! steps to a twentieth of the residual are counted.

use nalgebra::{DMatrix, DVector};

use super::d0::d0;
use super::sphere::unit_vectors;
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Points, Series,
    Size, Table, Trial, Values, along, mean,
};
use ntk::dynamics::Spectrum;
use ntk_network::{Activation, Descent, Design, Settings};

pub struct Modes;

const DECAY: &str = "decay";
const SMOOTH: &str = "smooth target";
const ROUGH: &str = "rough target";
/// Times at which the residual is looked at, in units of 1/λ_max.
const MOMENTS: [u32; 6] = [2, 4, 8, 16, 32, 64];
/// The step, times λ_max.
const SHARE: f64 = 0.25;
const POINTS: usize = 16;
/// So small that the gates that flip change the kernel by much less than its smallest eigenvalue.
const SCALE: f64 = 0.001;
const LEFT: f64 = 0.05;

impl Experiment for Modes {
    fn about(&self) -> About {
        About {
            id: "E14",
            title: "Do modes decay one by one, and what decides how long it takes?",
            claims: &["C12", "C32", "C33", "C80"],
            setup: "two layers, f₀ = 0: erf on D0; ReLU on 16 points of the sphere in three dimensions",
            seconds: 12.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (width, seeds) = size.of((512, 8), (2048, 12), (8192, 16));
        [DECAY, SMOOTH, ROUGH].iter().flat_map(|name| Cell::sweep(name, &[width], seeds)).collect()
    }

    fn cost(&self, cell: &Cell) -> f64 {
        cell.width as f64 * if cell.variant == ROUGH { 10.0 } else { 1.0 }
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        if trial.cell.variant == DECAY { decay(trial) } else { count_steps(trial) }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let width = points.widths(DECAY).first().copied().unwrap_or(0);
        let all = |variant: &str, name: &str| points.values(variant, width, name);
        let mut table = Table::new(["steps", "|residual|", "(I − ηΘ̂₀)ᵏ", "entry by entry"]);
        let mut dots = (Vec::new(), Vec::new(), Vec::new());
        for (at, steps) in MOMENTS.iter().enumerate() {
            let value = |name: &str| mean(&all(DECAY, &format!("{name}[{at}]")));
            let (seen, right, usual) = (value("seen"), value("matrix"), value("entries"));
            table.row([
                steps.to_string(),
                with_error(seen),
                number(right.value),
                number(usual.value),
            ]);
            let x = f64::from(*steps);
            dots.0.push((x, seen.value, seen.se));
            dots.1.push((x, right.value, 0.0));
            dots.2.push((x, usual.value, 0.0));
        }
        let mut counts = Table::new(["target", "steps to 5 %", "κ ln 20"]);
        for name in [SMOOTH, ROUGH] {
            let (steps, worst) = (mean(&all(name, "steps")), mean(&all(name, "worst")));
            counts.row([name.to_owned(), with_error(steps), number(worst.value)]);
        }
        let estimates = vec![
            Estimate {
                name: "residual: from entries (0) to the matrix exponential (1)".to_owned(),
                claim: "C12",
                measured: mean(&all(DECAY, "place")),
                theory: Band::around(1.0, 0.02, "1"),
                why: "the drift of the kernel over the training, O(1/n), below 2 %",
                common: Some(Band::around(0.0, 0.0, "0: entry by entry")),
                resolution: 0.0,
            },
            Estimate {
                name: "largest error of a mode / its size at the start".to_owned(),
                claim: "C32",
                measured: mean(&all(DECAY, "mode")),
                theory: Band::between(0.0, 0.03, "0"),
                why: "modes do not mix; the drift of the kernel mixes them by O(1/n), below 3 %",
                common: None,
                resolution: 0.05,
            },
            Estimate {
                name: "smooth target: steps / (κ ln 20)".to_owned(),
                claim: "C33",
                measured: mean(&all(SMOOTH, "share")),
                theory: Band::between(0.0, 0.1, "a small part"),
                why: "a linear function lies in the large eigenvalues; how far is the data's",
                common: Some(Band::around(1.0, 0.1, "1: κ decides")),
                resolution: 0.0,
            },
            Estimate {
                name: "rough target: steps / (κ ln 20)".to_owned(),
                claim: "C80",
                measured: mean(&all(ROUGH, "share")),
                theory: Band::around(1.0, 0.1, "1"),
                why: "−ln(1 − 1/κ) against 1/κ, one step, and the drift of the slowest mode",
                common: None,
                resolution: 0.5,
            },
        ];
        let figure = Figure {
            caption:
                "The residual falls as the exponential of the matrix says; the exponential of \
                      its entries says something else."
                    .to_owned(),
            x_label: "steps of descent".to_owned(),
            y_label: "size of the residual".to_owned(),
            log_x: true,
            log_y: true,
            series: vec![
                Series::new(Kind::Theory, "theory: matrix", dots.1),
                Series::new(Kind::Common, "entry by entry", dots.2),
                Series::new(Kind::Measured, "measured", dots.0),
            ],
        };
        Ok(Findings { estimates, tables: vec![table, counts], figure })
    }
}

/// The residual at several moments, beside the two predictions from the kernel at the start.
fn decay(trial: &Trial) -> Result<Values, LabError> {
    let (xs, y) = d0()?;
    let design = Design::new(xs.ncols(), 1, trial.cell.width, Activation::Erf);
    let mut network = trial.network(Design { doubled: true, ..design })?;
    let theta = network.tangents(&xs)?.ntk();
    let spectrum = Spectrum::of(&theta)?;
    let (eigenvalues, modes) = (spectrum.eigenvalues(), spectrum.eigenvectors());
    let rate = SHARE / eigenvalues[0];
    let labels = &y * 0.5;
    let start = -&labels;
    let mut descent = Descent::new(&mut network, &xs, &labels, Settings::new(rate))?;

    let (mut seen, mut matrix, mut entries) = (Vec::new(), Vec::new(), Vec::new());
    let (mut place, mut worst) = (0.0, 0.0_f64);
    for steps in MOMENTS {
        descent.run(steps as usize - descent.steps())?;
        let residual = descent.residuals();
        let filter = eigenvalues.map(|lambda| (1.0 - rate * lambda).powf(f64::from(steps)));
        let at_start = modes.tr_mul(&start);
        let right = modes * DMatrix::from_diagonal(&filter) * &at_start;
        let usual = theta.map(|entry| (-rate * f64::from(steps) * entry).exp()) * &start;
        let now = modes.tr_mul(&residual);
        for k in 0..xs.nrows() {
            let off = (now[k] - filter[k] * at_start[k]).abs();
            worst = worst.max(off / start.norm());
        }
        place += along(&residual, &usual, &right) / MOMENTS.len() as f64;
        seen.push(residual.norm());
        matrix.push(right.norm());
        entries.push(usual.norm());
    }
    Ok(Values::default()
        .with("place", place)
        .with("mode", worst)
        .with_all("seen", seen)
        .with_all("matrix", matrix)
        .with_all("entries", entries))
}

/// Steps until a twentieth of the residual is left, and what the condition number says.
fn count_steps(trial: &Trial) -> Result<Values, LabError> {
    let xs = unit_vectors(POINTS, 3, 14);
    let design = Design::new(3, 1, trial.cell.width, Activation::Relu);
    let mut network = trial.network(Design { doubled: true, ..design })?;
    let spectrum = Spectrum::of(&network.tangents(&xs)?.ntk())?;
    let (largest, smallest) = (spectrum.eigenvalues()[0], spectrum.eigenvalues()[POINTS - 1]);
    let target: DVector<f64> = if trial.cell.variant == SMOOTH {
        xs.column(0).into_owned()
    } else {
        spectrum.eigenvectors().column(POINTS - 1).into_owned()
    };
    let target = target.normalize() * SCALE;
    let target = DMatrix::from_column_slice(POINTS, 1, target.as_slice());
    let worst = largest / smallest * (1.0 / LEFT).ln();
    let mut descent = Descent::new(&mut network, &xs, &target, Settings::new(1.0 / largest))?;
    let limit = 4.0 * worst;
    while descent.residuals().norm() > LEFT * SCALE && (descent.steps() as f64) < limit {
        descent.step()?;
    }
    let steps = descent.steps() as f64;
    Ok(Values::default().with("steps", steps).with("worst", worst).with("share", steps / worst))
}
