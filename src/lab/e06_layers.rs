//! E06: what each layer of weights contributes to the kernel, and whether the sum begins at the input.
//!
//! Θᴸ = Σ_{ℓ=0}^{L} Kˡ Π_{k>ℓ} K̇ᵏ has L + 1 terms, one for each layer of weights. Printed with ℓ from 1 it
//! has lost the input layer's. For ReLU on the diagonal every term is ‖x‖²/2ᴸ, and exactly so in the mean
//! at every width: given the norms below, a neuron's gate is open with probability ½ and independent of
//! everything else (Hanin & Nica 2020).

use nalgebra::DMatrix;

use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Points, Series,
    Size, Table, Trial, Values,
};
use crate::kernel::{Architecture, Relu};
use crate::network::{Activation, Design};

pub struct Layers;

const DEPTHS: [usize; 3] = [1, 2, 3];

fn variant(depth: usize) -> String {
    format!("depth {depth}")
}

/// One unit vector, away from every axis.
fn input() -> DMatrix<f64> {
    DMatrix::from_row_slice(1, 4, &[0.5, -0.5, 0.1, 0.7])
}

impl Experiment for Layers {
    fn about(&self) -> About {
        About {
            id: "E06",
            title: "What does each layer contribute?",
            claims: &["C05", "C25", "C26", "C27", "C88"],
            setup: "ReLU, 1 to 3 hidden layers, Θ̂₀(x, x) of one unit vector, no training",
            seconds: 8.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (width, seeds) = size.of((256, 160), (1024, 160), (2048, 300));
        DEPTHS.iter().flat_map(|&d| Cell::sweep(&variant(d), &[width], seeds)).collect()
    }

    fn cost(&self, cell: &Cell) -> f64 {
        let n = cell.width as f64;
        if cell.variant == variant(1) { 10.0 * n } else { n * n }
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let depth = DEPTHS.into_iter().find(|&d| variant(d) == trial.cell.variant).unwrap_or(1);
        let xs = input();
        let network = trial.network(Design::new(4, depth, trial.cell.width, Activation::Relu))?;
        let layers = network.tangents(&xs)?.layers();
        let traces: Vec<f64> = layers.iter().map(DMatrix::trace).collect();
        Ok(Values::default().with("total", traces.iter().sum()).with_all("layer", traces))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let xs = input();
        let x: Vec<f64> = xs.iter().copied().collect();
        let mut estimates = Vec::new();
        let mut table = Table::new(["hidden layers", "input", "next", "next", "next", "sum"]);
        let (mut measured, mut theory, mut common) = (Vec::new(), Vec::new(), Vec::new());
        for depth in DEPTHS {
            let name = variant(depth);
            let width = points.widths(&name).first().copied().unwrap_or(0);
            let terms = Architecture::new(depth, Relu).terms(&x, &x)?;
            let mut row = vec![depth.to_string()];
            for layer in 0..=3 {
                let has = layer <= depth;
                let key = format!("layer[{layer}]");
                row.push(if has {
                    with_error(points.mean(&name, width, &key))
                } else {
                    String::new()
                });
            }
            for (layer, &term) in terms.iter().enumerate() {
                let lost = (layer == 0).then(|| Band::around(0.0, 0.0, "0: not in the sum"));
                estimates.push(Estimate {
                    name: format!("{name}: layer {layer} of weights"),
                    claim: if layer == 0 { "C26" } else { "C25" },
                    measured: points.mean(&name, width, &format!("layer[{layer}]")),
                    theory: Band::around(term, 0.0, number(term)),
                    why: "exact at every width: gates are fair coins",
                    common: lost,
                    resolution: 0.3 * term,
                });
            }
            let (total, printed) = (terms.iter().sum::<f64>(), terms[1..].iter().sum::<f64>());
            let sum = points.mean(&name, width, "total");
            row.push(with_error(sum));
            table.row(row);
            estimates.push(Estimate {
                name: format!("{name}: Θ̂(x, x)"),
                claim: "C26",
                measured: sum,
                theory: Band::around(total, 0.0, number(total)),
                why: "exact at every width: gates are fair coins",
                common: Some(Band::around(printed, 0.0, number(printed))),
                resolution: 0.0,
            });
            measured.push((depth as f64, sum.value, sum.se));
            theory.push((depth as f64, total, 0.0));
            common.push((depth as f64, printed, 0.0));
        }
        let figure = Figure {
            caption: "A network with L hidden layers has L + 1 terms in its kernel: the input \
                      layer's belongs to the sum."
                .to_owned(),
            x_label: "hidden layers L".to_owned(),
            y_label: "Θ̂₀(x, x), ReLU".to_owned(),
            log_x: false,
            log_y: false,
            series: vec![
                Series::new(Kind::Theory, "theory: ℓ from 0", theory),
                Series::new(Kind::Common, "written: ℓ from 1", common),
                Series::new(Kind::Measured, "measured", measured),
            ],
        };
        Ok(Findings { estimates, tables: vec![table], figure })
    }
}
