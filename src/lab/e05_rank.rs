//! E05: a tangent kernel is never negative, but whether it has an inverse is another matter.
//!
//! The data are m unit vectors and their opposites, m > d. Because relu(z) − relu(−z) = z, the odd part
//! of a two-layer ReLU network without biases is linear in x, at every width. Its features on ±xᵢ
//! therefore span the m even functions of the pairs and the rank X linear ones, and no more: the Gram
//! matrix of 2m points has rank m + rank X. Biases, or a second hidden layer, end that. An odd
//! activation without biases makes an odd network, at any depth: rank m.

use std::f64::consts::PI;

use nalgebra::DMatrix;

use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, mean,
};
use ntk_network::{Activation, Design};

pub struct Rank;

const BLIND: &str = "two layers, ReLU";
const BIASED: &str = "with biases";
const DEEPER: &str = "three layers";
const ODD: &str = "two layers, erf";
const VARIANTS: [&str; 4] = [BLIND, BIASED, DEEPER, ODD];

/// m and d; the Gram matrix has 2m rows.
const PAIRS: usize = 20;
const DIMENSION: usize = 3;
/// Eigenvalues below this part of the largest are rounding: those that are not lie far above it, those
/// that are at about 1e-16.
const ROUNDING: f64 = 1e-11;
/// Narrower networks may have too few neurons for the rank that is possible.
const WIDE: usize = 256;

impl Experiment for Rank {
    fn about(&self) -> About {
        About {
            id: "E05",
            title: "Does a tangent kernel have an inverse?",
            claims: &["C07"],
            setup: "20 unit vectors in three dimensions and their opposites; widths 16 to 1024, no training",
            seconds: 1.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let seeds = size.of(4, 16, 64);
        let cells = |name: &&str| {
            let to = if *name == DEEPER { 9 } else { 10 };
            let widths: Vec<usize> = (4..=to).map(|k| 1 << k).collect();
            Cell::sweep(name, &widths, seeds)
        };
        VARIANTS.iter().flat_map(cells).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let variant = trial.cell.variant.as_str();
        let depth = if variant == DEEPER { 2 } else { 1 };
        let activation = if variant == ODD { Activation::Erf } else { Activation::Relu };
        let bias = if variant == BIASED { 1.0 } else { 0.0 };
        let design = Design::new(DIMENSION, depth, trial.cell.width, activation);
        let ntk = trial.network(Design { bias, ..design })?.tangents(&pairs())?.ntk();
        let spectrum = ntk.clone().symmetric_eigenvalues();
        let (largest, smallest) = (spectrum.max(), spectrum.min());
        let rank = spectrum.iter().filter(|&&value| value > ROUNDING * largest).count();
        Ok(Values::default().with("rank", rank as f64).with("smallest", smallest / largest))
    }

    fn cost(&self, cell: &Cell) -> f64 {
        let width = cell.width as f64;
        if cell.variant == DEEPER { width * width / 8.0 + 500.0 } else { width + 500.0 }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let all = 2.0 * PAIRS as f64;
        let blind = (PAIRS + DIMENSION) as f64;
        let wide = |name: &str, key: &str| -> Vec<f64> {
            let widths = points.widths(name).into_iter().filter(|&width| width >= WIDE);
            widths.flat_map(|width| points.values(name, width, key)).collect()
        };
        let rank = |name: &str| mean(&wide(name, "rank"));
        let whole = |value: f64, says: &str| Band::around(value, 0.0, says);
        let estimate = |name: &str, theory, why, common| Estimate {
            name: format!("{name}: rank of the Gram matrix of 40 points"),
            claim: "C07",
            measured: rank(name),
            theory,
            why,
            common,
            resolution: 0.5,
        };
        let full = || Some(whole(all, "40: it has an inverse"));
        let mut estimates = vec![
            estimate(BLIND, whole(blind, "23 = m + rank X"), "exact at every width", full()),
            estimate(ODD, whole(PAIRS as f64, "20 = m"), "exact at every width", full()),
            estimate(BIASED, whole(all, "40"), "40 distinct points, seen with biases", None),
            estimate(DEEPER, whole(all, "40"), "40 distinct points, a second hidden layer", None),
        ];
        let mut smallest: Vec<f64> =
            VARIANTS.iter().flat_map(|name| wide(name, "smallest")).collect();
        smallest.retain(|value| *value < ROUNDING);
        estimates.push(Estimate {
            name: "the singular ones: least eigenvalue / largest".to_owned(),
            claim: "C07",
            measured: mean(&smallest),
            theory: Band::around(0.0, 1e-14, "0, and never negative"),
            why: "JJᵀ of 40 rows, give or take 40 roundings of the largest eigenvalue",
            common: None,
            resolution: 1e-13,
        });
        let mut table =
            Table::new(["network", "rank at 16", "rank from 256 on", "least λ / largest"]);
        for name in VARIANTS {
            let narrow = points.mean(name, points.widths(name)[0], "rank");
            let least = wide(name, "smallest").into_iter().fold(f64::INFINITY, f64::min);
            let least = if least < ROUNDING { "0, to rounding".to_owned() } else { number(least) };
            table.row([name.to_owned(), with_error(narrow), with_error(rank(name)), least]);
        }
        Ok(Findings { estimates, tables: vec![table], figure: figure(points) })
    }
}

/// Unit vectors spread over half a sphere (a Fibonacci lattice), so that no two lie close; and then their
/// opposites.
fn pairs() -> DMatrix<f64> {
    let golden_angle = PI * (3.0 - 5f64.sqrt());
    let point = |i: usize| {
        let height = (i as f64 + 0.5) / PAIRS as f64;
        let (around, radius) = (i as f64 * golden_angle, (1.0 - height * height).sqrt());
        [radius * around.cos(), radius * around.sin(), height]
    };
    DMatrix::from_fn(2 * PAIRS, DIMENSION, |i, k| {
        if i < PAIRS { point(i)[k] } else { -point(i - PAIRS)[k] }
    })
}

fn figure(points: &Points) -> Figure {
    let dots = |name: &str| -> Vec<(f64, f64, f64)> {
        let at = |width| -> (f64, Measured) { (width as f64, points.mean(name, width, "rank")) };
        points.widths(name).into_iter().map(at).map(|(x, m)| (x, m.value, m.se)).collect()
    };
    let level = |value: f64| -> Vec<(f64, f64, f64)> {
        dots(BLIND).into_iter().map(|(width, ..)| (width, value, 0.0)).collect()
    };
    Figure {
        caption:
            "Without biases a two-layer ReLU network sees 23 of 40 directions, however wide it \
                  is; biases show it all of them."
                .to_owned(),
        x_label: "width n".to_owned(),
        y_label: "rank of the Gram matrix of 40 points".to_owned(),
        log_x: true,
        log_y: false,
        series: vec![
            Series::new(Kind::Common, "written: 40", level(2.0 * PAIRS as f64)),
            Series::new(Kind::Theory, "ReLU: m + rank X = 23", level((PAIRS + DIMENSION) as f64)),
            Series::new(Kind::Theory, "erf: m = 20", level(PAIRS as f64)),
            Series::new(Kind::Measured, "with biases", dots(BIASED)),
            Series::new(Kind::Measured, "", dots(BLIND)),
            Series::new(Kind::Measured, "", dots(ODD)),
        ],
    }
}
