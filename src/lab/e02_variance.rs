//! E02: what the factor 1/√n does to the variance, in the first layer and with depth.
//!
//! The outputs of a network of depth L are pre-activations of layer L + 1, given the layers below; so
//! their mean square over many outputs and networks is that layer's variance. The rule that is often
//! printed puts φ and 1/√n before the first layer as well, which is the same as feeding φ(x)/√n.
//!
//! The mean square is exact at every width: |x|² times ½c² for each ReLU on the way.

use nalgebra::DMatrix;

use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, slope,
};
use ntk_network::{Activation, Design};

pub struct Variance;

const FIXED: &str = "first layer without a factor";
const PRINTED: &str = "first layer as printed";
const GAINS: [(&str, f64); 2] = [("gain 1", 1.0), ("gain √2", std::f64::consts::SQRT_2)];
const X: [f64; 3] = [1.0, -2.0, 0.5];
const OUTPUTS: usize = 64;
const DEEPEST: usize = 5;

impl Experiment for Variance {
    fn about(&self) -> About {
        About {
            id: "E02",
            title: "What keeps the variance, and what does not?",
            claims: &["C01", "C02"],
            setup: "ReLU, x = (1, −2, 0.5), mean square of layer 2 over widths and of layers 2 to 6 by depth",
            seconds: 4.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (to, seeds) = size.of((9, 60), (11, 200), (12, 400));
        let widths: Vec<usize> = (6..=to).map(|k| 1 << k).collect();
        let by_width = [FIXED, PRINTED].into_iter();
        let by_width = by_width.flat_map(|name| Cell::sweep(name, &widths, seeds));
        let by_depth = GAINS.iter().flat_map(|(name, _)| Cell::sweep(name, &[256], 2 * seeds));
        by_width.chain(by_depth).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (variant, width) = (trial.cell.variant.as_str(), trial.cell.width);
        let mean_square = |depth, gain, x: &DMatrix<f64>| -> Result<f64, LabError> {
            let design = Design::new(X.len(), depth, width, Activation::Relu);
            let network = trial.network(Design { outputs: OUTPUTS, gain, ..design })?;
            Ok(network.outputs(x)?.norm_squared() / OUTPUTS as f64)
        };
        let x = DMatrix::from_row_slice(1, X.len(), &X);
        if let Some((_, gain)) = GAINS.iter().find(|(name, _)| *name == variant) {
            let layers: Result<Vec<f64>, LabError> =
                (1..=DEEPEST).map(|depth| mean_square(depth, *gain, &x)).collect();
            return Ok(Values::default().with_all("layer", layers?));
        }
        let printed = x.map(|entry| entry.max(0.0)) / (width as f64).sqrt();
        let input = if variant == PRINTED { &printed } else { &x };
        Ok(Values::default().with("second layer", mean_square(1, 1.0, input)?))
    }

    fn cost(&self, cell: &Cell) -> f64 {
        let width = cell.width as f64;
        if cell.variant.starts_with("gain") { 10.0 * width * width } else { 100.0 * width }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let curve = |name: &str| -> Vec<(f64, Measured)> {
            let at = |width| (width as f64, points.mean(name, width, "second layer"));
            points.widths(name).into_iter().map(at).collect()
        };
        let norm = X.iter().map(|x| x * x).sum::<f64>();
        let mut by_width = Table::new(["width", "without a factor", "as printed"]);
        for ((width, fixed), (_, printed)) in curve(FIXED).into_iter().zip(curve(PRINTED)) {
            by_width.row([width.to_string(), with_error(fixed), with_error(printed)]);
        }
        let mut by_depth = Table::new(["layer", "gain 1", "theory", "gain √2", "theory"]);
        let width = points.widths(GAINS[0].0).first().copied().unwrap_or(0);
        let layer = |gain: usize, depth: usize| {
            points.mean(GAINS[gain].0, width, &format!("layer[{}]", depth - 1))
        };
        let theory =
            |gain: usize, depth: usize| norm * (0.5 * GAINS[gain].1.powi(2)).powf(depth as f64);
        for depth in 1..=DEEPEST {
            by_depth.row([
                format!("{}", depth + 1),
                with_error(layer(0, depth)),
                number(theory(0, depth)),
                with_error(layer(1, depth)),
                number(theory(1, depth)),
            ]);
        }
        let estimates = vec![
            Estimate {
                name: "first layer without a factor: slope of layer 2’s variance in n".to_owned(),
                claim: "C01",
                measured: slope(&curve(FIXED)),
                theory: Band::around(0.0, 0.0, "0"),
                why: "the mean square is exact at every width",
                common: Some(Band::around(-1.0, 0.0, "−1, by the printed rule")),
                resolution: 0.0,
            },
            Estimate {
                name: "first layer as printed: slope of layer 2’s variance in n".to_owned(),
                claim: "C01",
                measured: slope(&curve(PRINTED)),
                theory: Band::around(-1.0, 0.0, "−1: it fades"),
                why: "the input’s d terms are divided by n",
                common: Some(Band::around(0.0, 0.0, "0: it keeps the variance")),
                resolution: 0.0,
            },
            Estimate {
                name: "gain 1: layer 6 / |x|²".to_owned(),
                claim: "C02",
                measured: layer(0, DEEPEST).times(1.0 / norm),
                theory: Band::around(0.5_f64.powi(5), 0.0, "1/32: each ReLU halves it"),
                why: "exact at every width",
                common: Some(Band::around(1.0, 0.0, "1: 1/√n keeps it")),
                resolution: 0.0,
            },
            Estimate {
                name: "gain √2: layer 6 / |x|²".to_owned(),
                claim: "C02",
                measured: layer(1, DEEPEST).times(1.0 / norm),
                theory: Band::around(1.0, 0.0, "1"),
                why: "exact at every width",
                common: None,
                resolution: 0.4,
            },
        ];
        let dots = |gain: usize| {
            (1..=DEEPEST)
                .map(|depth| ((depth + 1) as f64, layer(gain, depth).value, layer(gain, depth).se))
                .collect::<Vec<_>>()
        };
        let line = |gain: usize| {
            (1..=DEEPEST).map(|d| ((d + 1) as f64, theory(gain, d), 0.0)).collect::<Vec<_>>()
        };
        let figure = Figure {
            caption:
                "Each ReLU layer halves the variance, unless a gain of √2 makes up for it; the \
                      factor 1/√n alone does not."
                    .to_owned(),
            x_label: "layer".to_owned(),
            y_label: "mean square of the pre-activations".to_owned(),
            log_x: false,
            log_y: true,
            series: vec![
                Series::new(Kind::Theory, "gain 1: halved", line(0)),
                Series::new(Kind::Common, "written: kept", line(1)),
                Series::new(Kind::Measured, "measured", dots(0)),
                Series::new(Kind::Measured, "gain √2", dots(1)),
            ],
        };
        Ok(Findings { estimates, tables: vec![by_width, by_depth], figure })
    }
}
