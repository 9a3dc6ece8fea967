//! E20: what makes a network lazy is no finite width but the scale of its output, α√n.
//!
//! The output is α/√n times the sum over neurons. To move it by as much as the targets ask, each neuron's
//! part of the parameters moves by 1/(α√n), and the kernel, which is an average over neurons, by the square
//! of that: 1/(α²n), where the first order cancels. It cancels exactly in doubled networks (f₀ = 0,
//! θ′ = θ at first; Chizat, Oyallon & Bach 2019), since both halves move by opposite amounts. They are used
//! throughout. Where f₀ is merely subtracted, a term in 1/(αn) remains, and the exponent in α ends at −1.
//!
//! Mean-field scaling is α = 1/√n: so α√n = 1 at every width, and the kernel moves as far at n = ∞ as at 128.
//! NTK scaling is α = 1. Both have a limit of infinite width, and features move in one of them.

use super::d0::d0;
use super::flow::flow;
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, slope,
};
use ntk_network::{Activation, Design, Drift, Scaling};

pub struct Scale;

const NTK: &str = "NTK scaling";
const MEAN_FIELD: &str = "mean-field scaling";
const WIDTHS: [usize; 3] = [128, 512, 2048];
/// At which α is varied.
const WIDTH: usize = 512;
/// α = 1 is NTK scaling itself.
const SCALES: [f64; 5] = [0.25, 0.5, 2.0, 4.0, 8.0];
/// From here on the kernel moves so little that its exponent in α is that of the limit.
const LAZY: f64 = 2.0;
/// Residual at the end, for labels of size one.
const TOLERANCE: f64 = 1e-2;

fn scaled(alpha: f64) -> String {
    format!("α = {alpha}")
}

impl Experiment for Scale {
    fn about(&self) -> About {
        About {
            id: "E20",
            title: "Is it finite width that makes features move?",
            claims: &["C19", "C40"],
            setup: "two layers, erf, D0, doubled networks, trained to a residual of 1e-2",
            seconds: 9.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let seeds = size.of(4, 16, 64);
        let mut cells = Cell::sweep(NTK, &WIDTHS, seeds);
        cells.extend(Cell::sweep(MEAN_FIELD, &WIDTHS, seeds));
        cells.extend(SCALES.iter().flat_map(|alpha| Cell::sweep(&scaled(*alpha), &[WIDTH], seeds)));
        cells
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, y) = d0()?;
        let Cell { variant, width, .. } = trial.cell;
        let alpha = SCALES.into_iter().find(|alpha| scaled(*alpha) == *variant).unwrap_or(1.0);
        let scaling = if variant == MEAN_FIELD { Scaling::MeanField } else { Scaling::Ntk };
        let plain = Design::new(xs.ncols(), 1, *width, Activation::Erf);
        let design = Design { doubled: true, output_scale: alpha, scaling, ..plain };
        let mut network = trial.network(design)?;
        let start = network.clone();
        let mut drift = Drift::from(&network, &xs)?;
        flow(&mut network, &xs, &y, TOLERANCE)?;
        Ok(Values::default()
            .with("kernel", drift.record(0, &network)?.kernel)
            .with("weights", network.movement(&start)[0] / start.norms()[0]))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let at = |variant: &str, width: usize, key: &str| points.mean(variant, width, key);
        let over_widths = |variant: &str, key: &str| -> Vec<(f64, Measured)> {
            WIDTHS.map(|width| (width as f64, at(variant, width, key))).to_vec()
        };
        let mut table = Table::new(["", "width n", "α√n", "‖Θ̂ − Θ̂₀‖/‖Θ̂₀‖", "first layer"]);
        for (variant, width, dial) in rows() {
            table.row([
                variant.clone(),
                width.to_string(),
                number(dial),
                with_error(at(&variant, width, "kernel")),
                with_error(at(&variant, width, "weights")),
            ]);
        }
        let lazy: Vec<(f64, Measured)> = SCALES
            .into_iter()
            .filter(|alpha| *alpha >= LAZY)
            .map(|alpha| (alpha, at(&scaled(alpha), WIDTH, "kernel")))
            .collect();
        let (wide, narrow) = (at(NTK, 2048, "kernel"), at(&scaled(2.0), WIDTH, "kernel"));
        let estimates = vec![
            Estimate {
                name: "α from 2 to 8 at n = 512: exponent of the kernel’s movement in α".to_owned(),
                claim: "C19",
                measured: slope(&lazy),
                theory: Band::around(-2.0, 0.05, "−2"),
                why: "the next order is 1/(α²n) again: a hundredth of the first at α = 2",
                common: Some(Band::around(0.0, 0.0, "0: width decides")),
                resolution: 0.0,
            },
            Estimate {
                name: "kernel’s movement at n = 2048, α = 1, by that at n = 512, α = 2".to_owned(),
                claim: "C19",
                measured: wide.over(narrow),
                theory: Band::around(1.0, 0.05, "1: the same α√n"),
                why: "at equal α√n the two differ by O(1/n), a few per cent at n = 512",
                common: Some(Band::around(0.25, 0.0, "1/4: width decides")),
                resolution: 0.0,
            },
            Estimate {
                name: "NTK scaling: exponent of the kernel’s movement in n".to_owned(),
                claim: "C19",
                measured: slope(&over_widths(NTK, "kernel")),
                theory: Band::around(-1.0, 0.1, "−1"),
                why: "at n = 128 the next order is a tenth to a fifth of the first; over a factor of 16 in n \
                      that bends the exponent by 0.07",
                common: None,
                resolution: 0.4,
            },
            Estimate {
                name: "mean-field scaling: exponent of the kernel’s movement in n".to_owned(),
                claim: "C40",
                measured: slope(&over_widths(MEAN_FIELD, "kernel")),
                theory: Band::around(0.0, 0.05, "0"),
                why: "corrections are O(1/n): a tenth at n = 128 bends the exponent by 0.04",
                common: Some(Band::between(-1.0, -0.5, "−1/2 or −1: wide is lazy")),
                resolution: 0.0,
            },
            Estimate {
                name: "mean-field scaling: exponent of the first layer’s relative movement"
                    .to_owned(),
                claim: "C40",
                measured: slope(&over_widths(MEAN_FIELD, "weights")),
                theory: Band::around(0.0, 0.05, "0"),
                why: "corrections are O(1/n): a tenth at n = 128 bends the exponent by 0.04",
                common: Some(Band::around(-0.5, 0.0, "−1/2: wide is lazy")),
                resolution: 0.0,
            },
        ];
        Ok(Findings { estimates, tables: vec![table], figure: figure(points) })
    }
}

/// Variant, width and α√n, from rich to lazy.
fn rows() -> Vec<(String, usize, f64)> {
    let root = |width: usize| (width as f64).sqrt();
    let mut rows: Vec<(String, usize, f64)> =
        WIDTHS.iter().map(|&width| (MEAN_FIELD.to_owned(), width, 1.0)).collect();
    rows.extend(WIDTHS.iter().map(|&width| (NTK.to_owned(), width, root(width))));
    rows.extend(SCALES.iter().map(|&alpha| (scaled(alpha), WIDTH, alpha * root(WIDTH))));
    rows
}

fn figure(points: &Points) -> Figure {
    let dots = |of: &dyn Fn(&str) -> bool| -> Vec<(f64, f64, f64)> {
        let rows = rows().into_iter().filter(|(variant, ..)| of(variant));
        let dot = |(variant, width, dial): (String, usize, f64)| {
            let m = points.mean(&variant, width, "kernel");
            (dial, m.value, m.se)
        };
        let mut dots: Vec<_> = rows.map(dot).collect();
        dots.sort_by(|a, b| a.0.total_cmp(&b.0));
        dots
    };
    let scales = dots(&|variant| variant.starts_with('α'));
    let (mean_field, ntk) = (dots(&|v| v == MEAN_FIELD), dots(&|v| v == NTK));
    let lazy: Vec<_> = scales.iter().copied().filter(|dot| dot.0 > 40.0).collect();
    let mut theory = Series::power(Kind::Theory, "theory: 1/(α√n)²", -2.0, &lazy);
    // As far to the left as there are dots of this kind.
    if let (Some(first), Some(from)) = (scales.first(), theory.points.first().copied()) {
        theory.points.insert(0, (first.0, from.1 * (first.0 / from.0).powi(-2), 0.0));
    }
    let level = points.mean(NTK, WIDTH, "kernel").value;
    let common = scales.iter().map(|dot| (dot.0, level, 0.0)).collect();
    Figure {
        caption:
            "One dial: at every width and in either scaling α√n says how far the kernel moves, \
                  and with it whether features are learned."
                .to_owned(),
        x_label: "α√n (mean-field scaling: 1 at every width)".to_owned(),
        y_label: "‖Θ̂ − Θ̂₀‖/‖Θ̂₀‖ by the end of training".to_owned(),
        log_x: true,
        log_y: true,
        series: vec![
            theory,
            Series::new(Kind::Common, "n = 512 decides", common),
            Series::new(Kind::Measured, "mean-field, n = 128 to 2048", mean_field),
            Series::new(Kind::Measured, "n = 512, α varied", scales),
            Series::new(Kind::Measured, "α = 1, n varied", ntk),
        ],
    }
}
