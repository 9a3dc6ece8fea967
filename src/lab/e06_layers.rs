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
use ntk::kernel::{Architecture, Relu};
use ntk_network::{Activation, Design};

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
            claims: &["C05", "C25", "C26", "C88"],
            setup: "ReLU, 1 to 3 hidden layers, Θ̂₀(x, x) of one unit vector, no training",
            seconds: 3.0,
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
        let x: Vec<f64> = input().iter().copied().collect();
        let mut estimates = Vec::new();
        let mut table = Table::new(["hidden layers", "input", "next", "next", "next", "sum"]);
        let (mut measured, mut theory, mut common) = (Vec::new(), Vec::new(), Vec::new());
        for depth in DEPTHS {
            let terms = Architecture::new(depth, Relu).terms(&x, &x)?;
            let found = of_depth(points, depth, &terms);
            let mut row = vec![depth.to_string()];
            row.extend(found[..=depth].iter().map(|estimate| with_error(estimate.measured)));
            row.resize(5, String::new());
            let sum = found[depth + 1].measured;
            row.push(with_error(sum));
            table.row(row);
            estimates.extend(found);
            let (total, printed) = (terms.iter().sum(), terms[1..].iter().sum());
            measured.push((depth as f64, sum.value, sum.se));
            theory.push((depth as f64, total, 0.0));
            common.push((depth as f64, printed, 0.0));
        }
        estimates.push(counted(points, &x)?);
        let series = vec![
            Series::new(Kind::Theory, "theory: ℓ from 0", theory),
            Series::new(Kind::Common, "written: ℓ from 1", common),
            Series::new(Kind::Measured, "measured", measured),
        ];
        Ok(Findings { estimates, tables: vec![table], figure: figure(series) })
    }
}

/// One estimate for each layer of weights, then their sum.
fn of_depth(points: &Points, depth: usize, terms: &[f64]) -> Vec<Estimate> {
    let name = variant(depth);
    let width = points.widths(&name).first().copied().unwrap_or(0);
    let why = "exact at every width: gates are fair coins";
    let layer = |(layer, &term): (usize, &f64)| Estimate {
        name: format!("{name}: layer {layer} of weights"),
        claim: match layer {
            0 => "C26",
            _ if layer == depth => "C25",
            // Weighted by the K̇ of the layers above it.
            _ => "C88",
        },
        measured: points.mean(&name, width, &format!("layer[{layer}]")),
        theory: Band::around(term, 0.0, number(term)),
        why,
        common: (layer == 0).then(|| Band::around(0.0, 0.0, "0: not in the sum")),
        resolution: 0.3 * term,
    };
    let mut estimates: Vec<Estimate> = terms.iter().enumerate().map(layer).collect();
    let (total, printed) = (terms.iter().sum(), terms[1..].iter().sum());
    estimates.push(Estimate {
        name: format!("{name}: Θ̂(x, x)"),
        claim: "C26",
        measured: points.mean(&name, width, "total"),
        theory: Band::around(total, 0.0, number(total)),
        why,
        common: Some(Band::around(printed, 0.0, number(printed))),
        resolution: 0.0,
    });
    estimates
}

/// The kernel of H layers of weights is Θ^(H−1), and not Θ^(H).
fn counted(points: &Points, x: &[f64]) -> Result<Estimate, LabError> {
    const DEPTH: usize = 2;
    let name = variant(DEPTH);
    let width = points.widths(&name).first().copied().unwrap_or(0);
    let kernel = |depth: usize| Architecture::new(depth, Relu).ntk(x, x);
    let (right, usual) = (kernel(DEPTH)?, kernel(DEPTH + 1)?);
    Ok(Estimate {
        name: "three layers of weights: Θ̂(x, x)".to_owned(),
        claim: "C05",
        measured: points.mean(&name, width, "total"),
        theory: Band::around(right, 0.0, format!("{}: Θ² of the recursion", number(right))),
        why: "exact at every width: gates are fair coins",
        common: Some(Band::around(usual, 0.0, format!("{}: Θ³", number(usual)))),
        resolution: 0.0,
    })
}

fn figure(series: Vec<Series>) -> Figure {
    Figure {
        caption: "A network with L hidden layers has L + 1 terms in its kernel: the input layer's \
                  belongs to the sum."
            .to_owned(),
        x_label: "hidden layers L".to_owned(),
        y_label: "Θ̂₀(x, x), ReLU".to_owned(),
        log_x: false,
        log_y: false,
        series,
    }
}
