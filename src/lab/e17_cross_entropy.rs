//! E17: cross-entropy in place of squared error, on D0 with labels 0 and 1.
//!
//! ḟ = −Θ̂(p − y) holds at every width. It is no linear equation: networks follow the nonlinear flow and
//! not the matrix exponential of its linearisation at p = 1/2, whose outputs cannot pass ±2. With hard
//! labels there is no limit: margins grow like ln t, and the kernel moves with them.
//!
//! Of the three matrices, DΘ drives the probabilities, ṗ = −DΘ(p − y), with D = diag p(1 − p), and is not
//! symmetric; D^½ΘD^½ is, with the same spectrum; the Gauss–Newton matrix JᵀDJ is P×P and shares their
//! non-zero eigenvalues. So a spectrum cannot tell them apart, but the asymmetry ‖DΘ − (DΘ)ᵀ‖/‖DΘ‖ can. At
//! first it is small, since p(1 − p) ≈ (1 − f²/4)/4 varies little: its mean follows from f₀ ~ N(0, K).

use nalgebra::{DMatrix, DVector};

use super::d0::d0;
use super::table::with_error;
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Points, Series,
    Size, Table, Trial, Values, along, slope,
};
use ntk::dynamics::{CrossEntropyFlow, probabilities, probability_operator, weighted_kernel};
use ntk::kernel::{Architecture, Relu};
use ntk_network::{Activation, Decay, Descent, Design, Drift, Loss, Network, Settings, normals};

pub struct CrossEntropy;

const STEP: &str = "one step";
const LONG: &str = "trained";
const STEP_WIDTH: usize = 512;
/// Narrow, since JᵀDJ is P×P.
const SMALL: &str = "spectrum";
const SMALL_WIDTH: usize = 8;
/// Times at which training is looked at.
const TIMES: [f64; 4] = [10.0, 32.0, 100.0, 1000.0];
/// The width whose training is judged.
const JUDGED: usize = 1024;

impl Experiment for CrossEntropy {
    fn about(&self) -> About {
        About {
            id: "E17",
            title: "What changes with cross-entropy?",
            claims: &["C70", "C72", "C73", "C95", "C101"],
            setup: "two layers, ReLU, D0 with labels 0 and 1; one small step, and training to t = 1000",
            seconds: 4.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (to, seeds, steps) = size.of((10, 8, 200), (12, 10, 1000), (12, 40, 4000));
        let widths: Vec<usize> = (8..=to).step_by(2).map(|k| 1 << k).collect();
        let mut cells = Cell::sweep(LONG, &widths, seeds);
        cells.extend(Cell::sweep(STEP, &[STEP_WIDTH], steps));
        cells.extend(Cell::sweep(SMALL, &[SMALL_WIDTH], 20));
        cells
    }

    fn cost(&self, cell: &Cell) -> f64 {
        cell.width as f64 * if cell.variant == LONG { 1000.0 } else { 1.0 }
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, labels) = d0()?;
        let y = labels.map(|label| (1.0 + label) / 2.0);
        let design = Design::new(xs.ncols(), 1, trial.cell.width, Activation::Relu);
        match trial.cell.variant.as_str() {
            STEP => one_step(trial.network(design)?, &xs, &y),
            SMALL => spectrum(&trial.network(design)?, &xs),
            _ => trained(trial.network(Design { doubled: true, ..design })?, &xs, &y),
        }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let mut table = Table::new(["width", "t", "smallest margin", "‖ΔΘ̂‖/‖Θ̂₀‖"]);
        for width in points.widths(LONG) {
            for (k, time) in TIMES.into_iter().enumerate() {
                let at = |name| with_error(points.mean(LONG, width, &format!("{name}[{k}]")));
                table.row([width.to_string(), time.to_string(), at("margin"), at("drift")]);
            }
        }
        let expected = expected_asymmetry()?;
        let step = |name| points.mean(STEP, STEP_WIDTH, name);
        let late = |name| points.mean(LONG, JUDGED, name);
        let last: Vec<_> = points
            .widths(LONG)
            .into_iter()
            .map(|width| (width as f64, points.mean(LONG, width, "drift[3]")))
            .collect();
        let estimate = |name: &str, claim, measured, theory, why, common| Estimate {
            name: name.to_owned(),
            claim,
            measured,
            theory,
            why,
            common,
            resolution: 0.2,
        };
        let zero = |says: &str| Some(Band::around(0.0, 0.0, says));
        let estimates = vec![
            estimate(
                "one step: ḟ off −Θ̂(p − y), relative",
                "C70",
                step("f"),
                Band::around(0.0, 1e-3, "0"),
                "exact but for the step, 1e-5, and a gate that it may pass",
                None,
            ),
            estimate(
                "one step: ṗ from D^½ΘD^½ (0) to DΘ (1)",
                "C72",
                step("p"),
                Band::around(1.0, 1e-2, "1"),
                "exact but for the step, whose error is divided by the gap of the two",
                zero("0: the symmetric kernel"),
            ),
            estimate(
                "asymmetry of DΘ̂, relative",
                "C72",
                step("asymmetry"),
                Band::around(expected, 0.006, format!("{expected:.4}")),
                "at width 512 Θ̂ is off by 4 % and f₀ not quite normal, which may add a tenth",
                zero("0: a Gauss–Newton matrix"),
            ),
            estimate(
                "eigenvalues of JᵀDJ off those of D^½ΘD^½, relative",
                "C95",
                points.mean(SMALL, SMALL_WIDTH, "apart"),
                Band::around(0.0, 1e-9, "0"),
                "exact; the interval is rounding",
                None,
            ),
            estimate(
                "size of JᵀDJ over that of JJᵀ",
                "C95",
                points.mean(SMALL, SMALL_WIDTH, "size"),
                Band::around(11.0, 1e-9, "P/m = 11"),
                "a count",
                Some(Band::around(1.0, 0.0, "1: the same matrix")),
            ),
            estimate(
                "f at t = 10, from the flow (0) to a matrix exponential (1)",
                "C101",
                late("exponential"),
                Band::around(0.0, 0.1, "0"),
                "the kernel of width 1024 has moved by a few percent",
                Some(Band::around(1.0, 0.0, "1: linear")),
            ),
            estimate(
                "growth of the smallest margin in ln t, t = 100 to 1000",
                "C73",
                late("growth"),
                Band::around(1.0, 0.25, "1"),
                "asymptotic, the other margins still settle; and the kernel grows by a quarter",
                zero("0: a limit, as with squared loss"),
            ),
            estimate(
                "drift at t = 1000 over drift at t = 10",
                "C73",
                late("grown"),
                Band::between(3.0, 100.0, "grows at least as ln t, by 3"),
                "ln 1000/ln 10 = 3; how much faster depends on the width, but not by t itself",
                Some(Band::around(1.0, 0.0, "1: stays constant")),
            ),
            estimate(
                "slope of the drift at t = 1000 in n",
                "C73",
                slope(&last),
                Band::between(-1.25, -0.5, "−1 to −1/2"),
                "ReLU kernels drift by n^−1/2 to n^−1; narrow ones are no longer lazy",
                zero("0: no less lazy when narrow"),
            ),
        ];
        Ok(Findings { estimates, tables: vec![table], figure: figure(points) })
    }
}

/// Changes per unit of time in one short step, against both operators.
fn one_step(
    mut network: Network<f64>,
    xs: &DMatrix<f64>,
    y: &DMatrix<f64>,
) -> Result<Values, LabError> {
    let rate = 1e-6;
    let (theta, f) = (network.tangents(xs)?.ntk(), network.outputs(xs)?);
    Descent::new(&mut network, xs, y, settings(rate))?.step()?;
    let after = network.outputs(xs)?;
    let p = probabilities(&f);
    let residuals = &p - y;
    let f_dot = (&after - &f) / rate;
    let p_dot = (probabilities(&after) - &p) / rate;
    let says = -(&theta * &residuals);
    let vector = DVector::from_column_slice(p.as_slice());
    let operator = probability_operator(&theta, &vector)?;
    let symmetric = weighted_kernel(&theta, &vector)?;
    let (to, from) = (-(&operator * &residuals), -(&symmetric * &residuals));
    Ok(Values::default()
        .with("f", (f_dot - &says).norm() / says.norm())
        .with("p", along(&p_dot, &from, &to))
        .with("asymmetry", asymmetry(&operator)))
}

fn asymmetry(operator: &DMatrix<f64>) -> f64 {
    (operator - operator.transpose()).norm() / operator.norm()
}

/// The mean of DΘ's asymmetry at infinite width, where f₀ ~ N(0, K), from many draws of f₀.
fn expected_asymmetry() -> Result<f64, LabError> {
    const DRAWS: usize = 20_000;
    let (xs, _) = d0()?;
    let limit = Architecture::new(1, Relu);
    let (theta, k) = (limit.ntk_gram(&xs)?, limit.nngp_gram(&xs)?);
    let broken = || LabError::Told("the kernel of D0 is not positive definite".to_owned());
    let root = k.cholesky().ok_or_else(broken)?.l();
    let outputs = root * normals::<f64>(xs.nrows(), DRAWS, 1.0, 17, 0);
    let mut sum = 0.0;
    for f in outputs.column_iter() {
        let p = f.map(|f| 1.0 / (1.0 + (-f).exp()));
        sum += asymmetry(&probability_operator(&theta, &p)?);
    }
    Ok(sum / DRAWS as f64)
}

/// The Gauss–Newton matrix beside the kernel of samples.
fn spectrum(network: &Network<f64>, xs: &DMatrix<f64>) -> Result<Values, LabError> {
    let j = network.jacobian(xs)?;
    let p = probabilities(&network.outputs(xs)?);
    let vector = DVector::from_column_slice(p.as_slice());
    let d = DMatrix::from_diagonal(&vector.map(|p| p * (1.0 - p)));
    let gauss_newton = sorted(&(j.transpose() * d * &j));
    let kernel = sorted(&weighted_kernel(&(&j * j.transpose()), &vector)?);
    let apart = gauss_newton.iter().zip(&kernel).map(|(a, b)| (a - b).abs());
    Ok(Values::default()
        .with("apart", apart.fold(0.0, f64::max) / kernel[0])
        .with("size", gauss_newton.len() as f64 / kernel.len() as f64))
}

/// Eigenvalues, the largest first.
fn sorted(matrix: &DMatrix<f64>) -> Vec<f64> {
    let mut spectrum = matrix.symmetric_eigenvalues().as_slice().to_vec();
    spectrum.sort_by(|a, b| b.total_cmp(a));
    spectrum
}

fn trained(
    mut network: Network<f64>,
    xs: &DMatrix<f64>,
    y: &DMatrix<f64>,
) -> Result<Values, LabError> {
    let theta = network.tangents(xs)?.ntk();
    let zero = DMatrix::zeros(y.nrows(), 1);
    let flow = CrossEntropyFlow::new(&theta, &zero, y)?.at(&[TIMES[0]])?[0].train.clone();
    // ḟ = −Θ(1/2 + f/4 − y): f = 4(1 − e^{−Θt/4})(y − 1/2).
    let eigen = theta.symmetric_eigen();
    let learnt = eigen.eigenvalues.map(|lambda| 1.0 - (-lambda * TIMES[0] / 4.0).exp());
    let signs = y.map(|y| 2.0 * y - 1.0);
    let (turned, back) = (eigen.eigenvectors.transpose() * &signs, &eigen.eigenvectors);
    let linear = back * DMatrix::from_diagonal(&learnt) * turned * 2.0;

    let mut drift = Drift::from(&network, xs)?;
    let (mut margins, mut drifts) = (Vec::new(), Vec::new());
    let (mut exponential, mut now) = (f64::NAN, 0.0);
    for time in TIMES {
        // Short steps at first, where the flow is compared.
        let rate = if now == 0.0 { 0.1 } else { 1.0 };
        let steps = ((time - now) / rate).round() as usize;
        Descent::new(&mut network, xs, y, settings(rate))?.run(steps)?;
        let f = network.outputs(xs)?;
        if now == 0.0 {
            exponential = along(&f, &flow, &linear);
        }
        now = time;
        margins.push(f.component_mul(&signs).min());
        drifts.push(drift.record(steps, &network)?.kernel);
    }
    Ok(Values::default()
        .with("exponential", exponential)
        .with("growth", (margins[3] - margins[2]) / (TIMES[3] / TIMES[2]).ln())
        .with("grown", drifts[3] / drifts[0])
        .with_all("margin", margins)
        .with_all("drift", drifts))
}

fn settings(learning_rate: f64) -> Settings {
    Settings { learning_rate, loss: Loss::CrossEntropy, decay: Decay::None }
}

fn figure(points: &Points) -> Figure {
    let dots: Vec<(f64, f64, f64)> = TIMES
        .into_iter()
        .enumerate()
        .map(|(k, time)| (time, points.mean(LONG, JUDGED, &format!("margin[{k}]"))))
        .map(|(time, m)| (time, m.value, m.se))
        .collect();
    let (end, height) = dots.last().map_or((1.0, 0.0), |dot| (dot.0, dot.1));
    let line = TIMES.map(|time| (time, height - (end / time).ln(), 0.0)).to_vec();
    // The outputs of the linear equation cannot pass ±2.
    let bound = TIMES.map(|time| (time, 2.0, 0.0)).to_vec();
    Figure {
        caption:
            "With hard labels the smallest margin grows like the logarithm of time, beyond any \
                  limit that a linear equation would set."
                .to_owned(),
        x_label: "time t".to_owned(),
        y_label: "smallest margin, width 1024".to_owned(),
        log_x: true,
        log_y: false,
        series: vec![
            Series::new(Kind::Theory, "theory: slope 1", line),
            Series::new(Kind::Common, "linear: at most 2", bound),
            Series::new(Kind::Measured, "measured", dots),
        ],
    }
}
