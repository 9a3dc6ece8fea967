//! E11: how far the parameters go, and how large the gradient is that they follow.
//!
//! The end of training is θ − θ₀ = Jᵀ(JJᵀ)⁻¹ r in the linear regime, whose length is √(rᵀΘ⁻¹r): of order one at
//! every width, and so is |∇f(x)| = √Θ(x, x). What falls with the width is the movement of one parameter, for
//! there are more of them: like n^−1/2 where a layer has ∝ n parameters, like n^−1 in a hidden n×n matrix. The
//! output moves as far as the targets ask because all of these small movements go along the gradient; the
//! gradient itself turns by no more than n^−1/2 of its length.
//!
//! f₀ is subtracted (the targets are y + f₀), so that r is the same in every network. Three layers get a fifth
//! of the labels: at the widths that a sweep can pay they are far from linear otherwise.

use nalgebra::{DMatrix, DVector};

use super::d0::d0;
use super::table::with_error;
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, mean, root_mean_square, slope,
};
use ntk::dynamics::Spectrum;
use ntk::kernel::{Architecture, Erf};
use ntk_network::{Activation, Descent, Design, Settings};

pub struct Movement;

const SHALLOW: &str = "two layers";
const DEEP: &str = "three layers";
/// Residual at the end, for labels of size one.
const TOLERANCE: f64 = 1e-3;

impl Experiment for Movement {
    fn about(&self) -> About {
        About {
            id: "E11",
            title: "How far do the parameters move?",
            claims: &["C17", "C41", "C77", "C82"],
            setup: "erf, D0, f₀ subtracted, full-batch descent; two layers, and three with labels ±0.2",
            seconds: 10.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let widths = |from: u32, to: u32| (from..=to).map(|k| 1 << k).collect::<Vec<usize>>();
        let shallow = Cell::sweep(SHALLOW, &widths(7, size.of(11, 13, 14)), size.of(10, 12, 24));
        let deep = Cell::sweep(DEEP, &widths(6, size.of(8, 9, 10)), size.of(8, 8, 12));
        shallow.into_iter().chain(deep).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let problem = Problem::of(&trial.cell.variant)?;
        let (xs, depth) = (&problem.xs, problem.depth);
        let design = Design::new(xs.ncols(), depth, trial.cell.width, Activation::Erf);
        let mut network = trial.network(design)?;
        let start = network.clone();
        let before = network.tangents(xs)?;
        let gradient = (before.ntk().trace() / xs.nrows() as f64).sqrt();
        let f0 = network.outputs(xs)?;
        let settings = Settings::new(problem.rate);
        let mut descent = Descent::new(&mut network, xs, &(&f0 + &problem.y), settings)?;
        descent.run_until(TOLERANCE * problem.y.amax(), 20_000)?;
        let layers = network.movement(&start);
        let whole = layers.iter().map(|layer| layer * layer).sum::<f64>().sqrt();
        let sizes = (0..=depth).map(|layer| parameters(&problem, layer, trial.cell.width));
        let each = layers.iter().zip(sizes).map(|(length, count)| length / count.sqrt());
        Ok(Values::default()
            .with_all("each", each)
            .with("whole", whole)
            .with("gradient", gradient)
            .with("features", network.tangents(xs)?.moved(&before))
            .with("output", (network.outputs(xs)? - &f0).norm() / problem.y.norm()))
    }

    fn cost(&self, cell: &Cell) -> f64 {
        let width = cell.width as f64;
        if cell.variant == DEEP { width * width } else { 10.0 * width }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let curve = |variant: &str, key: &str| -> Vec<(f64, Measured)> {
            let at = |width: usize| {
                (width as f64, root_mean_square(&points.values(variant, width, key)))
            };
            points.widths(variant).into_iter().map(at).collect()
        };
        let mut estimates = Vec::new();
        let mut falls = |name: &str,
                         claim,
                         curve: &[(f64, Measured)],
                         theory: (f64, f64, &str),
                         why,
                         common: Option<(f64, &str)>| {
            estimates.push(Estimate {
                name: format!("{name}: exponent in n"),
                claim,
                measured: slope(curve),
                theory: Band::around(theory.0, theory.1, theory.2),
                why,
                common: common.map(|(value, says)| Band::around(value, 0.0, says)),
                resolution: 0.2,
            });
        };
        let whole = curve(SHALLOW, "whole");
        falls("two layers, ‖θ − θ₀‖", "C17", &whole, (0.0, 0.04, "0"), NEXT, Some((-0.5, "−1/2")));
        falls(
            "three layers, ‖θ − θ₀‖",
            "C17",
            &curve(DEEP, "whole"),
            (0.0, 0.06, "0"),
            NEXT,
            Some((-0.5, "−1/2")),
        );
        falls(
            "two layers, one parameter",
            "C77",
            &curve(SHALLOW, "each[0]"),
            (-0.5, 0.06, "−1/2"),
            NEXT,
            None,
        );
        falls(
            "three layers, one of the hidden matrix",
            "C77",
            &curve(DEEP, "each[1]"),
            (-1.0, 0.1, "−1"),
            NEXT,
            Some((-0.5, "−1/2")),
        );
        falls(
            "two layers, |∇f|",
            "C82",
            &curve(SHALLOW, "gradient"),
            (0.0, 0.0, "0"),
            EXACT,
            Some((0.5, "+1/2: large")),
        );
        falls(
            "two layers, turn of ∇f",
            "C41",
            &curve(SHALLOW, "features"),
            (-0.5, 0.06, "−1/2"),
            NEXT,
            None,
        );
        let widest = *points.widths(SHALLOW).last().unwrap_or(&1);
        let predicted = Problem::of(SHALLOW)?.movement;
        let at_widest = mean(&points.values(SHALLOW, widest, "whole"));
        estimates.push(Estimate {
            name: "two layers, widest: ‖θ − θ₀‖ / √(yᵀΘ⁻¹y)".to_owned(),
            claim: "C17",
            measured: at_widest.times(1.0 / predicted),
            theory: Band::around(1.0, 0.05, "1"),
            why: "the mean over networks is off by O(1/n), a few per cent",
            common: Some(Band::around((widest as f64).sqrt().recip(), 0.0, "1/√n")),
            resolution: 0.0,
        });
        estimates.push(Estimate {
            name: "two layers: ‖f − f₀‖ / ‖y‖".to_owned(),
            claim: "C41",
            measured: mean(&points.values(SHALLOW, widest, "output")),
            theory: Band::around(1.0, 2.0 * TOLERANCE, "1"),
            why: "trained to a residual of 1e-3",
            common: None,
            resolution: 0.1,
        });
        let mut table =
            Table::new(["two layers", "‖θ − θ₀‖", "one parameter", "|∇f|", "turn of ∇f"]);
        for width in points.widths(SHALLOW) {
            let at = |key| with_error(root_mean_square(&points.values(SHALLOW, width, key)));
            table.row([
                width.to_string(),
                at("whole"),
                at("each[0]"),
                at("gradient"),
                at("features"),
            ]);
        }
        let mut deep = Table::new(["three layers", "‖θ − θ₀‖", "input", "hidden", "readout"]);
        for width in points.widths(DEEP) {
            let at = |key| with_error(root_mean_square(&points.values(DEEP, width, key)));
            deep.row([width.to_string(), at("whole"), at("each[0]"), at("each[1]"), at("each[2]")]);
        }
        let figure = figure(&whole, &curve(SHALLOW, "each[0]"), &curve(DEEP, "each[1]"), predicted);
        Ok(Findings { estimates, tables: vec![table, deep], figure })
    }
}

const NEXT: &str = "exponents are asymptotic: higher orders in n^−1/2 bend the fitted one a little";
const EXACT: &str = "the mean of |∇f|² is Θ(x, x) at every width";

/// What is learned, and what theory says of it.
struct Problem {
    xs: DMatrix<f64>,
    y: DMatrix<f64>,
    depth: usize,
    rate: f64,
    /// √(yᵀΘ⁻¹y).
    movement: f64,
}

impl Problem {
    fn of(variant: &str) -> Result<Self, LabError> {
        let (xs, labels) = d0()?;
        let (depth, scale) = if variant == DEEP { (2, 0.2) } else { (1, 1.0) };
        let y = labels * scale;
        let spectrum = Spectrum::of(&Architecture::new(depth, Erf).ntk_gram(&xs)?)?;
        let column = DVector::from(y.column(0));
        let parts = spectrum.eigenvectors().transpose() * column;
        let square: f64 =
            parts.iter().zip(spectrum.eigenvalues().iter()).map(|(p, value)| p * p / value).sum();
        Ok(Self { xs, y, depth, rate: spectrum.stability_limit() / 2.0, movement: square.sqrt() })
    }
}

/// How many parameters a layer has.
fn parameters(problem: &Problem, layer: usize, width: usize) -> f64 {
    let rows = if layer == problem.depth { 1 } else { width };
    let columns = if layer == 0 { problem.xs.ncols() } else { width };
    (rows * columns) as f64
}

fn figure(
    whole: &[(f64, Measured)],
    shallow: &[(f64, Measured)],
    hidden: &[(f64, Measured)],
    predicted: f64,
) -> Figure {
    let dots = |curve: &[(f64, Measured)]| -> Vec<(f64, f64, f64)> {
        curve.iter().map(|(x, m)| (*x, m.value, m.se)).collect()
    };
    let level = whole.iter().map(|(x, _)| (*x, predicted, 0.0)).collect();
    let (whole, shallow, hidden) = (dots(whole), dots(shallow), dots(hidden));
    Figure {
        caption:
            "The parameters as a whole move equally far at every width; each of them moves less \
                  the more there are."
                .to_owned(),
        x_label: "width n".to_owned(),
        y_label: "movement by the end of training, erf".to_owned(),
        log_x: true,
        log_y: true,
        series: vec![
            Series::new(Kind::Theory, "√(yᵀΘ⁻¹y)", level),
            Series::power(Kind::Theory, "1/√n", -0.5, &shallow),
            Series::power(Kind::Theory, "1/n", -1.0, &hidden),
            Series::power(Kind::Common, "written: 1/√n", -0.5, &whole),
            Series::new(Kind::Measured, "all, two layers", whole),
            Series::new(Kind::Measured, "each, two layers", shallow),
            Series::new(Kind::Measured, "each, hidden matrix", hidden),
        ],
    }
}
