//! E01: what a small step of gradient descent does to the outputs, at any width.
//!
//! The kernel is ⟨∇f, ∇f⟩ and f moves at −Θ̂r: both are the chain rule, and hold for a narrow network in the
//! middle of its training as well as for a wide one at its start. So the first is compared with difference
//! quotients in all parameters, which know no gradient, and the second with steps that really are taken: its
//! relative error is that of a first-order expansion, ∝ η. With another kernel than the network's own of that
//! moment (that of the start, that of infinite width) an error remains, however small the step.
//!
//! What the kernel measures is influence, not likeness: a ReLU network without biases is 1-homogeneous in x,
//! so Θ̂(x, 2x) = 2Θ̂(x, x) at every width, and a step on 2x moves f(x) twice as far as the same step on x
//! itself.

use nalgebra::{DMatrix, DVector};

use super::d0::d0;
use super::sphere::unit_vectors;
use super::table::with_error;
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, mean,
};
use ntk::kernel::{Architecture, Erf};
use ntk_network::{Activation, Descent, Design, Network, Settings};

pub struct Gradient;

const SMOOTH: &str = "erf";
const KINKED: &str = "relu";
const WIDTH: usize = 64;
/// η of the steps that are looked at.
const RATES: [f64; 4] = [1e-2, 1e-3, 1e-4, 1e-5];
/// Each kernel that may predict the step.
const KERNELS: [&str; 3] = ["own kernel", "kernel at the start", "infinite width"];
/// Steps of training before the look.
const BEFORE: usize = 40;

impl Experiment for Gradient {
    fn about(&self) -> About {
        About {
            id: "E01",
            title: "What does one small step do to the outputs?",
            claims: &["C06", "C09", "C87"],
            setup: "two layers, width 64, D0 and 8 new points, looked at after 40 steps of training",
            seconds: 1.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let seeds = size.of(8, 32, 128);
        [SMOOTH, KINKED].iter().flat_map(|name| Cell::sweep(name, &[WIDTH], seeds)).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, y) = d0()?;
        let activation =
            if trial.cell.variant == SMOOTH { Activation::Erf } else { Activation::Relu };
        let design = Design::new(xs.ncols(), 1, trial.cell.width, activation);
        let mut network = trial.network(design)?;
        if trial.cell.variant == KINKED {
            return influence(&network, &xs);
        }
        let all = with_new_points(&xs);
        let at_start = network.tangents(&all)?.cross(&network.tangents(&xs)?);
        Descent::new(&mut network, &xs, &y, Settings::new(0.2))?.run(BEFORE)?;

        let tangents = network.tangents(&xs)?;
        let own = network.tangents(&all)?.cross(&tangents);
        let infinite = Architecture::new(1, Erf).ntk_cross(&all, &xs)?;
        let residual = network.outputs(&xs)? - &y;
        let before = network.outputs(&all)?;
        let mut values = Values::default().with("difference quotient", quotients(&network, &xs)?);
        let speed = (&own * &residual).norm();
        for (k, &rate) in RATES.iter().enumerate() {
            let mut moved = network.clone();
            Descent::new(&mut moved, &xs, &y, Settings::new(rate))?.step()?;
            let seen = (moved.outputs(&all)? - &before) / rate;
            for (name, kernel) in KERNELS.iter().zip([&own, &at_start, &infinite]) {
                let error = (&seen + kernel * &residual).norm() / speed;
                values = values.with(&format!("{name}[{k}]"), error);
            }
        }
        Ok(values)
    }

    fn cost(&self, cell: &Cell) -> f64 {
        if cell.variant == SMOOTH { 100.0 } else { 1.0 }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let digits: Vec<f64> =
            points.values(SMOOTH, WIDTH, "difference quotient").iter().map(|e| e.log10()).collect();
        let slopes = |name: &str| mean(&fitted(points, name));
        let estimates = vec![
            Estimate {
                name: "Θ̂ against difference quotients in every parameter: log₁₀ of the error"
                    .to_owned(),
                claim: "C06",
                measured: mean(&digits),
                theory: Band::between(-16.0, -8.0, "below −8"),
                why: "the same number but for rounding, 1e-16, over the quotients’ step, 1e-5",
                common: None,
                resolution: 2.0,
            },
            Estimate {
                name: "error of −Θ̂r, own kernel of the moment: exponent in η".to_owned(),
                claim: "C09",
                measured: slopes(KERNELS[0]),
                theory: Band::around(1.0, 0.01, "1: it vanishes with η"),
                why: "the next order, η of the first, moves the slope by less than a hundredth",
                common: None,
                resolution: 0.1,
            },
            Estimate {
                name: "the same with the kernel of infinite width: exponent in η".to_owned(),
                claim: "C09",
                measured: slopes(KERNELS[2]),
                theory: Band::around(0.0, 0.02, "0: an error remains"),
                why: "the largest step adds an error of order η to the one that remains",
                common: None,
                resolution: 0.1,
            },
            Estimate {
                name: "f(x) moved by a step on 2x / by a step on x".to_owned(),
                claim: "C87",
                measured: points.mean(KINKED, WIDTH, "influence"),
                theory: Band::around(2.0, 1e-4, "2: an influence"),
                why: "exact for an infinitesimal step; this one has η = 1e-6",
                common: Some(Band::around(1.0, 0.0, "1: the same direction, as similar")),
                resolution: 0.0,
            },
        ];
        let mut table = Table::new(["step η", KERNELS[0], KERNELS[1], KERNELS[2]]);
        for (k, rate) in RATES.iter().enumerate() {
            let at = |name: &str| with_error(error(points, name, k));
            let rate = super::table::number(*rate);
            table.row([rate, at(KERNELS[0]), at(KERNELS[1]), at(KERNELS[2])]);
        }
        Ok(Findings { estimates, tables: vec![table], figure: figure(points) })
    }
}

/// D0 and eight unit vectors that the network is not trained on.
fn with_new_points(xs: &DMatrix<f64>) -> DMatrix<f64> {
    let new = unit_vectors(8, xs.ncols(), 101);
    let m = xs.nrows();
    DMatrix::from_fn(2 * m, xs.ncols(), |i, k| if i < m { xs[(i, k)] } else { new[(i - m, k)] })
}

/// ‖Θ̂ − JJᵀ‖/‖Θ̂‖, with J from central difference quotients of the outputs in one parameter after another.
fn quotients(network: &Network<f64>, xs: &DMatrix<f64>) -> Result<f64, LabError> {
    const STEP: f64 = 1e-5;
    let mut parameters = network.parameters();
    let mut gram = DMatrix::zeros(xs.nrows(), xs.nrows());
    for p in 0..parameters.len() {
        let here = parameters[p];
        let mut at = |value: f64| -> Result<DMatrix<f64>, LabError> {
            parameters[p] = value;
            Ok(network.with_parameters(&parameters)?.outputs(xs)?)
        };
        let quotient = (at(here + STEP)? - at(here - STEP)?) / (2.0 * STEP);
        parameters[p] = here;
        gram += &quotient * quotient.transpose();
    }
    let ntk = network.tangents(xs)?.ntk();
    Ok((gram - &ntk).norm() / ntk.norm())
}

/// How far f(x) moves by a small step on 2x, over how far by one on x with the same residual.
fn influence(network: &Network<f64>, xs: &DMatrix<f64>) -> Result<Values, LabError> {
    let x = xs.rows(0, 1).into_owned();
    let moved = |on: &DMatrix<f64>| -> Result<f64, LabError> {
        let mut network = network.clone();
        let before = network.outputs(&x)?[(0, 0)];
        let target = network.outputs(on)?.add_scalar(1.0);
        Descent::new(&mut network, on, &target, Settings::new(1e-6))?.step()?;
        Ok(network.outputs(&x)?[(0, 0)] - before)
    };
    Ok(Values::default().with("influence", moved(&(&x * 2.0))? / moved(&x)?))
}

/// The exponent in η of each network alone.
fn fitted(points: &Points, name: &str) -> Vec<f64> {
    let errors: Vec<Vec<f64>> =
        (0..RATES.len()).map(|k| points.values(SMOOTH, WIDTH, &format!("{name}[{k}]"))).collect();
    let x = DVector::from_iterator(RATES.len(), RATES.iter().map(|rate| rate.ln()));
    let x = x.add_scalar(-x.mean());
    let networks = errors.iter().map(Vec::len).min().unwrap_or(0);
    let slope = |i: usize| {
        let y = DVector::from_iterator(RATES.len(), errors.iter().map(|at| at[i].ln()));
        x.dot(&y) / x.norm_squared()
    };
    (0..networks).map(slope).collect()
}

fn error(points: &Points, name: &str, k: usize) -> Measured {
    points.mean(SMOOTH, WIDTH, &format!("{name}[{k}]"))
}

fn figure(points: &Points) -> Figure {
    let dots = |name: &str| -> Vec<(f64, f64, f64)> {
        (0..RATES.len())
            .rev()
            .map(|k| (RATES[k], error(points, name, k)))
            .map(|(rate, m)| (rate, m.value, m.se))
            .collect()
    };
    let own = dots(KERNELS[0]);
    Figure {
        caption: "At width 64, in the middle of training, the network’s own kernel of the moment \
                  predicts each step up to an error that vanishes with the step; no other kernel does."
            .to_owned(),
        x_label: "step η".to_owned(),
        y_label: "relative error of the predicted speed −Θr".to_owned(),
        log_x: true,
        log_y: true,
        series: vec![
            Series::power(Kind::Theory, "theory: ∝ η", 1.0, &own),
            Series::new(Kind::Common, "Θ of infinite width", dots(KERNELS[2])),
            Series::new(Kind::Common, "Θ̂ at the start", dots(KERNELS[1])),
            Series::new(Kind::Measured, "own Θ̂", own),
        ],
    }
}
