//! X9: a step that is short enough at the start does not stay so where features are learned. The kernel
//! grows while a network in mean-field scaling learns, and once ηλ_max has reached 2 it grows no further: it
//! stays at the edge, while the loss goes on falling, though not at every step (Cohen, Kaur, Li, Kolter &
//! Talwalkar 2021). The same network with a fifth of the step shows where the kernel would have gone.
//!
//! Near the edge the fast mode r of the residual changes its sign at each step and grows by ηλ_max − 1, and the
//! kernel loses an amount in proportion to r² (see X2). What drives it upwards by δ a step is balanced where
//! r² is in proportion to δ and ηλ_max = 2 up to r² itself: that is why the edge is where it stays, and not a
//! place below it (Damian, Nichani & Lee 2023). In NTK scaling nothing drives it: the kernel moves by 1/n.

use nalgebra::DMatrix;

use super::edge::largest_eigenvalue;
use super::table::with_error;
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Points, Series,
    Size, Table, Trial, Values, mean,
};
use ntk_network::{Activation, Descent, Design, Scaling, Settings};

pub struct Sharpening;

const RICH: &str = "mean-field";
const SMALL: &str = "mean-field, a fifth of the step";
const LAZY: &str = "NTK scaling";
const VARIANTS: [&str; 3] = [RICH, SMALL, LAZY];
const POINTS: usize = 20;
/// η λ_max(Θ̂₀) of the large step.
const SHARE: f64 = 1.0;
/// Small steps that make one large step.
const PARTS: usize = 5;
/// Large steps between two looks at the kernel.
const LOOK: usize = 25;
const LOOKS: usize = 24;

impl Experiment for Sharpening {
    fn about(&self) -> About {
        About {
            id: "X9",
            title: "Does training drive a network to the edge of stability?",
            claims: &["C150"],
            setup: "two layers, erf, f₀ = 0, a cubic wave at 20 points of an interval, 600 steps of 1/λ_max(Θ̂₀)",
            seconds: 15.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (width, seeds) = size.of((64, 4), (256, 10), (1024, 16));
        let cells = |name: &&str| {
            Cell::sweep(name, &[if *name == LAZY { 4 * width } else { width }], seeds)
        };
        VARIANTS.iter().flat_map(cells).collect()
    }

    fn cost(&self, cell: &Cell) -> f64 {
        cell.width as f64 * if cell.variant == SMALL { PARTS as f64 } else { 1.0 }
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, y) = wave();
        let variant = trial.cell.variant.as_str();
        let scaling = if variant == LAZY { Scaling::Ntk } else { Scaling::MeanField };
        let design = Design::new(2, 1, trial.cell.width, Activation::Erf);
        let mut network = trial.network(Design { doubled: true, scaling, ..design })?;
        let start = largest_eigenvalue(&network, &xs)?;
        let parts = if variant == SMALL { PARTS } else { 1 };
        let settings = Settings::new(SHARE / start / parts as f64);
        let mut descent = Descent::new(&mut network, &xs, &y, settings)?;
        let first = descent.loss();
        let (mut seen, mut rises, mut last) = (vec![SHARE], 0, first);
        for look in 0..LOOKS {
            for _ in 0..LOOK * parts {
                let loss = descent.step()?;
                rises += usize::from(loss > last && look >= LOOKS / 2);
                last = loss;
            }
            seen.push(SHARE * largest_eigenvalue(descent.network(), &xs)? / start);
        }
        let late = mean(&seen[LOOKS / 2..]).value;
        let share = rises as f64 / (LOOK * parts * (LOOKS - LOOKS / 2)) as f64;
        Ok(Values::default()
            .with("late", late)
            .with("rises", share)
            .with("loss", last / first)
            .with_all("kernel", seen))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let width = |variant: &str| points.widths(variant).first().copied().unwrap_or(1);
        let at = |variant: &str, key: &str| points.mean(variant, width(variant), key);
        let mut table =
            Table::new(["", "width", "ηλ_max, late", "loss / first", "steps that raise it"]);
        for variant in VARIANTS {
            table.row([
                variant.to_owned(),
                width(variant).to_string(),
                with_error(at(variant, "late")),
                with_error(at(variant, "loss")),
                with_error(at(variant, "rises")),
            ]);
        }
        let stays = || Some(Band::around(SHARE, 0.0, "1: what is stable stays so"));
        let estimate = |name: &str, measured, theory, why, common| Estimate {
            name: name.to_owned(),
            claim: "C150",
            measured,
            theory,
            why,
            common,
            resolution: 0.3,
        };
        let estimates = vec![
            estimate(
                "mean-field, the step 1/λ_max: ηλ_max in the second half of training",
                at(RICH, "late"),
                Band::around(2.0, 0.1, "2"),
                "swings that are not small bend the balance: the mean over them stands a few per cent below the edge",
                stays(),
            ),
            estimate(
                "a fifth of the step: λ_max in the second half, by that at the start",
                at(SMALL, "late"),
                Band::between(2.5, 12.0, "well above 2"),
                "how far it grows is the target’s; above 2 the larger step would be unstable",
                stays(),
            ),
            estimate(
                "mean-field, the step 1/λ_max: part of the late steps that raise the loss",
                at(RICH, "rises"),
                Band::between(0.05, 0.6, "many"),
                "the fast mode grows and shrinks about a balance; not much more than half of the steps raise it",
                Some(Band::around(0.0, 0.0, "0: it falls at every step")),
            ),
            estimate(
                "the same: loss at the end / at the start",
                at(RICH, "loss"),
                Band::between(0.0, 0.05, "below 1/20"),
                "at the edge the slow modes are learned all the same",
                None,
            ),
            estimate(
                "NTK scaling, the same step: ηλ_max in the second half",
                at(LAZY, "late"),
                Band::around(1.0, 0.2, "1"),
                "the kernel moves by 1/n: a tenth at n = 256",
                Some(Band::around(2.0, 0.0, "2: all training ends at the edge")),
            ),
        ];
        let figure = figure(points, &width);
        Ok(Findings { estimates, tables: vec![table], figure })
    }
}

/// cos 3 arccos z at even places of [−1, 1]; the inputs are 2z and a 1 for the biases.
fn wave() -> (DMatrix<f64>, DMatrix<f64>) {
    let place = |i: usize| 2.0 * i as f64 / (POINTS - 1) as f64 - 1.0;
    let xs = DMatrix::from_fn(POINTS, 2, |i, k| if k == 0 { 2.0 * place(i) } else { 1.0 });
    let y = DMatrix::from_fn(POINTS, 1, |i, _| 4.0 * place(i).powi(3) - 3.0 * place(i));
    (xs, y)
}

fn figure(points: &Points, width: &dyn Fn(&str) -> usize) -> Figure {
    let curve = |variant: &str| -> Vec<(f64, f64, f64)> {
        let look = |k: usize| {
            let m = points.mean(variant, width(variant), &format!("kernel[{k}]"));
            ((k * LOOK) as f64, m.value, m.se)
        };
        (0..=LOOKS).map(look).collect()
    };
    let level = |at: f64| vec![(0.0, at, 0.0), ((LOOKS * LOOK) as f64, at, 0.0)];
    Figure {
        caption: "Where features are learned the kernel grows until ηλ_max = 2, and stays there; with a fifth of \
                  the step it goes far beyond, and in NTK scaling it does not grow."
            .to_owned(),
        x_label: "steps of 1/λ_max(Θ̂₀)".to_owned(),
        y_label: "λ_max(Θ̂) / λ_max(Θ̂₀)".to_owned(),
        log_x: false,
        log_y: false,
        series: vec![
            Series::new(Kind::Theory, "the edge", level(2.0)),
            Series::new(Kind::Common, "stays", level(1.0)),
            Series::new(Kind::Measured, "mean-field", curve(RICH)),
            Series::new(Kind::Measured, "a fifth of the step", curve(SMALL)),
            Series::new(Kind::Measured, "NTK scaling", curve(LAZY)),
        ],
    }
}
