//! X5: a ReLU network learns one sample, and its kernel obeys a law with nothing left to fit.
//!
//! f = N^{−1/2} Σ aᵢ σ(wᵢ·x) over N hidden units, |x| = 1, f₀ = 0, gradient flow to the label y. A unit is a
//! point (z, a), z = w·x. While its gate is open (z > 0) it turns hyperbolically, for ż = −r a/√N and
//! ȧ = −r z/√N: with ds = −r dt/√N,
//!
//! ```text
//! z(s) = z cosh s + a sinh s,   a(s) = a cosh s + z sinh s.
//! ```
//!
//! It closes where z(s) = 0 and then rests: without a gate, no gradient. None opens. The start is round, so
//! for y > 0 the closed ones are the sector of angle β = atan(tanh s) beside a < 0, z = 0, and with
//! E(a² + z²) = 2 the mean over all others is
//!
//! ```text
//! Θ(s) = (1 − β/π) cosh 2s + sinh² s tanh 2s / π,
//! F(s) = (1 − β/π) sinh 2s / 2 + sinh² s / 2π = y/√N,        F′ = Θ,
//! ```
//!
//! the second being f/√N, from which s follows. So E ΔΘ̂(x, x) = Θ(s) − 1 is a function of η = |y|/√N alone,
//! −η/π + (2 − 1/2π²) η² + …: gates that close make it fall as N^{−1/2}, before what stays open makes it rise.
//!
//! What fluctuates about this adds nothing to the first term, whose coefficient is −(1 − 2^{−n})/π at every
//! width n = N/2 (under the weight |a|³ the units beside the gate make Θ̂₀ a χ² whose inverse has this mean),
//! and to the second 2η² (E 1/Θ̂₀ − 1) = 12 η²/N, since Var Θ̂₀ = 3/n for a doubled network.
//!
//! With an input x* at the angle θ the closing gates are shared in half of the cases, and gates of x*
//! itself flip both ways alike: √N E ΔΘ̂(x, x*) → −|y| cos θ/2π, but N E ΔΘ̂(x*, x*) → C(θ) y²,
//! C = (1 + cos² θ)(1 − θ/π) + (26 sin θ cos θ − 3 cot θ)/8π, from the same turn to second order.
//!
//! Networks are doubled, so that f₀ = 0: two halves of width n, one unit of each pair with −a. N = 2n enters.

use std::f64::consts::PI;

use nalgebra::DMatrix;

use super::statistics::line;
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values,
};
use ntk::dynamics::OneSample;
use ntk_network::{Activation, Descent, Design, Settings};

pub struct OneSampleLaw;

/// Variants, with their labels.
const ONE: &str = "y = 1";
const LABELS: [(&str, f64); 3] = [(ONE, 1.0), ("y = −1", -1.0), ("y = 4", 4.0)];
/// Widths of one half, at which y = 1 is learnt.
const WIDTHS: [usize; 7] = [128, 256, 512, 1024, 2048, 4096, 8192];
/// And those for the other labels.
const OTHERS: [(&str, usize); 3] = [("y = −1", 512), ("y = 4", 128), ("y = 4", 512)];
/// Units of a half, over all networks of a cell.
const UNITS: usize = 16_384;
/// A step multiplies z ± a by 1 ± δ where the flow has e^±δ: it takes δ² from a² + z², in all
/// η² RATE/(2 − RATE).
const RATE: f64 = 0.1;
/// Residual at the end, in units of y.
const TOLERANCE: f64 = 1e-3;
/// The kernel's entries: of the sample, between it and a fresh input, of the fresh one.
const ENTRIES: [&str; 3] = ["x, x", "x, x*", "x*, x*"];
/// Between the sample and the fresh input.
const ANGLE: f64 = PI / 3.0;

impl Experiment for OneSampleLaw {
    fn about(&self) -> About {
        About {
            id: "X5",
            title: "How does the kernel move while a ReLU network learns one sample?",
            claims: &["C112", "C113"],
            setup: "two layers, ReLU, f₀ = 0, one unit input, small steps to a residual of 1e-3; \
                    a second input at 60°",
            seconds: 16.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let seeds = size.of(32, 160, 640);
        let others = OTHERS.iter().flat_map(|(name, width)| Cell::sweep(name, &[*width], seeds));
        Cell::sweep(ONE, &WIDTHS, seeds).into_iter().chain(others).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let design = Design::new(2, 1, trial.cell.width, Activation::Relu);
        let design = Design { doubled: true, ..design };
        let y = label(&trial.cell.variant);
        let (x, both) = inputs();
        let target = DMatrix::from_element(1, 1, y);
        // Many small networks to a cell: a cell is what is kept and shared out.
        let networks = UNITS / trial.cell.width;
        let mut sum = DMatrix::zeros(2, 2);
        for k in 0..networks as u64 {
            let seed = trial.seed.wrapping_add(k.wrapping_mul(0x9e37_79b9_7f4a_7c15));
            let mut network = Trial { seed, ..*trial }.network(design.clone())?;
            let start = network.tangents(&both)?.ntk();
            let mut descent = Descent::new(&mut network, &x, &target, Settings::new(RATE))?;
            descent.run_until(TOLERANCE * y.abs(), 1_000)?;
            sum += network.tangents(&both)?.ntk() - start;
        }
        let mean = sum / networks as f64;
        let entries = ENTRIES.into_iter().zip([mean[(0, 0)], mean[(0, 1)], mean[(1, 1)]]);
        Ok(entries.fold(Values::default(), |values, (name, value)| values.with(name, value)))
    }

    /// Every cell costs the same: all have equally many units.
    fn cost(&self, _: &Cell) -> f64 {
        1.0
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let mut table =
            Table::new(["N, y = 1", "√N ΔΘ̂(x, x)", "theory", "√N ΔΘ̂(x, x*)", "√N ΔΘ̂(x*, x*)"]);
        let mut estimates = Vec::new();
        for width in WIDTHS {
            let [own, cross, fresh] = ENTRIES.map(|entry| drift(points, ONE, width, entry));
            let (theory, _) = predicted(width, 1.0);
            table.row([
                (2 * width).to_string(),
                with_error(own),
                number(theory),
                with_error(cross),
                with_error(fresh),
            ]);
            estimates.push(own_entry(points, ONE, width));
        }
        estimates.extend(OTHERS.map(|(variant, width)| own_entry(points, variant, width)));
        estimates.extend(limits(points));
        Ok(Findings { estimates, tables: vec![table], figure: figure(points) })
    }
}

/// √N ΔΘ̂ at the sample, beside the law.
fn own_entry(points: &Points, variant: &str, width: usize) -> Estimate {
    let y = label(variant);
    let (theory, slack) = predicted(width, y);
    let narrowest = predicted(WIDTHS[0], y).0;
    // A drift ∝ 1/N halves √N ΔΘ̂ where N is four times as large.
    let inverse = narrowest * (WIDTHS[0] as f64 / width as f64).sqrt();
    Estimate {
        name: format!("{variant}, N = {}: √N ΔΘ̂(x, x)", 2 * width),
        claim: "C112",
        measured: drift(points, variant, width, ENTRIES[0]),
        theory: Band::around(theory, slack, number(theory)),
        why: WHY,
        common: (variant == ONE && width > WIDTHS[0])
            .then(|| Band::around(inverse, 0.0, format!("{}, ∝ 1/N", number(inverse)))),
        resolution: 0.1 * y.abs(),
    }
}

const WHY: &str = "a residual of 1e-3, and a quarter of the two corrections to the law, for steps of 0.1 and \
                   for what fluctuates: their next orders";

/// √N times the law at this width, and what it leaves open.
fn predicted(width: usize, y: f64) -> (f64, f64) {
    let units = 2.0 * width as f64;
    let eta = y.abs() / units.sqrt();
    let fluctuation = 12.0 * eta * eta / units;
    let steps = RATE / (2.0 - RATE) * eta * eta;
    let slack = (fluctuation + steps) / 4.0 + TOLERANCE * eta;
    (units.sqrt() * (OneSample::learnt(eta).drift() + fluctuation - steps), units.sqrt() * slack)
}

/// Where √N ΔΘ̂ goes as N → ∞: the height of a line in 1/√N.
fn limits(points: &Points) -> Vec<Estimate> {
    let (cosine, sine) = (ANGLE.cos(), ANGLE.sin());
    let fresh = (1.0 + cosine * cosine) * (1.0 - ANGLE / PI)
        + (26.0 * sine * cosine - 3.0 * cosine / sine) / (8.0 * PI);
    let [own, cross, others] = ENTRIES.map(|entry| line(&curve(points, entry)));
    let everywhere = || Some(Band::around(-1.0 / PI, 0.0, "−1/π, as at the sample"));
    let height = |name: &str, claim, measured, theory, common| Estimate {
        name: format!("{name}, N → ∞"),
        claim,
        measured,
        theory,
        why: "a line in 1/√N is fitted; the next powers bend it by so much from N = 256 on",
        common,
        resolution: 0.1,
    };
    vec![
        height(
            "√N ΔΘ̂(x, x)",
            "C112",
            own.0,
            Band::around(-1.0 / PI, 0.006, "−1/π"),
            Some(Band::around(0.0, 0.0, "0, ∝ 1/N")),
        ),
        height(
            "√N ΔΘ̂(x, x*)",
            "C113",
            cross.0,
            Band::around(-cosine / (2.0 * PI), 0.003, "−1/4π"),
            everywhere(),
        ),
        height("√N ΔΘ̂(x*, x*)", "C113", others.0, Band::around(0.0, 0.003, "0"), everywhere()),
        height(
            "N ΔΘ̂(x*, x*)",
            "C113",
            others.1,
            Band::around(fresh, 0.08, number(fresh)),
            Some(Band::around(0.0, 0.0, "0: it stays")),
        ),
    ]
}

/// √N ΔΘ̂ over the networks.
fn drift(points: &Points, variant: &str, width: usize, entry: &str) -> Measured {
    points.mean(variant, width, entry).times((2.0 * width as f64).sqrt())
}

/// For y = 1, against N.
fn curve(points: &Points, entry: &str) -> Vec<(f64, Measured)> {
    let at = |width: usize| (2.0 * width as f64, drift(points, ONE, width, entry));
    WIDTHS.into_iter().map(at).collect()
}

fn label(variant: &str) -> f64 {
    LABELS.iter().find(|(name, _)| *name == variant).map_or(1.0, |(_, y)| *y)
}

/// The sample, and the sample with the fresh input.
fn inputs() -> (DMatrix<f64>, DMatrix<f64>) {
    let both = DMatrix::from_row_slice(2, 2, &[1.0, 0.0, ANGLE.cos(), ANGLE.sin()]);
    (both.rows(0, 1).into_owned(), both)
}

fn figure(points: &Points) -> Figure {
    let dots = |entry| -> Vec<(f64, f64, f64)> {
        curve(points, entry).into_iter().map(|(n, m)| (n, m.value, m.se)).collect()
    };
    let ends = [2.0 * WIDTHS[0] as f64, 2.0 * WIDTHS[6] as f64];
    let level = |height: f64| ends.map(|n| (n, height, 0.0)).to_vec();
    let smooth = |of: &dyn Fn(f64) -> f64| -> Vec<(f64, f64, f64)> {
        (0..=48)
            .map(|k| ends[0] * (ends[1] / ends[0]).powf(f64::from(k) / 48.0))
            .map(|n| (n, of(n), 0.0))
            .collect()
    };
    let whole = smooth(&|units| predicted((units / 2.0) as usize, 1.0).0);
    let start = whole[0].1;
    let inverse = smooth(&|units| start * (ends[0] / units).sqrt());
    Figure {
        caption: "The kernel entry of the one sample that a ReLU network learns falls like one over the \
                  root of the number of units, along the law and towards −1/π; the entry of a fresh \
                  input moves like 1/N."
            .to_owned(),
        x_label: "hidden units N".to_owned(),
        y_label: "√N E ΔΘ̂, y = 1".to_owned(),
        log_x: true,
        log_y: false,
        series: vec![
            Series::new(Kind::Theory, "the law", whole),
            Series::new(Kind::Theory, "its limit −1/π", level(-1.0 / PI)),
            Series::new(Kind::Common, "∝ 1/N", inverse),
            Series::new(Kind::Measured, "ΔΘ̂(x, x)", dots(ENTRIES[0])),
            Series::new(Kind::Measured, "ΔΘ̂(x, x*)", dots(ENTRIES[1])),
            Series::new(Kind::Measured, "ΔΘ̂(x*, x*)", dots(ENTRIES[2])),
        ],
    }
}
