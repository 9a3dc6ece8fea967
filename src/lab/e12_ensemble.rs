//! E12: many trained networks scatter by a law of their own: that of Lee et al. 2019, Corollary 1, with
//! both kernels in it. It is neither the kernel regression alone, which has no scatter, nor the posterior
//! of the Gaussian process.
//!
//! The data are searched for, openly: the first seed for which all of the kernel is well conditioned
//! (λ_min ≥ 0.1) and the law's variance is at least 1.4 times the posterior's at four of eight test points
//! or more. On most data the two variances differ by less, and more networks would be needed.
//!
//! The gates of ReLU jump, so that a trained network parts from its own linearisation by n^{−1/2} and not
//! by 1/n. On these data the variance of the trained lay below that of the same networks linearised by
//! 0.406(18), 0.285(12), 0.184(7), 0.124(6) and 0.086(5) of the law at n = 128, 256, 512, 1024 and 2048 (3000
//! to 6000 networks each): 4/√n. The variance of the linearised lay above the law by 0.20(2), 0.15(2),
//! 0.07(2), 0.01(2) and 0.03(3): about 30/n. The mean was too large by 0.030(1), 0.021(2), 0.014(2), 0.007(3) and
//! 0.011(3) from n = 64 to 1024: a quarter of 1/√n. The bands allow a little more than that.

use nalgebra::{DMatrix, DVector};

use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Points, Series,
    Size, Table, Trial, Values, mean,
};
use ntk::dynamics::{Gaussian, Prior, Spectrum, TestPoints, Training, ensemble_at_test};
use ntk::kernel::{Architecture, Relu};
use ntk_network::{Activation, Descent, Design, Settings, normals};

pub struct Ensemble;

const VARIANT: &str = "relu";
const TRAINED_ON: usize = 4;
const TESTED_ON: usize = 8;
/// The law's variance over the posterior's, at the points that tell the two apart.
const APART: f64 = 1.4;

impl Experiment for Ensemble {
    fn about(&self) -> About {
        About {
            id: "E12",
            title: "What is the law of many trained networks?",
            claims: &["C04", "C14"],
            setup: "two layers, ReLU, 4 points in the plane, trained to a residual of 1e-4, 8 test points",
            seconds: 7.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (width, seeds) = size.of((1024, 600), (2048, 1000), (8192, 2000));
        Cell::sweep(VARIANT, &[width], seeds)
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let data = Data::search()?;
        let design = Design::new(2, 1, trial.cell.width, Activation::Relu);
        let mut network = trial.network(design)?;
        let settings = Settings::new(1.0 / data.largest_eigenvalue);
        let steps =
            Descent::new(&mut network, &data.xs, &data.y, settings)?.run_until(1e-4, 20_000)?;
        let f = network.outputs(&data.test)?;
        Ok(Values::default().with_all("f", f.iter().copied()).with("steps", steps as f64))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let data = Data::search()?;
        let width = points.widths(VARIANT).first().copied().unwrap_or(0);
        let at = |p: usize| points.values(VARIANT, width, &format!("f[{p}]"));
        let columns: Vec<Vec<f64>> = (0..TESTED_ON).map(at).collect();
        let (law, posterior) = (&data.law, &data.posterior);

        let mut table =
            Table::new(["point", "mean f", "theory", "variance", "theory", "GP posterior"]);
        let mut curves = (Vec::new(), Vec::new(), Vec::new());
        // The points where the two theories are furthest apart come first.
        let share = |p: usize| posterior.covariance[(p, p)] / law.covariance[(p, p)];
        let mut order: Vec<usize> = (0..TESTED_ON).collect();
        order.sort_by(|&p, &q| share(p).total_cmp(&share(q)));
        for (rank, p) in order.into_iter().enumerate() {
            let scatter = squares(&columns[p], law.mean[p], 1.0);
            let (variance, x) = (mean(&scatter), (rank + 1) as f64);
            let (ours, theirs) = (law.covariance[(p, p)], posterior.covariance[(p, p)]);
            table.row([
                format!("{}", rank + 1),
                with_error(mean(&columns[p])),
                number(law.mean[p]),
                with_error(variance),
                number(ours),
                number(theirs),
            ]);
            curves.0.push((x, variance.value / ours, variance.se / ours));
            curves.1.push((x, 1.0, 0.0));
            curves.2.push((x, theirs / ours, 0.0));
        }
        let estimates = estimates(&data, &columns, (width as f64).sqrt());
        let figure = Figure {
            caption:
                "Trained networks scatter more than the posterior of the Gaussian process: by \
                      the law that has both kernels in it."
                    .to_owned(),
            x_label: "test point, in the order of the posterior’s variance".to_owned(),
            y_label: "variance of trained networks / the law’s".to_owned(),
            log_x: false,
            log_y: false,
            series: vec![
                Series::new(Kind::Theory, "theory: the law", curves.1),
                Series::new(Kind::Common, "GP posterior", curves.2),
                Series::new(Kind::Measured, "measured", curves.0),
            ],
        };
        Ok(Findings { estimates, tables: vec![table], figure })
    }
}

/// Averages over test points, network by network: the points of one network are not independent.
fn estimates(data: &Data, columns: &[Vec<f64>], root: f64) -> Vec<Estimate> {
    let (law, posterior) = (&data.law, &data.posterior);
    let variance = |p: usize| (law.covariance[(p, p)], posterior.covariance[(p, p)]);
    let apart: Vec<usize> =
        (0..TESTED_ON).filter(|&p| variance(p).0 >= APART * variance(p).1).collect();
    let networks = columns.first().map_or(0, Vec::len);
    let averaged = |of: &dyn Fn(usize, usize) -> f64, over: &[usize]| -> Vec<f64> {
        let average = |k: usize| over.iter().map(|&p| of(p, k)).sum::<f64>() / over.len() as f64;
        (0..networks).map(average).collect()
    };
    let all: Vec<usize> = (0..TESTED_ON).collect();
    let ratio = |p: usize, k: usize| (columns[p][k] - law.mean[p]).powi(2) / variance(p).0;
    let predicted = law.mean.norm_squared() / TESTED_ON as f64;
    let along = |p: usize, k: usize| columns[p][k] * law.mean[p] / predicted;
    let expected =
        apart.iter().map(|&p| variance(p).1 / variance(p).0).sum::<f64>() / apart.len() as f64;
    vec![
        Estimate {
            name: "mean prediction along kernel regression".to_owned(),
            claim: "C14",
            measured: mean(&averaged(&along, &all)),
            theory: Band::around(1.0, 0.5 / root, "1"),
            why: "gates jump: finite width moves the mean by 1/(4√n); allowed 1/(2√n)",
            common: None,
            resolution: 0.3,
        },
        Estimate {
            name: format!("variance / law, at {} points", apart.len()),
            claim: "C14",
            measured: mean(&averaged(&ratio, &apart)),
            theory: near_the_law(root),
            why: WHY,
            common: Some(Band::around(expected, 0.0, format!("{} posterior", number(expected)))),
            resolution: 0.0,
        },
        Estimate {
            name: "variance / law, at all points".to_owned(),
            claim: "C04",
            measured: mean(&averaged(&ratio, &all)),
            theory: near_the_law(root),
            why: WHY,
            common: Some(Band::around(0.0, 0.0, "0: the kernel decides all")),
            resolution: 0.0,
        },
    ]
}

const WHY: &str =
    "finite width takes 4/√n from the variance (gates jump) and adds 30/n; allowed 5 and 40";

fn near_the_law(root: f64) -> Band {
    Band::between(1.0 - 5.0 / root, 1.0 + 40.0 / root.powi(2), "1")
}

fn squares(values: &[f64], centre: f64, unit: f64) -> Vec<f64> {
    values.iter().map(|value| (value - centre).powi(2) / unit).collect()
}

/// The data that are searched for, and what the two theories say of them.
struct Data {
    xs: DMatrix<f64>,
    y: DMatrix<f64>,
    test: DMatrix<f64>,
    largest_eigenvalue: f64,
    law: Gaussian,
    posterior: Gaussian,
}

impl Data {
    fn search() -> Result<Self, LabError> {
        for seed in 0..10_000 {
            let xs: DMatrix<f64> = normals(TRAINED_ON, 2, 1.0, seed, 0);
            let test: DMatrix<f64> = normals(TESTED_ON, 2, 1.0, seed, 1);
            if let Some(data) = Self::of(xs, test)? {
                return Ok(data);
            }
        }
        Err(LabError::Told("no data tell the ensemble from the posterior".to_owned()))
    }

    /// None if these data do not tell the two theories apart.
    fn of(xs: DMatrix<f64>, test: DMatrix<f64>) -> Result<Option<Self>, LabError> {
        let network = Architecture::new(1, Relu);
        let spectrum = Spectrum::of(&network.ntk_gram(&xs)?)?;
        let eigenvalues = spectrum.eigenvalues();
        if eigenvalues[TRAINED_ON - 1] < 0.1 {
            return Ok(None);
        }
        let y = DVector::from_iterator(TRAINED_ON, xs.column(0).iter().map(|x| 0.5 * x));
        let (train, cross, prior_test) =
            (network.nngp_gram(&xs)?, network.nngp_cross(&test, &xs)?, network.nngp_gram(&test)?);
        let prior = Prior { nngp_train: &train, nngp_test_train: &cross, nngp_test: &prior_test };
        let points = TestPoints::from_zero(&spectrum, &network.ntk_cross(&test, &xs)?)?;
        let law = ensemble_at_test(&spectrum, &y, &points, prior, Training::until_converged())?;
        let posterior = prior.posterior(&y, 0.0)?;
        let variances =
            law.covariance.diagonal().zip_map(&posterior.covariance.diagonal(), |a, b| a / b);
        if variances.iter().filter(|&&ratio| ratio >= APART).count() < TESTED_ON / 2 {
            return Ok(None);
        }
        let largest_eigenvalue = eigenvalues[0];
        let y = DMatrix::from_column_slice(TRAINED_ON, 1, y.as_slice());
        Ok(Some(Self { xs, y, test, largest_eigenvalue, law, posterior }))
    }
}
