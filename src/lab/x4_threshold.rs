//! X4: is a network lazy where it has more neurons than data?
//!
//! "n ≫ m is the kernel regime, n ∼ m feature learning" names a critical width m. Sweeps through n = m
//! with the same points and labels ±s say otherwise: at n = m the kernel moves by a few per cent, by a third, or by
//! more than itself. To learn targets s times as large is to learn with an output 1/s times as loud, so that what
//! counts is s²/n (see E20, with α = 1/s): the width at which the kernel moves by 5 % grows like s².
//!
//! Nor does that width follow the number of points. It follows what the targets ask of the kernel, yᵀΘ⁻¹y, and for
//! one coordinate of the sphere that has a limit: with nine times the points it is the same. Labels drawn at random
//! ask more the more there are, which is the grain of truth in n ∼ m.

use nalgebra::DMatrix;

use super::flow::flow;
use super::sphere::unit_vectors;
use super::table::with_error;
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, geometric_mean, slope,
};
use ntk_network::{Activation, Design, Drift, normals};

pub struct Threshold;

/// Points of the sweeps, and what multiplies their labels ±1.
const FEW: usize = 16;
const SCALES: [f64; 5] = [0.25, 0.5, 1.0, 2.0, 4.0];
/// Of these, the ones whose critical width a sweep can pay.
const JUDGED: [f64; 3] = [0.5, 1.0, 2.0];
/// Points of which one coordinate is learned.
const COUNTS: [usize; 3] = [16, 48, 144];
/// The movement of the kernel at which a width is called critical.
const CRITICAL: f64 = 0.05;
/// Residual at the end, for labels of size one.
const TOLERANCE: f64 = 5e-2;

fn labels(scale: f64) -> String {
    format!("m = 16, labels ±{scale}")
}

fn coordinate(count: usize) -> String {
    format!("m = {count}, x₁")
}

impl Experiment for Threshold {
    fn about(&self) -> About {
        About {
            id: "X4",
            title: "Is a network lazy where it is wider than its data are many?",
            claims: &["C39"],
            setup: "two layers, erf, doubled; 16 points in twenty dimensions, labels ±s; x₁ on 16 to 144 points in four",
            seconds: 13.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let powers = |from: u32, to: u32| (from..=to).map(|k| 1 << k).collect::<Vec<usize>>();
        // Beside n = m and n = 16m, the widths around the critical one.
        let widths = size.of(
            [vec![], vec![32, 64], vec![128, 256], vec![256, 1024], vec![256]],
            [powers(3, 8), powers(3, 9), powers(3, 10), powers(3, 10), powers(3, 10)],
            [powers(3, 10), powers(3, 11), powers(3, 12), powers(3, 13), powers(3, 13)],
        );
        let (seeds, narrow) = size.of((6, 32), (8, 64), (24, 128));
        let scaled = SCALES.iter().zip(widths).flat_map(|(scale, mut widths)| {
            widths.retain(|width| *width != FEW);
            let mut cells = Cell::sweep(&labels(*scale), &widths, seeds);
            // Narrow networks differ most, and cost least.
            cells.extend(Cell::sweep(&labels(*scale), &[FEW], narrow));
            cells
        });
        let easy = size.of(powers(4, 6), powers(3, 8), powers(3, 10));
        let counted = COUNTS.iter().flat_map(|m| Cell::sweep(&coordinate(*m), &easy, 2 * seeds));
        scaled.chain(counted).collect()
    }

    fn cost(&self, cell: &Cell) -> f64 {
        let count = COUNTS.into_iter().find(|m| coordinate(*m) == cell.variant);
        (cell.width * count.map_or(FEW * 4, |m| m)) as f64
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, y) = data(&trial.cell.variant);
        let plain = Design::new(xs.ncols(), 1, trial.cell.width, Activation::Erf);
        let mut network = trial.network(Design { doubled: true, ..plain })?;
        let mut drift = Drift::from(&network, &xs)?;
        flow(&mut network, &xs, &y, TOLERANCE * y.amax())?;
        Ok(Values::default().with("kernel", drift.record(0, &network)?.kernel))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let at =
            |variant: &str, width: usize| geometric_mean(&points.values(variant, width, "kernel"));
        let mut table = Table::new(["", "width n", "‖Θ̂ − Θ̂₀‖/‖Θ̂₀‖"]);
        for variant in SCALES.map(labels).into_iter().chain(COUNTS.map(coordinate)) {
            for width in points.widths(&variant) {
                table.row([variant.clone(), width.to_string(), with_error(at(&variant, width))]);
            }
        }
        let widths = |of: &dyn Fn(usize) -> (f64, String)| -> Vec<(f64, Measured)> {
            let each = (0..3).map(of);
            each.map(|(x, variant)| (x, critical(points, &variant))).collect()
        };
        let over_scales = widths(&|k| (JUDGED[k], labels(JUDGED[k])));
        let over_counts = widths(&|k| (COUNTS[k] as f64, coordinate(COUNTS[k])));
        let mut critical = Table::new(["", "width at which it is 5 %"]);
        for (k, (_, width)) in over_scales.iter().enumerate() {
            critical.row([labels(JUDGED[k]), with_error(*width)]);
        }
        for (k, (_, width)) in over_counts.iter().enumerate() {
            critical.row([coordinate(COUNTS[k]), with_error(*width)]);
        }
        let (quiet, loud) = (labels(SCALES[0]), labels(SCALES[4]));
        let estimate = |name: &str, measured, theory, why, common| Estimate {
            name: name.to_owned(),
            claim: "C39",
            measured,
            theory,
            why,
            common: Some(common),
            resolution: 0.0,
        };
        let estimates = vec![
            estimate(
                "n = m = 16: kernel’s movement at ±4 by that at ±1/4",
                at(&loud, FEW).over(at(&quiet, FEW)),
                Band::between(10.0, 256.0, "10 to 16²"),
                "∝ s² while both are lazy, and no less than ∝ s when the kernel itself grows like the \
                 targets",
                Band::around(1.0, 0.0, "1: n = m decides"),
            ),
            estimate(
                "the same, with the former at n = 16m",
                at(&loud, 16 * FEW).over(at(&quiet, FEW)),
                Band::between(4.0, 20.0, "16: s²/n"),
                "less if the kernel has moved beyond the linear regime, a little more if n = 16 is too few",
                Band::between(0.0, 1.0, "< 1: wider is lazier"),
            ),
            estimate(
                "m = 16: exponent of the critical width in s",
                slope(&over_scales),
                Band::around(2.0, 0.2, "2"),
                "at n = 36, where ±1/2 is critical, the next order in 1/n may be a quarter of the first: \
                 over a factor of four in s, 0.16",
                Band::around(0.0, 0.0, "0: it is m"),
            ),
            estimate(
                "x₁: exponent of the critical width in m",
                slope(&over_counts),
                Band::around(0.0, 0.15, "0"),
                "yᵀΘ⁻¹y comes to its limit from below: 16 points do not yet show all of x₁",
                Band::around(1.0, 0.0, "1: it is m"),
            ),
        ];
        Ok(Findings { estimates, tables: vec![table, critical], figure: figure(points) })
    }
}

/// Inputs of length one and targets; the same for all networks of a variant.
fn data(variant: &str) -> (DMatrix<f64>, DMatrix<f64>) {
    if let Some(count) = COUNTS.into_iter().find(|m| coordinate(*m) == variant) {
        let xs = unit_vectors(count, 4, 4);
        let y = DMatrix::from_fn(count, 1, |i, _| 2.0 * xs[(i, 0)]);
        return (xs, y);
    }
    let scale = SCALES.into_iter().find(|s| labels(*s) == variant).unwrap_or(1.0);
    let signs: DMatrix<f64> = normals(FEW, 1, 1.0, 4, 1);
    (unit_vectors(FEW, 20, 4), signs.map(|z| scale * z.signum()))
}

/// The width at which the kernel moves by CRITICAL: between the two widths around it by a power of n. NaN, if
/// it is not among them.
fn critical(points: &Points, variant: &str) -> Measured {
    let at =
        |width: usize| (width as f64, geometric_mean(&points.values(variant, width, "kernel")));
    let curve: Vec<(f64, Measured)> = points.widths(variant).into_iter().map(at).collect();
    let around =
        |pair: &&[(f64, Measured)]| pair[0].1.value >= CRITICAL && pair[1].1.value < CRITICAL;
    let Some([(n, above), (wider, below)]) = curve.windows(2).find(around) else {
        return Measured { value: f64::NAN, se: f64::NAN };
    };
    let fall = (above.value / below.value).ln();
    let part = (above.value / CRITICAL).ln() / fall;
    let value = n * (wider / n).powf(part);
    let errors = ((1.0 - part) * above.se / above.value).hypot(part * below.se / below.value);
    Measured { value, se: value * (wider / n).ln() * errors / fall }
}

fn figure(points: &Points) -> Figure {
    let dots = |scale: f64| -> Vec<(f64, f64, f64)> {
        let variant = labels(scale);
        let at = |width: usize| {
            let m = geometric_mean(&points.values(&variant, width, "kernel"));
            (width as f64, m.value, m.se)
        };
        points.widths(&variant).into_iter().map(at).collect()
    };
    let shown = [SCALES[0], SCALES[2], SCALES[4]];
    let curves = shown.map(dots);
    let all = || curves.iter().flatten();
    let (low, high) = (
        all().map(|dot| dot.1).fold(f64::INFINITY, f64::min),
        all().map(|dot| dot.1).fold(0.0, f64::max),
    );
    let mut series = vec![Series::new(
        Kind::Common,
        "n = m",
        vec![(FEW as f64, high, 0.0), (FEW as f64, low, 0.0)],
    )];
    for (scale, curve) in shown.into_iter().zip(curves) {
        let lazy: Vec<_> = curve.iter().copied().filter(|dot| dot.1 < 0.2).collect();
        let label = if scale == 0.25 { "theory: 1/n" } else { "" };
        series.push(Series::power(Kind::Theory, label, -1.0, &lazy));
        series.push(Series::new(Kind::Measured, format!("labels ±{scale}"), curve));
    }
    Figure {
        caption:
            "Nothing happens at n = m: with labels four times as large the kernel moves as far in \
                  networks sixteen times as wide."
                .to_owned(),
        x_label: "width n (m = 16 points)".to_owned(),
        y_label: "‖Θ̂ − Θ̂₀‖/‖Θ̂₀‖ by the end of training".to_owned(),
        log_x: true,
        log_y: true,
        series,
    }
}
