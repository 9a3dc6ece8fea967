//! E16: what weight decay does. Towards θ₀ it ends in kernel ridge regression. Towards zero it does not:
//! the weights shrink, with them the kernel, as e^{−2(H−1)λt}, and what was learnt is forgotten.
//!
//! Each network is compared with three predictions from its own Θ̂₀ and f₀ (so that the fluctuation of the
//! first kernel, which is E08's subject, does not blur the comparison): the law of
//! [`DecayToZero`](ntk::dynamics::DecayToZero), kernel ridge regression, and the equation usually
//! written, ḟ = −Θ(f − y) − λf. Errors are of the difference, network by network.
//!
//! At finite width forgetting is complete only if the decay is strong enough: see `e16_survivors.rs`.

use nalgebra::{DMatrix, DVector};

use super::d0::d0;
use super::e16_survivors;
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, mean,
};
use ntk::dynamics::{DecayToZero, Learner, Spectrum, Training};
use ntk_network::{Activation, Decay, Descent, Design, Network, Settings};

pub struct WeightDecay;

const DECAY: f64 = 0.3;
const RATE: f64 = 0.02;
/// When each network is looked at,
const TIMES: [f64; 9] = [0.2, 0.6, 1.0, 2.0, 3.0, 4.5, 6.0, 8.0, END];
const END: f64 = 10.0;
/// and of these, when it is judged.
const JUDGED: [f64; 3] = [1.0, 3.0, 10.0];
const TWO: &str = "to zero, H = 2";
const THREE: &str = "to zero, H = 3";
const INIT: &str = "to θ₀, H = 2";

impl Experiment for WeightDecay {
    fn about(&self) -> About {
        About {
            id: "E16",
            title: "Is weight decay kernel ridge regression?",
            claims: &["C62", "C63", "C64", "C91"],
            setup: "ReLU, D0, λ = 0.3, two and three layers of weights, full-batch descent to t = 10",
            seconds: 24.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (two, three, seeds) = size.of((2048, 512, 6), (4096, 1024, 10), (16384, 2048, 20));
        let sweeps = [(TWO, two), (INIT, two), (THREE, three)].into_iter();
        let ours = sweeps.flat_map(|(name, width)| Cell::sweep(name, &[width], seeds));
        ours.chain(e16_survivors::cells(seeds)).collect()
    }

    fn cost(&self, cell: &Cell) -> f64 {
        let n = cell.width as f64;
        match cell.variant.as_str() {
            THREE => n * n,
            TWO | INIT => 20.0 * n,
            _ => 200.0 * n,
        }
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, y) = d0()?;
        let depth = if trial.cell.variant == THREE { 2 } else { 1 };
        let network = trial.network(Design::new(10, depth, trial.cell.width, Activation::Relu))?;
        if let Some(multiple) = e16_survivors::multiple(trial.cell) {
            return e16_survivors::measure(network, &xs, &y, multiple);
        }
        let towards = if trial.cell.variant == INIT { Decay::ToInit } else { Decay::ToZero };
        against_predictions(network, &xs, &y, towards(DECAY))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let mut estimates = Vec::new();
        let mut table =
            Table::new(["", "t", "f·y/‖y‖²", "its law", "usually written", "tr Θ̂ / tr Θ̂₀"]);
        for (name, layers) in [(TWO, 2), (THREE, 3), (INIT, 2)] {
            for time in JUDGED {
                let width = points.widths(name).first().copied().unwrap_or(0);
                let at = |key: &str| points.mean(name, width, &format!("{key}({time})"));
                let mut row = vec![name.to_owned(), format!("{time}")];
                row.extend(["f", "law", "common", "trace"].map(|key| with_error(at(key))));
                table.row(row);
                // (1 − ηλ) a step, for each factor of the kernel that shrinks.
                let shrinking = if name == INIT { 0 } else { 2 * (layers - 1) };
                let steps = (time / RATE).round();
                let ratio = (1.0 - RATE * DECAY).powf(f64::from(shrinking) * steps);
                estimates.push(learnt(name, time, at("law"), at("error"), at("common").value));
                estimates.push(kernel_left(name, time, at("trace"), ratio, width as f64));
            }
        }
        estimates.extend(e16_survivors::judge(points));
        Ok(Findings { estimates, tables: vec![table], figure: figure(points) })
    }
}

fn claim(name: &str) -> &'static str {
    if name == INIT { "C63" } else { "C64" }
}

/// f·y/‖y‖²: the mean of the law and what the networks differ from it by, one by one.
fn learnt(name: &str, time: f64, law: Measured, error: Measured, common: f64) -> Estimate {
    // At t = 1 the two laws have not parted far.
    let apart = name != INIT && time > 1.0;
    Estimate {
        name: format!("{name}, t = {time}: f·y/‖y‖²"),
        claim: match name {
            // Where it ends is a claim of its own.
            TWO if time == END => "C62",
            INIT if time == END => "C91",
            _ => claim(name),
        },
        measured: Measured { value: law.value + error.value, se: error.se },
        theory: Band::around(law.value, 0.01, number(law.value)),
        why: "the tangent features move by O(n^−1/2): allowed 0.01",
        common: apart.then(|| Band::around(common, 0.0, format!("{} ridge", number(common)))),
        resolution: 0.05,
    }
}

/// tr Θ̂/tr Θ̂₀.
fn kernel_left(name: &str, time: f64, trace: Measured, ratio: f64, width: f64) -> Estimate {
    Estimate {
        name: format!("{name}, t = {time}: tr Θ̂/tr Θ̂₀"),
        claim: claim(name),
        measured: trace,
        theory: Band::around(ratio, 0.02 * ratio + 1.0 / width, number(ratio)),
        why: "what was learnt adds about ‖θ − θ₀‖²/n, and gates that flip a little: 1/n + 2 %",
        common: (name != INIT).then(|| Band::around(1.0, 0.0, "1: it stands still")),
        resolution: 0.1,
    }
}

/// Trains to each of the times, and compares.
fn against_predictions(
    mut network: Network<f64>,
    xs: &DMatrix<f64>,
    y: &DMatrix<f64>,
    decay: Decay,
) -> Result<Values, LabError> {
    let layers = u32::try_from(network.design().depth + 1).unwrap_or(u32::MAX);
    let targets = DVector::from_column_slice(y.as_slice());
    let (ntk, f0) = (network.tangents(xs)?.ntk(), network.outputs(xs)?);
    let spectrum = Spectrum::of(&ntk)?;
    let f0 = DVector::from_column_slice(f0.as_slice());
    let learner = Learner::new(&spectrum, &f0, &targets)?;
    let share = |f: &DVector<f64>| f.dot(&targets) / targets.norm_squared();

    let settings = Settings { decay, ..Settings::new(RATE) };
    let mut values = Values::default();
    let mut taken = 0;
    let mut descent = Descent::new(&mut network, xs, y, settings)?;
    for time in TIMES {
        let steps = (time / RATE).round() as usize;
        descent.run(steps - taken)?;
        let f = share(&DVector::from_column_slice(descent.outputs().as_slice()));
        taken = steps;
        let law = match decay {
            Decay::ToInit(decay) => learner.at_train(Training::DecayToInit { decay, time })?,
            _ => learner.decayed_at_train(DecayToZero {
                weight_layers: layers,
                decay: DECAY,
                time,
            })?,
        };
        let law = share(&law);
        let common = share(&usually_written(&spectrum, &f0, &targets, time));
        let trace = descent.network().tangents(xs)?.ntk().trace() / ntk.trace();
        for (key, value) in
            [("f", f), ("law", law), ("common", common), ("error", f - law), ("trace", trace)]
        {
            values = values.with(&format!("{key}({time})"), value);
        }
    }
    Ok(values)
}

/// ḟ = −Θ(f − y) − λf at a time, mode by mode.
fn usually_written(
    spectrum: &Spectrum,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    time: f64,
) -> DVector<f64> {
    let u = spectrum.eigenvectors();
    let (mut f, y) = (u.tr_mul(f0), u.tr_mul(y));
    for (k, &mode) in spectrum.eigenvalues().iter().enumerate() {
        let rest = mode / (mode + DECAY) * y[k];
        f[k] = rest + (f[k] - rest) * (-(mode + DECAY) * time).exp();
    }
    u * f
}

fn figure(points: &Points) -> Figure {
    let width = points.widths(TWO).first().copied().unwrap_or(0);
    let along = |key: &str| -> Vec<(f64, f64, f64)> {
        let at = |time: f64| (time, mean(&points.values(TWO, width, &format!("{key}({time})"))));
        TIMES.iter().map(|&time| at(time)).map(|(t, m)| (t, m.value, m.se)).collect()
    };
    let without_errors =
        |key| along(key).into_iter().map(|(t, value, _)| (t, value, 0.0)).collect();
    Figure {
        caption:
            "With weight decay towards zero a wide network forgets what it has learnt; it does \
                  not rest at kernel ridge regression."
                .to_owned(),
        x_label: "time t".to_owned(),
        y_label: "share of the labels, f·y/‖y‖²".to_owned(),
        log_x: false,
        log_y: false,
        series: vec![
            Series::new(Kind::Theory, "theory", without_errors("law")),
            Series::new(Kind::Common, "written: ridge", without_errors("common")),
            Series::new(Kind::Measured, "measured", along("f")),
        ],
    }
}
