//! E24: how large a step may be before the loss rises, and how that depends on the width.
//!
//! Descent multiplies each mode of the residual by 1 − ηλ, so the loss of a linear model falls at every step
//! as long as η < 2/λ_max and rises sooner or later above. Each network here is trained again and again from
//! the same start, and the largest step at which its loss never rises is found by halving the interval. In
//! NTK scaling λ_max tends to a number as the width grows; in standard scaling it is the readout's part that
//! counts, n λ_max(K), and the step has to shrink like 1/n.
//!
//! The kernel of a ReLU network shrinks a little while the labels are learned, so the edge lies a little above
//! 2/λ_max(Θ̂₀): by 0.17, 0.05, 0.02 and 0.009 in units of 1/λ_max at n = 128, 512, 2048 and 8192. In standard scaling
//! the first layer moves 1/n times as far, and the edge is at 2 to the third decimal.

use super::d0::d0;
use super::edge::{Losses, largest_eigenvalue};
use super::table::with_error;
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, mean, slope,
};
use ntk::dynamics::Spectrum;
use ntk::kernel::{Architecture, Relu};
use ntk_network::{Activation, Design, Scaling, Settings};

pub struct Edge;

const NTK: &str = "NTK";
const STANDARD: &str = "standard";
/// η λ_max, twice below the edge and twice above.
const SHARES: [f64; 4] = [1.9, 1.95, 2.1, 3.0];
/// Where the edge is looked for, and how often the interval is halved.
const WITHIN: (f64, f64) = (1.5, 2.5);
const HALVINGS: usize = 9;
/// At one per cent above the edge the largest mode grows e⁴-fold in these, when all others are long gone.
const STEPS: usize = 200;

impl Experiment for Edge {
    fn about(&self) -> About {
        About {
            id: "E24",
            title: "How large may a step be, and who has to know the width?",
            claims: &["C108", "C109", "C110"],
            setup: "two layers, ReLU, D0, full-batch descent, η in units of 1/λ_max(Θ̂₀) of each network",
            seconds: 32.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let seeds = size.of(8, 10, 24);
        let widths = |from: u32, to: u32| (from..=to).map(|k| 1 << k).collect::<Vec<usize>>();
        let ntk = Cell::sweep(NTK, &widths(7, size.of(11, 13, 14)), seeds);
        let standard = Cell::sweep(STANDARD, &widths(7, size.of(10, 12, 14)), seeds);
        ntk.into_iter().chain(standard).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, y) = d0()?;
        let standard = trial.cell.variant == STANDARD;
        let scaling = if standard { Scaling::Standard } else { Scaling::Ntk };
        let design = Design::new(xs.ncols(), 1, trial.cell.width, Activation::Relu);
        let start = trial.network(Design { scaling, ..design })?;
        let largest = largest_eigenvalue(&start, &xs)?;
        let (mut low, mut high) = WITHIN;
        for _ in 0..HALVINGS {
            let middle = (low + high) / 2.0;
            let settings = Settings::new(middle / largest);
            if Losses::of(&mut start.clone(), &xs, &y, settings, STEPS)?.falls() {
                low = middle;
            } else {
                high = middle;
            }
        }
        let edge = (low + high) / 2.0;
        let mut values =
            Values::default().with("λ_max", largest).with("edge", edge).with("η", edge / largest);
        for share in SHARES {
            let mut network = start.clone();
            let settings = Settings::new(share / largest);
            let seen = Losses::of(&mut network, &xs, &y, settings, 10 * STEPS)?;
            values = values
                .with(&format!("falls[{share}]"), f64::from(u8::from(seen.falls())))
                .with(&format!("ends[{share}]"), f64::from(u8::from(seen.ended)))
                .with(&format!("peak[{share}]"), seen.peak());
            if !seen.exploded {
                let end = largest_eigenvalue(&network, &xs)?;
                values = values.with(&format!("left[{share}]"), end / largest);
            }
        }
        Ok(values)
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let widest = |variant: &str| points.widths(variant).last().copied().unwrap_or(1);
        let mut table =
            Table::new(["scaling", "width", "λ_max(Θ̂₀)", "largest η", "the same × λ_max"]);
        for variant in [NTK, STANDARD] {
            for width in points.widths(variant) {
                let at = |key| with_error(points.mean(variant, width, key));
                table.row([
                    variant.to_owned(),
                    width.to_string(),
                    at("λ_max"),
                    at("η"),
                    at("edge"),
                ]);
            }
        }
        let width = widest(NTK);
        let mut shares = Table::new(["η λ_max", "falls throughout", "peak / first loss", "λ_max"]);
        for share in SHARES {
            let all = |key: &str| points.values(NTK, width, &format!("{key}[{share}]"));
            let falling = all("falls").iter().sum::<f64>();
            shares.row([
                format!("{share}"),
                format!("{falling} of {}", all("falls").len()),
                with_error(mean(&all("peak"))),
                format!("× {}", with_error(mean(&all("left")))),
            ]);
        }
        let estimates = edges(points, width, widest(STANDARD))
            .into_iter()
            .chain(exponents(points))
            .chain(catapult(points, width))
            .collect();
        let figure = figure(&curve(points, NTK, "η"), &curve(points, STANDARD, "η"))?;
        Ok(Findings { estimates, tables: vec![table, shares], figure })
    }
}

/// Means over the networks of each width.
fn curve(points: &Points, variant: &str, key: &str) -> Vec<(f64, Measured)> {
    let at = |width: usize| (width as f64, points.mean(variant, width, key));
    points.widths(variant).into_iter().map(at).collect()
}

/// Where the edge is, and that it is one.
fn edges(points: &Points, ntk: usize, standard: usize) -> Vec<Estimate> {
    let counted = |share: f64, falls: bool| {
        let all = points.values(NTK, ntk, &format!("falls[{share}]"));
        let sides: Vec<f64> = all.iter().map(|&f| if falls { f } else { 1.0 - f }).collect();
        mean(&sides)
    };
    let root = (ntk as f64).sqrt();
    let whole = |name: &str, measured| Estimate {
        name: name.to_owned(),
        claim: "C108",
        measured,
        theory: Band::between(0.75, 1.0, "all"),
        why: "2.5 and 5 per cent from the edge, where at this width it spreads by one per cent",
        common: None,
        resolution: 0.5,
    };
    vec![
        Estimate {
            name: "NTK scaling: the largest η × λ_max, at the widest".to_owned(),
            claim: "C108",
            measured: points.mean(NTK, ntk, "edge"),
            theory: Band::between(2.0 - 0.5 / root, 2.0 + 2.5 / root, "2"),
            why: "gates flip while labels are learned: λ_max falls by about 1/√n; allowed 2.5/√n",
            common: None,
            resolution: 0.1,
        },
        Estimate {
            name: "standard scaling: the largest η × λ_max, at the widest".to_owned(),
            claim: "C108",
            measured: points.mean(STANDARD, standard, "edge"),
            theory: Band::around(2.0, 0.01, "2"),
            why: "found to 1/500; the kernel stands still to O(1/n)",
            common: None,
            resolution: 0.1,
        },
        whole("η λ_max = 1.95: networks whose loss falls throughout", counted(1.95, true)),
        whole("η λ_max = 2.1: networks whose loss rises", counted(2.1, false)),
    ]
}

/// How the edge depends on the width.
fn exponents(points: &Points) -> Vec<Estimate> {
    let exponent = |name: &str, of: (&str, &str), says: (f64, &str), common: Option<&str>| {
        Estimate {
            name: name.to_owned(),
            claim: "C109",
            measured: slope(&curve(points, of.0, of.1)),
            theory: Band::around(says.0, 0.05, says.1),
            why: "exponents are asymptotic: at n = 128 the spread of Θ̂₀ adds a few per cent to λ_max",
            common: common.map(|says| Band::around(0.0, 0.0, says)),
            resolution: 0.5,
        }
    };
    vec![
        exponent("NTK scaling, the largest η: exponent in n", (NTK, "η"), (0.0, "0"), None),
        exponent(
            "standard scaling, the largest η: exponent in n",
            (STANDARD, "η"),
            (-1.0, "−1"),
            Some("0: one η for all widths"),
        ),
        exponent(
            "standard scaling, λ_max(Θ̂₀): exponent in n",
            (STANDARD, "λ_max"),
            (1.0, "1"),
            Some("0: it tends to a kernel"),
        ),
    ]
}

/// A step well above the edge is not the end of training.
fn catapult(points: &Points, width: usize) -> Vec<Estimate> {
    vec![
        Estimate {
            name: "η λ_max = 3: networks that reach a residual of 1e-5".to_owned(),
            claim: "C110",
            measured: points.mean(NTK, width, "ends[3]"),
            theory: Band::between(0.75, 1.0, "all"),
            why: "one in four may not: 3 lies between the edge and where networks diverge",
            common: Some(Band::around(0.0, 0.0, "none: it diverges")),
            resolution: 0.0,
        },
        Estimate {
            name: "η λ_max = 3: λ_max at the end / at the start".to_owned(),
            claim: "C110",
            measured: points.mean(NTK, width, "left[3]"),
            theory: Band::between(0.0, 2.0 / 3.0, "at most 2/3"),
            why: "the end must be stable, η λ_max ≤ 2",
            common: Some(Band::around(1.0, 0.0, "1: the kernel stands still")),
            resolution: 0.0,
        },
    ]
}

fn figure(ntk: &[(f64, Measured)], standard: &[(f64, Measured)]) -> Result<Figure, LabError> {
    let (xs, _) = d0()?;
    let architecture = Architecture::new(1, Relu);
    let (theta, k) = (architecture.ntk_gram(&xs)?, architecture.nngp_gram(&xs)?);
    // In standard scaling the readout's part is n K, and that of the first layer as it is in NTK scaling.
    let limit = |n: f64| -> Result<f64, LabError> {
        Ok(Spectrum::of(&(&theta + &k * (n - 1.0)))?.stability_limit())
    };
    let dots = |curve: &[(f64, Measured)]| -> Vec<(f64, f64, f64)> {
        curve.iter().map(|(x, m)| (*x, m.value, m.se)).collect()
    };
    let level = |at: f64| ntk.iter().map(|(x, _)| (*x, at, 0.0)).collect();
    let falling: Result<Vec<_>, LabError> =
        standard.iter().map(|(n, _)| Ok((*n, limit(*n)?, 0.0))).collect();
    let first = standard.first().map_or(1.0, |(_, m)| m.value);
    Ok(Figure {
        caption:
            "The loss falls at every step as long as η < 2/λ_max: at every width the same η in \
                  NTK scaling, and one that shrinks like 1/n in standard scaling."
                .to_owned(),
        x_label: "width n".to_owned(),
        y_label: "largest step η at which the loss never rises".to_owned(),
        log_x: true,
        log_y: true,
        series: vec![
            Series::new(Kind::Theory, "2/λ_max(Θ)", level(limit(1.0)?)),
            Series::new(Kind::Theory, "2/(n λ_max(K))", falling?),
            Series::new(Kind::Common, "one η for all", level(first)),
            Series::new(Kind::Measured, "NTK scaling", dots(ntk)),
            Series::new(Kind::Measured, "standard scaling", dots(standard)),
        ],
    })
}
