//! E04: the closed forms of a two-layer network's kernels, off the unit sphere.
//!
//! A wide network's own tangent kernel is an average over its neurons: the readout's block is the mean of
//! φ(w·x)φ(w·x′), the first layer's block that of a² φ′(w·x)φ′(w·x′) times x·x′. Their means are K and
//! x·x′ K̇ at every width, so millions of neurons decide between formulas that agree on the sphere only. And K is
//! also what it is called after: the covariance of f₀(x) and f₀(x′) over random networks.
//!
//! The points are 60° apart; one has length 1, the other up to 2. At length 2 their product is 1, which a
//! formula for the sphere takes for an angle of 0.

use nalgebra::DMatrix;

use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values,
};
use ntk::kernel::{Architecture, Erf, Relu};
use ntk_network::{Activation, Design};

pub struct TwoLayers;

const RELU: &str = "relu";
const ERF: &str = "erf";
const OUTPUTS: &str = "outputs of ReLU networks";
const WIDTH: usize = 16_384;
/// Width of those whose outputs are looked at, and how many outputs each has.
const NARROW: usize = 64;
/// Lengths of x; x′ has length 1.
const LENGTHS: [f64; 4] = [0.5, 1.0, 1.5, 2.0];
/// Where the formulas are judged.
const LONG: usize = 3;

impl Experiment for TwoLayers {
    fn about(&self) -> About {
        About {
            id: "E04",
            title: "Which formula is a two-layer network’s kernel, off the sphere?",
            claims: &["C20", "C21", "C22", "C23", "C24a"],
            setup: "two layers, ReLU and erf, points 60° apart of length 1 and up to 2, no training",
            seconds: 1.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let seeds = size.of(48, 192, 768);
        let wide = [RELU, ERF].into_iter().flat_map(|name| Cell::sweep(name, &[WIDTH], seeds));
        wide.chain(Cell::sweep(OUTPUTS, &[NARROW], 40 * seeds)).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let variant = trial.cell.variant.as_str();
        let activation = if variant == ERF { Activation::Erf } else { Activation::Relu };
        let design = Design::new(2, 1, trial.cell.width, activation);
        if variant == OUTPUTS {
            let network = trial.network(Design { outputs: NARROW, ..design })?;
            let f = network.outputs(&points())?;
            let products = f.row(LONG).component_mul(&f.row(LENGTHS.len()));
            return Ok(Values::default().with("covariance", products.mean()));
        }
        let layers = trial.network(design)?.tangents(&points())?.layers();
        let with_fixed = |layer: usize| layers[layer].column(LENGTHS.len()).into_owned();
        let (first, readout) = (with_fixed(0), with_fixed(1));
        let all = LENGTHS.len();
        let kdot = (0..all).map(|k| first[k] / product(k));
        Ok(Values::default()
            .with_all("K", readout.iter().copied().take(all))
            .with_all("K dot", kdot)
            .with_all("NTK", (0..all).map(|k| first[k] + readout[k])))
    }

    fn cost(&self, cell: &Cell) -> f64 {
        if cell.variant == OUTPUTS { 200.0 } else { cell.width as f64 }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let [relu, erf] = [Theory::of(RELU)?, Theory::of(ERF)?];
        let seen =
            |name: &str, key: &str, k: usize| points.mean(name, WIDTH, &format!("{key}[{k}]"));
        let exactly = |value: f64| Band::around(value, 0.0, number(value));
        let instead = |value: f64, says: &str| {
            Some(Band::around(value, 0.0, format!("{}: {says}", number(value))))
        };
        let mut estimates = Vec::new();
        let mut add = |name: &str, claim, measured, theory: f64, why, common| {
            let resolution = 0.05 * theory;
            let (name, theory) = (name.to_owned(), exactly(theory));
            estimates.push(Estimate { name, claim, measured, theory, why, common, resolution });
        };
        let mean = "a mean over independent neurons, exact at every width";
        let on_sphere = on_sphere(product(LONG));
        add(
            "ReLU: covariance of f₀(x) and f₀(x′)",
            "C20",
            points.mean(OUTPUTS, NARROW, "covariance"),
            relu.nngp[LONG],
            "the covariance is K at every width",
            None,
        );
        let common = instead(on_sphere, "the sphere’s formula with u = x·x′");
        add("ReLU: K(x, x′)", "C21", seen(RELU, "K", LONG), relu.nngp[LONG], mean, common);
        let common = instead(relu.kdot[LONG] * LENGTHS[LONG], "∂K/∂u");
        add("ReLU: K̇(x, x′)", "C22", seen(RELU, "K dot", LONG), relu.kdot[LONG], mean, common);
        add("erf: K(x, x′)", "C23", seen(ERF, "K", LONG), erf.nngp[LONG], mean, None);
        add("erf: K̇(x, x′)", "C24a", seen(ERF, "K dot", LONG), erf.kdot[LONG], mean, None);
        let common = instead(erf.nngp[LONG], "K alone");
        add("erf: Θ(x, x′)", "C24a", seen(ERF, "NTK", LONG), erf.ntk[LONG], mean, common);

        let mut table =
            Table::new(["|x|", "ReLU K", "theory", "on the sphere", "ReLU K̇", "erf Θ", "theory"]);
        for (k, length) in LENGTHS.iter().enumerate() {
            table.row([
                format!("{length}"),
                with_error(seen(RELU, "K", k)),
                number(relu.nngp[k]),
                number(self::on_sphere(product(k))),
                with_error(seen(RELU, "K dot", k)),
                with_error(seen(ERF, "NTK", k)),
                number(erf.ntk[k]),
            ]);
        }
        Ok(Findings { estimates, tables: vec![table], figure: figure(points, &relu) })
    }
}

/// x at each length, and then x′.
fn points() -> DMatrix<f64> {
    let (cosine, sine) = (0.5, 0.75_f64.sqrt());
    DMatrix::from_fn(LENGTHS.len() + 1, 2, |i, k| match (LENGTHS.get(i), k) {
        (Some(length), 0) => *length,
        (Some(_), _) => 0.0,
        (None, 0) => cosine,
        (None, _) => sine,
    })
}

/// x·x′.
fn product(k: usize) -> f64 {
    LENGTHS[k] / 2.0
}

/// The ReLU kernel of unit vectors, whatever u is.
fn on_sphere(u: f64) -> f64 {
    use std::f64::consts::PI;
    ((1.0 - u * u).max(0.0).sqrt() + u * (PI - u.acos())) / (2.0 * PI)
}

/// The closed forms.
struct Theory {
    nngp: Vec<f64>,
    kdot: Vec<f64>,
    ntk: Vec<f64>,
}

impl Theory {
    fn of(name: &str) -> Result<Self, LabError> {
        if name == ERF {
            Self::with(&Architecture::new(1, Erf))
        } else {
            Self::with(&Architecture::new(1, Relu))
        }
    }

    fn with<A: ntk::kernel::Activation>(network: &Architecture<A>) -> Result<Self, LabError> {
        let points = points();
        let row = |i: usize| points.row(i).iter().copied().collect::<Vec<f64>>();
        let fixed = row(LENGTHS.len());
        let mut theory = Self { nngp: Vec::new(), kdot: Vec::new(), ntk: Vec::new() };
        for k in 0..LENGTHS.len() {
            theory.nngp.push(network.nngp(&row(k), &fixed)?);
            theory.kdot.push(network.kdot(&row(k), &fixed)?);
            theory.ntk.push(network.ntk(&row(k), &fixed)?);
        }
        Ok(theory)
    }
}

fn figure(points: &Points, relu: &Theory) -> Figure {
    let dot = |k: usize| -> (f64, f64, f64) {
        let Measured { value, se } = points.mean(RELU, WIDTH, &format!("K[{k}]"));
        (LENGTHS[k], value, se)
    };
    let fine = (10..=40).map(|k| f64::from(k) / 20.0);
    let theory = (0..LENGTHS.len()).map(|k| (LENGTHS[k], relu.nngp[k], 0.0)).collect();
    Figure {
        caption:
            "The ReLU kernel grows in proportion to a point’s length; the sphere’s formula, fed \
                  with x·x′, is right at length 1 alone."
                .to_owned(),
        x_label: "length of x; x′ has length 1, 60° away".to_owned(),
        y_label: "K(x, x′), ReLU".to_owned(),
        log_x: false,
        log_y: false,
        series: vec![
            Series::new(Kind::Theory, "|x||x′| κ(60°)", theory),
            Series::new(
                Kind::Common,
                "written: κ(x·x′)",
                fine.map(|l| (l, on_sphere(l / 2.0), 0.0)).collect(),
            ),
            Series::new(Kind::Measured, "measured", (0..LENGTHS.len()).map(dot).collect()),
        ],
    }
}
