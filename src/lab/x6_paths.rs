//! X6: the plane of two outputs. What a network does with two training points is a path in it, from f₀ to the
//! labels; beside it run the path of the network's own linearisation and that of the infinite kernel.
//!
//! The three part for three reasons, each with a size of its own. A step η is not a flow: O(η), at every width.
//! The kernel moves while it trains: the network leaves its own linearisation by 1/n, for a smooth activation.
//! And the kernel was random to begin with: from the infinite one it is n^−1/2 away. The distance of two paths is
//! the largest at equal times. f₀ is subtracted, so that all paths begin and end at the same two places.

use std::f64::consts::PI;

use nalgebra::{DMatrix, DVector};

use super::table::with_error;
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, root_mean_square, slope,
};
use ntk::dynamics::{Learner, Spectrum, Training};
use ntk::kernel::{Architecture, Erf};
use ntk_network::{Activation, Descent, Design, Linearised, Settings};

pub struct Paths;

const WIDTHS: &str = "widths";
const STEPS: &str = "steps";
/// One network that is too narrow for any law, for the picture.
const NARROW: &str = "narrow";
/// Between the two inputs, of length 1.
const ANGLE: f64 = PI / 5.0;
const LABELS: [f64; 2] = [1.0, 0.1];
const RATE: f64 = 0.2;
/// λ_min of the infinite kernel is 0.4: the slow mode is at e^−8 then.
const LAST: usize = 100;
/// How often the step is halved, where it is the step that is varied.
const HALVINGS: u32 = 5;
/// Where a path is drawn, in steps.
const LOOKS: [usize; 9] = [0, 1, 2, 3, 5, 7, 10, 14, 20];

impl Experiment for Paths {
    fn about(&self) -> About {
        About {
            id: "X6",
            title: "Which path do two outputs take?",
            claims: &["C111"],
            setup: "two layers, erf, 2 unit inputs 36° apart, f₀ subtracted, η = 0.2",
            seconds: 3.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let widths: Vec<usize> = (6..=size.of(10, 12, 14)).map(|k| 1 << k).collect();
        let mut cells = Cell::sweep(WIDTHS, &widths, size.of(100, 100, 200));
        cells.extend(Cell::sweep(NARROW, &[8], 1));
        cells.extend(Cell::sweep(STEPS, &[256], size.of(12, 20, 40)));
        cells
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        if trial.cell.variant == STEPS { halved(trial) } else { beside(trial) }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let curve = |key: &str| -> Vec<(f64, Measured)> {
            let at =
                |width: usize| (width as f64, root_mean_square(&points.values(WIDTHS, width, key)));
            points.widths(WIDTHS).into_iter().map(at).collect()
        };
        let (own, infinite) = (curve("own"), curve("infinite"));
        let mut table = Table::new(["width", "from its linearisation", "from the infinite kernel"]);
        for ((width, a), (_, b)) in own.iter().zip(&infinite) {
            table.row([format!("{width}"), with_error(*a), with_error(*b)]);
        }
        let step = points.widths(STEPS).first().copied().unwrap_or(0);
        let exponent = |name: &str, measured, theory, why, common: Option<(f64, &str)>| Estimate {
            name: name.to_owned(),
            claim: "C111",
            measured,
            theory,
            why,
            common: common.map(|(value, says)| Band::around(value, 0.0, says)),
            resolution: 0.4,
        };
        let estimates = vec![
            exponent(
                "from the network’s own linearisation: exponent in n",
                slope(&own),
                Band::around(-1.0, 0.1, "−1"),
                "exponents are asymptotic: at n = 64 the next order, 1/n³ᐟ², bends the fitted one",
                Some((-0.5, "−1/2: the proven bound")),
            ),
            exponent(
                "from the infinite kernel: exponent in n",
                slope(&infinite),
                Band::around(-0.5, 0.05, "−1/2"),
                "exponents are asymptotic: the next order is n^−1/2 smaller",
                Some((-1.0, "−1: a correction of order 1/n")),
            ),
            exponent(
                "descent with a step η from one with η/2: exponent in η",
                points.mean(STEPS, step, "exponent"),
                Band::around(1.0, 0.1, "1"),
                "the next order in ηλ, at most a tenth at the largest step",
                Some((0.0, "0: descent is the flow")),
            ),
        ];
        Ok(Findings { estimates, tables: vec![table], figure: figure(points)? })
    }
}

fn inputs() -> DMatrix<f64> {
    DMatrix::from_row_slice(2, 2, &[1.0, 0.0, ANGLE.cos(), ANGLE.sin()])
}

fn design(width: usize) -> Design {
    Design::new(2, 1, width, Activation::Erf)
}

/// A network's path, and how far from it the two predictions run.
fn beside(trial: &Trial) -> Result<Values, LabError> {
    let xs = inputs();
    let mut network = trial.network(design(trial.cell.width))?;
    let f0 = network.outputs(&xs)?;
    let targets = &f0 + DMatrix::from_column_slice(2, 1, &LABELS);
    let settings = Settings::new(RATE);
    let mut linear = Linearised::of(&network, &xs, &targets, settings)?;
    let theta = Architecture::new(1, Erf).ntk_gram(&xs)?;
    let mut infinite = DMatrix::zeros(2, 1);
    let mut descent = Descent::new(&mut network, &xs, &targets, settings)?;
    let (mut own, mut limit, mut path) = (0.0_f64, 0.0_f64, Vec::new());
    for step in 0..=LAST {
        let f = descent.outputs();
        own = own.max((&f - linear.outputs()).norm());
        limit = limit.max((&f - &f0 - &infinite).norm());
        if LOOKS.contains(&step) {
            path.extend([f[0] - f0[0], f[1] - f0[1]]);
        }
        descent.step()?;
        linear.step();
        infinite -= &theta * (&infinite - DMatrix::from_column_slice(2, 1, &LABELS)) * RATE;
    }
    let values = Values::default().with("own", own).with("infinite", limit);
    Ok(if trial.cell.index == 0 { values.with_all("path", path) } else { values })
}

/// One network trained again and again, each time with half the step and twice as many.
fn halved(trial: &Trial) -> Result<Values, LabError> {
    let xs = inputs();
    let start = trial.network(design(trial.cell.width))?;
    let targets = start.outputs(&xs)? + DMatrix::from_column_slice(2, 1, &LABELS);
    let path = |halvings: u32| -> Result<Vec<DMatrix<f64>>, LabError> {
        let times = 1 << halvings;
        let mut network = start.clone();
        let settings = Settings::new(RATE / f64::from(times));
        let mut descent = Descent::new(&mut network, &xs, &targets, settings)?;
        let mut path = Vec::new();
        for _ in 0..LAST / 4 {
            descent.run(times as usize)?;
            path.push(descent.outputs());
        }
        Ok(path)
    };
    let paths: Result<Vec<_>, LabError> = (0..=HALVINGS).map(path).collect();
    let apart: Vec<f64> = paths?
        .windows(2)
        .map(|two| two[0].iter().zip(&two[1]).map(|(a, b)| (a - b).norm()).fold(0.0, f64::max))
        .collect();
    let rates = (0..HALVINGS).map(|k| RATE / f64::from(1 << k));
    let dots: Vec<(f64, Measured)> =
        rates.zip(&apart).map(|(rate, &value)| (rate, Measured { value, se: 0.0 })).collect();
    Ok(Values::default().with("exponent", slope(&dots).value).with_all("apart", apart))
}

/// The path of the infinite kernel's flow, and some networks' beside it.
fn figure(points: &Points) -> Result<Figure, LabError> {
    let spectrum = Spectrum::of(&Architecture::new(1, Erf).ntk_gram(&inputs())?)?;
    let learner = Learner::from_zero(&spectrum, &DVector::from_column_slice(&LABELS))?;
    let at = |time: f64| -> Result<(f64, f64, f64), LabError> {
        let f = learner.at_train(Training::GradientFlow { time })?;
        Ok((f[0], f[1], 0.0))
    };
    let flow: Result<Vec<_>, LabError> =
        (0..=400).map(|k| at(f64::from(k) * RATE * LAST as f64 / 400.0)).collect();
    let mut series = vec![
        Series::new(Kind::Theory, "theory: the flow", flow?),
        Series::new(
            Kind::Common,
            "one rate for all",
            vec![(0.0, 0.0, 0.0), (LABELS[0], LABELS[1], 0.0)],
        ),
    ];
    let drawn = [NARROW, WIDTHS].map(|variant| (variant, points.widths(variant).last().copied()));
    for (variant, width) in drawn {
        let width = width.unwrap_or(1);
        let first = |k: usize| points.values(variant, width, &format!("path[{k}]"))[0];
        let path = (0..LOOKS.len()).map(|k| (first(2 * k), first(2 * k + 1), 0.0));
        series.push(Series::new(Kind::Measured, format!("n = {width}"), path.collect()));
    }
    Ok(Figure {
        caption:
            "Two outputs go to their labels along the kernel’s path: a wide network beside the \
                  flow of the infinite kernel, a narrow one by a way of its own."
                .to_owned(),
        x_label: "first output, less its initial value".to_owned(),
        y_label: "second output, less its initial value".to_owned(),
        log_x: false,
        log_y: false,
        series,
    })
}
