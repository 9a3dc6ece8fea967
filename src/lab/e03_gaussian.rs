//! E03: how Gaussian a random network is: the excess kurtosis of f₀(x) against the width.
//!
//! Given the last hidden layer, f₀(x) is Gaussian with variance q = |φ(hᴸ)|²/n, because its readout is. So
//! the excess kurtosis is 3 (E q²/(E q)² − 1), and q is the readout's own block of the empirical kernel:
//! averaging over the readout by hand makes the estimate some twenty times sharper.
//!
//! For erf it falls like 1/n. For ReLU and two hidden layers it is 3[(1 + 5/n)² − 1] exactly, since
//! E φ⁴/(E φ²)² = 6 and layers multiply.

use nalgebra::DMatrix;

use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, mean, slope,
};
use ntk_network::{Activation, Design};

pub struct Gaussian;

const RELU: &str = "relu";
const ERF: &str = "erf";
const DEPTH: usize = 2;

impl Experiment for Gaussian {
    fn about(&self) -> About {
        About {
            id: "E03",
            title: "How Gaussian is a random network?",
            claims: &["C03"],
            setup: "three layers of weights, ReLU and erf, one unit input, widths 8 to 128, no training",
            seconds: 5.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let widths = [8, 16, 32, 64, 128];
        // Many small networks to a cell: a cell is what is kept and shared out.
        let seeds = size.of(40, 160, 640);
        [RELU, ERF].iter().flat_map(|name| Cell::sweep(name, &widths, seeds)).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        const NETWORKS: u64 = 100;
        let relu = trial.cell.variant == RELU;
        let activation = if relu { Activation::Relu } else { Activation::Erf };
        let design = Design::new(3, DEPTH, trial.cell.width, activation);
        let x = DMatrix::from_row_slice(1, 3, &[0.6, 0.0, 0.8]);
        let (mut sum, mut squares) = (0.0, 0.0);
        for k in 0..NETWORKS {
            let seed = trial.seed.wrapping_add(k.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let network = Trial { seed, ..*trial }.network(design.clone())?;
            let q = network.tangents(&x)?.layers()[DEPTH][(0, 0)];
            sum += q;
            squares += q * q;
        }
        let count = NETWORKS as f64;
        Ok(Values::default().with("q", sum / count).with("q squared", squares / count))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let curve = |name: &str| -> Vec<(f64, Measured)> {
            let at = |width| (width as f64, excess(points, name, width));
            points.widths(name).into_iter().map(at).collect()
        };
        let (relu, erf) = (curve(RELU), curve(ERF));
        let mut table = Table::new(["width", "ReLU excess kurtosis", "exact", "erf"]);
        for ((width, seen), (_, smooth)) in relu.iter().zip(&erf) {
            table.row([
                width.to_string(),
                with_error(*seen),
                number(exact(*width)),
                with_error(*smooth),
            ]);
        }
        // Each width decides by itself; their mean, weighed by errors, is the sharpest single number.
        let weight = |at: &(f64, Measured)| (exact(at.0) / at.1.se).powi(2);
        let total: f64 = relu.iter().map(weight).sum();
        let ratio =
            relu.iter().map(|at| weight(at) * at.1.value / exact(at.0)).sum::<f64>() / total;
        let estimates = vec![
            Estimate {
                name: "ReLU: excess kurtosis / 3[(1 + 5/n)² − 1]".to_owned(),
                claim: "C03",
                measured: Measured { value: ratio, se: total.sqrt().recip() },
                theory: Band::around(1.0, 0.0, "1"),
                why: "exact at every width",
                common: Some(Band::around(0.0, 0.0, "0: Gaussian at any width")),
                resolution: 0.0,
            },
            Estimate {
                name: "erf: slope of the excess kurtosis in n".to_owned(),
                claim: "C03",
                measured: slope(&erf),
                theory: Band::around(-1.0, 0.05, "−1"),
                why: "corrections of relative order 1/n from n = 8 on move the slope by a few hundredths",
                common: Some(Band::around(0.0, 0.0, "0: no dependence on the width")),
                resolution: 0.0,
            },
        ];
        let dots = |curve: &[(f64, Measured)]| -> Vec<(f64, f64, f64)> {
            curve.iter().map(|(x, m)| (*x, m.value, m.se)).collect()
        };
        let law = relu.iter().map(|(width, _)| (*width, exact(*width), 0.0)).collect();
        let figure = Figure {
            caption:
                "A random network becomes Gaussian as it grows wider: its excess kurtosis falls \
                      like 1/n."
                    .to_owned(),
            x_label: "width n".to_owned(),
            y_label: "excess kurtosis of f₀(x)".to_owned(),
            log_x: true,
            log_y: true,
            series: vec![
                Series::new(Kind::Theory, "ReLU: exact law", law),
                Series::power(Kind::Theory, "1/n", -1.0, &dots(&erf)),
                Series::new(Kind::Measured, "ReLU", dots(&relu)),
                Series::new(Kind::Measured, "erf", dots(&erf)),
            ],
        };
        Ok(Findings { estimates, tables: vec![table], figure })
    }
}

/// 3 (E q²/(E q)² − 1), with the error of both means carried through.
fn excess(points: &Points, variant: &str, width: usize) -> Measured {
    let values = |name: &str| points.values(variant, width, name);
    let (q, squares) = (values("q"), values("q squared"));
    let (a, b) = (mean(&squares).value, mean(&q).value);
    // d(a/b²) = da/b² − 2a db/b³, cell by cell.
    let moved: Vec<f64> = q
        .iter()
        .zip(&squares)
        .map(|(q, s)| 3.0 * (s / b.powi(2) - 2.0 * a * q / b.powi(3)))
        .collect();
    Measured { value: 3.0 * (a / b.powi(2) - 1.0), se: mean(&moved).se }
}

fn exact(width: f64) -> f64 {
    3.0 * ((1.0 + 5.0 / width).powi(2) - 1.0)
}
