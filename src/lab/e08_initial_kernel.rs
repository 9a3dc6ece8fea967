//! E08: how far the kernel of a network that has just been drawn is from its limit.
//!
//! Θ̂₀ of a two-layer network is an average over n independent neurons, with mean Θ at every width. So
//! the distance is exactly ∝ n^{−1/2}, with no correction; only the number of seeds limits the estimate.

use super::d0::d0;
use super::table::with_error;
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values, mean, root_mean_square, slope,
};
use ntk::kernel::{Architecture, Erf, Relu};
use ntk_network::{Activation, Design};

pub struct InitialKernel;

const VARIANTS: [(&str, Activation); 2] = [("relu", Activation::Relu), ("erf", Activation::Erf)];

impl Experiment for InitialKernel {
    fn about(&self) -> About {
        About {
            id: "E08",
            title: "How far is a random kernel from its limit?",
            claims: &["C10", "C38"],
            setup: "two layers, ReLU and erf, 8 points in ten dimensions (D0), no training",
            seconds: 1.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let widths: Vec<usize> = (6..=size.of(10, 13, 15)).map(|k| 1 << k).collect();
        let seeds = size.of(60, 100, 200);
        VARIANTS.iter().flat_map(|(name, _)| Cell::sweep(name, &widths, seeds)).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, _) = d0()?;
        let (activation, limit) = match trial.cell.variant.as_str() {
            "erf" => (Activation::Erf, Architecture::new(1, Erf).ntk_gram(&xs)?),
            _ => (Activation::Relu, Architecture::new(1, Relu).ntk_gram(&xs)?),
        };
        let network = trial.network(Design::new(xs.ncols(), 1, trial.cell.width, activation))?;
        let ntk = network.tangents(&xs)?.ntk();
        Ok(Values::default()
            .with("distance", (&ntk - &limit).norm() / xs.nrows() as f64)
            .with("trace", ntk.trace() / limit.trace()))
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let mut estimates = Vec::new();
        let mut table = Table::new(["width", "ReLU ‖Θ̂₀ − Θ‖ / m", "erf ‖Θ̂₀ − Θ‖ / m"]);
        for width in points.widths("relu") {
            let at = |name| with_error(distance(points, name, width));
            table.row([width.to_string(), at("relu"), at("erf")]);
        }
        for (name, _) in VARIANTS {
            let curve: Vec<(f64, Measured)> = points
                .widths(name)
                .into_iter()
                .map(|width| (width as f64, distance(points, name, width)))
                .collect();
            estimates.push(Estimate {
                name: format!("{name}: slope of the distance in n"),
                claim: "C38",
                measured: slope(&curve),
                theory: Band::around(-0.5, 0.0, "−1/2"),
                why: "exact at every width: an average over n independent neurons",
                common: Some(Band::around(-1.0, 0.0, "−1")),
                resolution: 0.1,
            });
            let traces: Vec<f64> =
                points.widths(name).iter().flat_map(|&w| points.values(name, w, "trace")).collect();
            estimates.push(Estimate {
                name: format!("{name}: mean of tr Θ̂₀ / tr Θ"),
                claim: "C10",
                measured: mean(&traces),
                theory: Band::around(1.0, 0.0, "1"),
                why: "the mean of Θ̂₀ is Θ at every width",
                common: None,
                resolution: 0.05,
            });
        }
        let figure = figure(points);
        Ok(Findings { estimates, tables: vec![table], figure })
    }
}

fn distance(points: &Points, variant: &str, width: usize) -> Measured {
    root_mean_square(&points.values(variant, width, "distance"))
}

fn figure(points: &Points) -> Figure {
    let curve: Vec<(f64, f64, f64)> = points
        .widths("relu")
        .into_iter()
        .map(|width| (width, distance(points, "relu", width)))
        .map(|(width, m)| (width as f64, m.value, m.se))
        .collect();
    Figure {
        caption: "The kernel of a random network approaches its limit like one over the root of \
                  its width."
            .to_owned(),
        x_label: "width n".to_owned(),
        y_label: "‖Θ̂₀ − Θ‖ / m, ReLU".to_owned(),
        log_x: true,
        log_y: true,
        series: vec![
            Series::power(Kind::Theory, "theory: 1/√n", -0.5, &curve),
            Series::power(Kind::Common, "written: 1/n", -1.0, &curve),
            Series::new(Kind::Measured, "measured", curve),
        ],
    }
}
