//! E22: worked example 1, put before networks: two orthogonal points, one new one at 45°, not on the
//! sphere.
//!
//! The prediction is Θ(x*, x₁)/(1 + Θ₁₂) times the sum of the labels, with the kernel that such a network
//! has. The example is usually worked with values that somebody assumed. f₀ = 0 by doubling. At finite
//! width the kernel is unbiased, and the prediction, a ratio, is off by O(1/n).

use nalgebra::DMatrix;

use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values,
};
use ntk::kernel::{Architecture, Erf, Relu};
use ntk_network::{Activation, Descent, Design, Settings};

pub struct TwoPoints;

const RELU: &str = "relu";
const ERF: &str = "erf";
const LABELS: [f64; 2] = [2.0, -1.0];

impl Experiment for TwoPoints {
    fn about(&self) -> About {
        About {
            id: "E22",
            title: "What do networks answer in worked example 1?",
            claims: &["C46", "C47", "C48", "C49"],
            setup: "two layers, ReLU and erf, f₀ = 0, trained on (1, 0) and (0, 1) to a residual of 1e-6",
            seconds: 2.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (to, seeds) = size.of((10, 60), (12, 100), (14, 100));
        let widths: Vec<usize> = (8..=to).step_by(2).map(|k| 1 << k).collect();
        [RELU, ERF].iter().flat_map(|name| Cell::sweep(name, &widths, seeds)).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, y) = data();
        let relu = trial.cell.variant == RELU;
        let activation = if relu { Activation::Relu } else { Activation::Erf };
        let design = Design::new(2, 1, trial.cell.width, activation);
        let mut network = trial.network(Design { doubled: true, ..design })?;
        let test = DMatrix::from_row_slice(2, 2, &[1.0, 1.0, 2.0, 2.0]);
        let tangents = network.tangents(&xs)?;
        let between = tangents.ntk()[(0, 1)];
        let to_test = network.tangents(&test)?.cross(&tangents)[(0, 0)];
        let largest = tangents.ntk().symmetric_eigenvalues().max();
        let settings = Settings::new(0.5 / largest);
        Descent::new(&mut network, &xs, &y, settings)?.run_until(1e-6, 5_000)?;
        let f = network.outputs(&test)?;
        Ok(Values::default()
            .with("between", between)
            .with("to test", to_test)
            .with("f", f[0])
            .with("twice", f[1] / f[0]))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let widths = points.widths(RELU);
        let widest = widths.last().copied().unwrap_or(0);
        let at = |variant: &str, width: usize, name: &str| points.mean(variant, width, name);
        let mut table = Table::new(["width", "ReLU f(x*)", "erf f(x*)"]);
        for &width in &widths {
            let f = |variant| with_error(at(variant, width, "f"));
            table.row([width.to_string(), f(RELU), f(ERF)]);
        }
        let (relu, erf) = (predicted(RELU)?, predicted(ERF)?);
        let between = Architecture::new(1, Relu).ntk(&[1.0, 0.0], &[0.0, 1.0])?;
        let to_test = Architecture::new(1, Relu).ntk(&[1.0, 0.0], &[1.0, 1.0])?;
        let curve: Vec<(f64, Measured)> =
            widths.iter().map(|&width| (width as f64, at(RELU, width, "f"))).collect();
        let estimates = vec![
            Estimate {
                name: "ReLU: f(x*)".to_owned(),
                claim: "C47",
                measured: at(RELU, widest, "f"),
                theory: Band::around(relu, 0.012, number(relu)),
                why: "a ratio of kernel values at width n is off by O(1/n), measured 0.008 at 1024",
                common: Some(Band::around(0.5, 0.0, "0.5, from assumed values")),
                resolution: 0.0,
            },
            Estimate {
                name: "erf: f(x*)".to_owned(),
                claim: "C47",
                measured: at(ERF, widest, "f"),
                theory: Band::around(erf, 0.012, number(erf)),
                why: "the same",
                common: Some(Band::around(0.5, 0.0, "0.5, from assumed values")),
                resolution: 0.0,
            },
            Estimate {
                name: "ReLU: Θ̂(x*, x₁)".to_owned(),
                claim: "C46",
                measured: at(RELU, widest, "to test"),
                theory: Band::around(to_test, 0.0, number(to_test)),
                why: "unbiased at every width",
                common: Some(Band::around(0.775, 0.0, "0.775, with K ≈ 0.4")),
                resolution: 0.0,
            },
            Estimate {
                name: "ReLU: Θ̂ between the orthogonal points".to_owned(),
                claim: "C49",
                measured: at(RELU, widest, "between"),
                theory: Band::around(between, 0.0, "1/2π"),
                why: "unbiased at every width",
                common: Some(Band::around(0.0, 0.0, "0")),
                resolution: 0.0,
            },
            Estimate {
                name: "ReLU: f(2x*) / f(x*)".to_owned(),
                claim: "C48",
                measured: at(RELU, widest, "twice"),
                theory: Band::around(2.0, 1e-9, "2"),
                why: "exact: the network is homogeneous",
                common: Some(Band::around(1.0, 0.0, "1: an average of the labels")),
                resolution: 0.0,
            },
        ];
        let dots: Vec<(f64, f64, f64)> = curve.iter().map(|(x, m)| (*x, m.value, m.se)).collect();
        let ends = [widths.first().copied().unwrap_or(1) as f64, widest as f64];
        let level = |value: f64| ends.iter().map(|&x| (x, value, 0.0)).collect::<Vec<_>>();
        let figure = Figure {
            caption: "Networks answer what the kernel of such networks says, not what assumed \
                      kernel values say."
                .to_owned(),
            x_label: "width n".to_owned(),
            y_label: "f(x*), ReLU".to_owned(),
            log_x: true,
            log_y: false,
            series: vec![
                Series::new(Kind::Theory, "theory", level(relu)),
                Series::new(Kind::Common, "assumed: 0.5", level(0.5)),
                Series::new(Kind::Measured, "measured", dots),
            ],
        };
        Ok(Findings { estimates, tables: vec![table], figure })
    }
}

fn data() -> (DMatrix<f64>, DMatrix<f64>) {
    (DMatrix::identity(2, 2), DMatrix::from_column_slice(2, 1, &LABELS))
}

/// Θ(x*, x₁)/(Θ₁₁ + Θ₁₂) times the sum of the labels, since x* is as near to the one as to the other.
fn predicted(variant: &str) -> Result<f64, LabError> {
    let (first, second, test) = ([1.0, 0.0], [0.0, 1.0], [1.0, 1.0]);
    let kernel = |x: &[f64], y: &[f64]| match variant {
        RELU => Architecture::new(1, Relu).ntk(x, y),
        _ => Architecture::new(1, Erf).ntk(x, y),
    };
    let own = kernel(&first, &first)? + kernel(&first, &second)?;
    Ok(kernel(&test, &first)? / own * (LABELS[0] + LABELS[1]))
}
