//! E25: what depth does to the shape of a ReLU network's kernel.
//!
//! For the shape take Θ̂(x, x′)/√(Θ̂(x, x) Θ̂(x′, x′)). Usually it is expected to vanish with depth unless x
//! and x′ are parallel, and ReLU to prevent it. In truth it tends to 1/4 for any two directions, whatever
//! they are: layer upon layer brings the two images nearer to each other (K → 1, with an angle ∝ 3π/ℓ),
//! so that of the ℓ + 1 equal terms of Θ(x, x) the off-diagonal keeps Σ (k/ℓ)³/ℓ → 1/4. The kernel matrix
//! becomes ¾ I + ¼ 11ᵀ, which knows nothing of the data.
//!
//! At finite width the shape is off by O(ℓ/n): the angle fluctuates by n^{−1/2} in each layer. Scale is
//! another matter: with gain c, E Θ̂(x, x) = (ℓ + 1)(c²/2)^ℓ exactly at every width.

use nalgebra::DMatrix;

use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values,
};
use ntk::kernel::{Architecture, Relu};
use ntk_network::{Activation, Design};

pub struct Depth;

/// Hidden layers of the networks that are drawn; a quick run stops at those that are judged.
const DEPTHS: [usize; 7] = [1, 2, 4, 8, 16, 32, 64];
const JUDGED: usize = 16;
/// Hidden layers in the table of the recursion, to which no network comes.
const BEYOND: [usize; 6] = [1, 4, 16, 64, 256, 1024];
/// Name and cosine of the pairs.
const PAIRS: [(&str, f64); 3] =
    [("x·x′ = 0", 0.0), ("x·x′ = cos 0.3", 0.955_336), ("x′ = −x", -1.0)];
const HE: &str = "c = √2";
const ONE: &str = "c = 1";

fn variant(gain: &str, depth: usize) -> String {
    format!("{gain}, ℓ = {depth}")
}

impl Experiment for Depth {
    fn about(&self) -> About {
        About {
            id: "E25",
            title: "What is left of the kernel's shape in a deep ReLU network?",
            claims: &["C53"],
            setup: "ReLU networks of width 512, 1 to 32 hidden layers, gain √2 (and 1), no training",
            seconds: 9.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (width, seeds) = size.of((256, 60), (512, 60), (1024, 100));
        let deepest = size.of(JUDGED, 32, 64);
        let depths = DEPTHS.iter().filter(|&&depth| depth <= deepest);
        let he = depths.flat_map(|&l| Cell::sweep(&variant(HE, l), &[width], seeds));
        // How large Θ̂ is needs no width, only many networks.
        let one = Cell::sweep(&variant(ONE, 4), &[64], size.of(1000, 4000, 10000));
        he.chain(one).collect()
    }

    fn cost(&self, cell: &Cell) -> f64 {
        depth_of(&cell.variant) as f64 * (cell.width as f64).powi(2)
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let he = trial.cell.variant.starts_with(HE);
        let depth = depth_of(&trial.cell.variant);
        let gain = if he { 2f64.sqrt() } else { 1.0 };
        let design = Design { gain, ..Design::new(2, depth, trial.cell.width, Activation::Relu) };
        let ntk = trial.network(design)?.tangents(&inputs())?.ntk();
        let shape = |k: usize| ntk[(0, k)] / (ntk[(0, 0)] * ntk[(k, k)]).sqrt();
        let shapes = (1..=PAIRS.len()).map(shape);
        Ok(Values::default().with("self", ntk[(0, 0)]).with_all("shape", shapes))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let he = |depth| variant(HE, depth);
        let width = points.widths(&he(JUDGED)).first().copied().unwrap_or(1);
        let shape =
            |depth: usize, pair: usize| points.mean(&he(depth), width, &format!("shape[{pair}]"));
        let head = || std::iter::once("ℓ").chain(PAIRS.map(|(name, _)| name));
        let mut networks = Table::new(head());
        let depths = drawn(points);
        for &depth in &depths {
            let cells = [0, 1, 2].map(|pair| with_error(shape(depth, pair)));
            networks.row(std::iter::once(depth.to_string()).chain(cells));
        }
        let mut limit = Table::new(std::iter::once("ℓ, n = ∞").chain(head().skip(1)));
        for depth in BEYOND {
            let mut row = vec![depth.to_string()];
            for (_, cosine) in PAIRS {
                row.push(format!("{:.4}", predicted(depth, cosine)?));
            }
            limit.row(row);
        }
        let mut estimates = Vec::new();
        for (pair, (name, cosine)) in PAIRS.into_iter().enumerate() {
            let theory = predicted(JUDGED, cosine)?;
            estimates.push(Estimate {
                name: format!("ℓ = 16, {name}: shape"),
                claim: "C53",
                measured: shape(JUDGED, pair),
                theory: Band::around(theory, SLACK * JUDGED as f64 / width as f64, number(theory)),
                why: "at width n the shape is off by O(ℓ/n), by 0.4 ℓ/n where it was measured at ℓ = 64",
                common: Some(Band::around(0.0, 0.0, "0: it vanishes")),
                resolution: 0.0,
            });
        }
        let (four, sixty_four) = (variant(ONE, 4), 64);
        estimates.push(Estimate {
            name: "gain 1, ℓ = 4: Θ̂(x, x)".to_owned(),
            claim: "C53",
            measured: points.mean(&four, sixty_four, "self"),
            theory: Band::around(5.0 / 16.0, 1e-12, "5/16"),
            why: "(ℓ + 1)/2^ℓ, exact in the mean at every width",
            common: Some(Band::around(1.0, 0.0, "1: ReLU regularises")),
            resolution: 0.0,
        });
        Ok(Findings { estimates, tables: vec![networks, limit], figure: figure(&depths, &shape)? })
    }
}

/// In units of ℓ/n.
const SLACK: f64 = 0.5;

fn depth_of(variant: &str) -> usize {
    variant.split(' ').next_back().and_then(|depth| depth.parse().ok()).unwrap_or(1)
}

/// x = (1, 0), and its partner in each pair.
fn inputs() -> DMatrix<f64> {
    let mut rows = vec![1.0, 0.0];
    for (_, cosine) in PAIRS {
        rows.extend([cosine, (1.0 - cosine * cosine).max(0.0).sqrt()]);
    }
    DMatrix::from_row_slice(1 + PAIRS.len(), 2, &rows)
}

/// The shape at infinite width.
fn predicted(depth: usize, cosine: f64) -> Result<f64, LabError> {
    let he = Architecture::new(depth, Relu).with_gain(2f64.sqrt());
    let (x, other) = ([1.0, 0.0], [cosine, (1.0 - cosine * cosine).max(0.0).sqrt()]);
    Ok(he.ntk(&x, &other)? / (he.ntk(&x, &x)? * he.ntk(&other, &other)?).sqrt())
}

/// The depths of this run's networks.
fn drawn(points: &Points) -> Vec<usize> {
    let here = |depth: &usize| !points.widths(&variant(HE, *depth)).is_empty();
    DEPTHS.into_iter().filter(here).collect()
}

fn figure(depths: &[usize], shape: &dyn Fn(usize, usize) -> Measured) -> Result<Figure, LabError> {
    let mut series = Vec::new();
    for (pair, (name, cosine)) in PAIRS.into_iter().enumerate() {
        let mut curve = Vec::new();
        for depth in (0..=8).map(|k| 1 << k) {
            curve.push((depth as f64, predicted(depth, cosine)?, 0.0));
        }
        series.push(Series::new(Kind::Theory, format!("theory: {name}"), curve));
        let dots = depths.iter().map(|&depth| {
            let m = shape(depth, pair);
            (depth as f64, m.value, m.se)
        });
        let label = if pair == 0 { "measured" } else { "" };
        series.push(Series::new(Kind::Measured, label, dots.collect()));
    }
    let nothing = vec![(1.0, 0.0, 0.0), (256.0, 0.0, 0.0)];
    series.push(Series::new(Kind::Common, "written: → 0", nothing));
    Ok(Figure {
        caption: "With depth the kernel of any two directions tends to a quarter of its diagonal, \
                  whatever the directions are."
            .to_owned(),
        x_label: "hidden layers ℓ".to_owned(),
        y_label: "Θ(x, x′) / √(Θ(x, x) Θ(x′, x′))".to_owned(),
        log_x: true,
        log_y: false,
        series,
    })
}
