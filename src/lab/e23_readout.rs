//! E23: a network whose readout alone is trained is regression with the NNGP kernel, and learns.
//!
//! With the first layer frozen the network is linear in what is trained, at every width: its kernel is
//! the readout's block and does not move. So it fits the labels, and predicts what regression with K
//! predicts, give or take the n^{−1/2} of its random features; whoever trains both layers gets what
//! regression with Θ predicts. f₀ = 0 by doubling, so that no random start blurs the two.
//!
//! Nearly the same happens to whoever trains both layers of a network in standard scaling at one rate. There
//! the readout's part of the kernel is n times that of NTK scaling and the first layer's is the same, so the
//! rate that the former bears, 1/n, leaves the latter behind: the kernel over n is K + x·x′K̇/n.

use nalgebra::{DMatrix, DVector};

use super::d0::d0;
use super::sphere::unit_vectors;
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Points, Series,
    Size, Table, Trial, Values, along, mean,
};
use ntk::dynamics::{Learner, Spectrum, TestPoints, Training};
use ntk::kernel::{Architecture, Relu};
use ntk_network::{Activation, Descent, Design, Scaling, Settings, Trained};

pub struct ReadoutAlone;

const READOUT: &str = "readout";
const BOTH: &str = "both layers";
const STANDARD: &str = "standard scaling";
const TESTED_ON: usize = 8;
/// Labels of size one are learnt to this residual.
const TOLERANCE: f64 = 1e-6;
/// A frozen first layer that learned nothing would leave the residual at 1.
const STEPS: usize = 5_000;

impl Experiment for ReadoutAlone {
    fn about(&self) -> About {
        About {
            id: "E23",
            title: "What does the readout learn alone?",
            claims: &["C66", "C83", "C115"],
            setup: "two layers, ReLU, D0, f₀ = 0; the readout trained, or both layers, also in standard \
                    scaling; 8 new points",
            seconds: 23.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (width, seeds) = size.of((1024, 12), (4096, 24), (8192, 40));
        let variants = [READOUT, BOTH, STANDARD];
        variants.iter().flat_map(|name| Cell::sweep(name, &[width], seeds)).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let theory = Theory::of()?;
        let width = trial.cell.width;
        let (trained, scaling, largest) = match trial.cell.variant.as_str() {
            READOUT => (Trained::Only(vec![1]), Scaling::Ntk, theory.nngp_largest),
            STANDARD => (Trained::All, Scaling::Standard, theory.nngp_largest * width as f64),
            _ => (Trained::All, Scaling::Ntk, theory.ntk_largest),
        };
        let plain = Design::new(theory.xs.ncols(), 1, width, Activation::Relu);
        let mut network = trial.network(Design { doubled: true, trained, scaling, ..plain })?;
        let settings = Settings::new(1.0 / largest);
        let mut descent = Descent::new(&mut network, &theory.xs, &theory.y, settings)?;
        descent.run_until(TOLERANCE, STEPS)?;
        let residual = descent.residuals().amax();
        let f = network.outputs(&theory.test)?;
        Ok(Values::default()
            .with("residual", residual)
            .with("towards K", along(&f, &theory.by_ntk, &theory.by_nngp))
            .with_all("f", f.iter().copied()))
    }

    fn cost(&self, cell: &Cell) -> f64 {
        cell.width as f64 * if cell.variant == BOTH { 1.0 } else { 4.0 }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let theory = Theory::of()?;
        let width = points.widths(READOUT).first().copied().unwrap_or(0);
        let values = |variant: &str, name: &str| points.values(variant, width, name);
        let mut table = Table::new([
            "point",
            "readout alone",
            "standard",
            "regression with K",
            "both",
            "with Θ",
        ]);
        let mut curves = [Vec::new(), Vec::new(), Vec::new()];
        for p in 0..TESTED_ON {
            let f = |variant| mean(&values(variant, &format!("f[{p}]")));
            let (k, theta) = (theory.by_nngp[(p, 0)], theory.by_ntk[(p, 0)]);
            table.row([
                format!("{}", p + 1),
                with_error(f(READOUT)),
                with_error(f(STANDARD)),
                number(k),
                with_error(f(BOTH)),
                number(theta),
            ]);
            let (x, measured) = ((p + 1) as f64, f(READOUT));
            curves[0].push((x, k, 0.0));
            curves[1].push((x, theta, 0.0));
            curves[2].push((x, measured.value, measured.se));
        }
        let [by_k, by_theta, measured] = curves;
        let figure = Figure {
            caption: "A network whose readout alone is trained predicts what regression with the \
                      NNGP kernel predicts."
                .to_owned(),
            x_label: "new point".to_owned(),
            y_label: "prediction after training the readout".to_owned(),
            log_x: false,
            log_y: false,
            series: vec![
                Series::new(Kind::Theory, "regression with K", by_k),
                Series::new(Kind::Common, "regression with Θ", by_theta),
                Series::new(Kind::Measured, "measured", measured),
            ],
        };
        let place = |variant| mean(&values(variant, "towards K"));
        let residual = mean(&values(READOUT, "residual"));
        let estimates = vec![
            Estimate {
                name: "readout alone: residual at the end".to_owned(),
                claim: "C66",
                measured: residual,
                theory: Band::between(0.0, 2.0 * TOLERANCE, "0: it interpolates"),
                why: "linear regression on more features than samples, stopped at 1e-6",
                common: Some(Band::around(1.0, 0.0, "1: it cannot learn")),
                resolution: 0.0,
            },
            Estimate {
                name: "readout alone: from Θ's prediction (0) to K's (1)".to_owned(),
                claim: "C66",
                measured: place(READOUT),
                theory: Band::around(1.0, SLACK, "1"),
                why: "finite width moves the mean by O(1/n), allowed 8 %",
                common: Some(Band::around(0.0, SLACK, "0: the kernel is Θ")),
                resolution: 0.0,
            },
            Estimate {
                name: "both layers: from Θ's prediction (0) to K's (1)".to_owned(),
                claim: "C83",
                measured: place(BOTH),
                theory: Band::around(0.0, SLACK, "0"),
                why: "finite width moves the mean by O(1/n), allowed 8 %",
                common: Some(Band::around(1.0, SLACK, "1: K suffices")),
                resolution: 0.0,
            },
            Estimate {
                name: "both, standard scaling, one rate: from Θ's prediction (0) to K's (1)"
                    .to_owned(),
                claim: "C115",
                measured: place(STANDARD),
                theory: Band::around(1.0, SLACK, "1"),
                why: "the first layer's share is 1/n, and finite width moves the mean by O(1/n)",
                common: Some(Band::around(0.0, SLACK, "0: the same network, so Θ")),
                resolution: 0.0,
            },
        ];
        Ok(Findings { estimates, tables: vec![table], figure })
    }
}

/// What O(1/n) may do to the mean at the smallest width.
const SLACK: f64 = 0.08;

/// Both regressions, on D0 and on eight new unit vectors.
struct Theory {
    xs: DMatrix<f64>,
    y: DMatrix<f64>,
    test: DMatrix<f64>,
    by_nngp: DMatrix<f64>,
    by_ntk: DMatrix<f64>,
    nngp_largest: f64,
    ntk_largest: f64,
}

impl Theory {
    fn of() -> Result<Self, LabError> {
        let (xs, y) = d0()?;
        let test = unit_vectors(TESTED_ON, xs.ncols(), 23);
        let network = Architecture::new(1, Relu);
        let regression = |gram, cross| -> Result<(DMatrix<f64>, f64), LabError> {
            let spectrum = Spectrum::of(&gram)?;
            let learner = Learner::from_zero(&spectrum, &DVector::from(y.column(0)))?;
            let points = TestPoints::from_zero(&spectrum, &cross)?;
            let f = learner.at_test(&points, Training::until_converged())?;
            let largest = spectrum.eigenvalues()[0];
            Ok((DMatrix::from_column_slice(f.len(), 1, f.as_slice()), largest))
        };
        let (by_nngp, nngp_largest) =
            regression(network.nngp_gram(&xs)?, network.nngp_cross(&test, &xs)?)?;
        let (by_ntk, ntk_largest) =
            regression(network.ntk_gram(&xs)?, network.ntk_cross(&test, &xs)?)?;
        Ok(Self { xs, y, test, by_nngp, by_ntk, nngp_largest, ntk_largest })
    }
}
