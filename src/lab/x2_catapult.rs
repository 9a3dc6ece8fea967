//! X2: what happens above 2/λ_max. A linear model diverges there, by the factor 1 − ηλ_max a step. A network is
//! thrown as well, but while its loss is large its kernel changes: λ_max falls until the step is stable, and the
//! loss goes to zero in another place (Lewkowycz, Bahri, Dyer, Sohl-Dickstein & Gur-Ari 2020). Where training
//! ends η λ_max ≤ 2. At zero residual λ_max(Θ̂) is the sharpness, the largest eigenvalue of the loss's Hessian.
//!
//! Near the edge more can be said. Let ε = ηλ_max − 2 and r the residual's largest mode, which changes sign at
//! every step and grows by 1 + ε. Over two steps the terms linear in r cancel, and the kernel loses what is
//! quadratic, with some rate c > 0:
//!
//! ```text
//! dr²/dk = 2ε r²,   dε/dk = −c r²,   so   c r² = ε₀² − ε²   if it began small:
//! ```
//!
//! r vanishes at ε = ±ε₀, and training that begins at 2 + ε₀ ends at 2 − ε₀, whatever c is. It does not stay at
//! the edge. It is no licence for any step either: of these networks some diverge from 4 times 1/λ_max on, and
//! at 8 times all of them do.

use super::d0::d0;
use super::edge::{Losses, largest_eigenvalue};
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Points, Series,
    Size, Table, Trial, Values, mean,
};
use ntk_network::{Activation, Design, Linearised, Settings};

pub struct Catapult;

const VARIANT: &str = "relu";
/// η λ_max(Θ̂₀).
const SHARES: [f64; 9] = [0.5, 1.0, 1.5, 1.9, 2.1, 2.5, 3.0, 3.5, 8.0];
/// Those whose losses are kept, for a picture of the training itself.
const DRAWN: [f64; 3] = [1.0, 2.1, 3.0];
/// Steps at which they are looked at.
const LOOKS: [usize; 20] = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 21, 25, 30, 35, 40, 45, 50, 60];
const LIMIT: usize = 3000;

impl Experiment for Catapult {
    fn about(&self) -> About {
        About {
            id: "X2",
            title: "What happens above 2/λ_max?",
            claims: &["C110"],
            setup: "two layers, ReLU, D0, full-batch descent to a residual of 1e-5, η in units of 1/λ_max(Θ̂₀)",
            seconds: 3.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (width, seeds) = size.of((512, 10), (2048, 16), (8192, 32));
        Cell::sweep(VARIANT, &[width], seeds)
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let (xs, y) = d0()?;
        let start =
            trial.network(Design::new(xs.ncols(), 1, trial.cell.width, Activation::Relu))?;
        let largest = largest_eigenvalue(&start, &xs)?;
        let mut values = Values::default();
        for share in SHARES {
            let settings = Settings::new(share / largest);
            let mut network = start.clone();
            let seen = Losses::of(&mut network, &xs, &y, settings, LIMIT)?;
            values = values.with(&format!("ends[{share}]"), f64::from(u8::from(seen.ended)));
            if seen.ended {
                let end = largest_eigenvalue(&network, &xs)? / largest;
                values = values
                    .with(&format!("left[{share}]"), share * end)
                    .with(&format!("peak[{share}]"), seen.peak());
            }
            if DRAWN.contains(&share) {
                let looks = LOOKS.iter().filter_map(|&look| seen.losses.get(look).copied());
                values = values.with_all(&format!("loss[{share}]"), looks);
                let mut linear = Linearised::of(&start, &xs, &y, settings)?;
                let mut before = 0;
                for (k, look) in LOOKS.into_iter().enumerate() {
                    linear.run(look - before);
                    before = look;
                    values = values.with(&format!("linear[{share}][{k}]"), linear.loss());
                }
            }
        }
        Ok(values)
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let width = points.widths(VARIANT).first().copied().unwrap_or(1);
        let all = |key: &str, share: f64| points.values(VARIANT, width, &format!("{key}[{share}]"));
        let mut table =
            Table::new(["η λ_max at the start", "at the end", "peak / first loss", "ended"]);
        let mut dots = Vec::new();
        for share in SHARES {
            let (left, ended) = (mean(&all("left", share)), all("ends", share));
            let count = ended.iter().sum::<f64>();
            let or_nothing = |text: String| if count == 0.0 { "diverges".to_owned() } else { text };
            table.row([
                number(share),
                or_nothing(with_error(left)),
                or_nothing(with_error(mean(&all("peak", share)))),
                format!("{count} of {}", ended.len()),
            ]);
            if count > 1.0 {
                dots.push((share, left.value, left.se));
            }
        }
        Ok(Findings { estimates: estimates(&all), tables: vec![table], figure: figure(dots) })
    }
}

fn estimates(all: &dyn Fn(&str, f64) -> Vec<f64>) -> Vec<Estimate> {
    let end = |share: f64, theory: Band, why, common: Option<Band>| Estimate {
        name: format!("η λ_max = {share} at the start: the same at the end"),
        claim: "C110",
        measured: mean(&all("left", share)),
        theory,
        why,
        common,
        resolution: 0.2,
    };
    let stays = |share: f64| Some(Band::around(share, 0.0, format!("{share}: the kernel stays")));
    let stable = |share: f64| {
        let why = "where training ends its step must be stable";
        end(share, Band::between(0.0, 2.0, "at most 2"), why, stays(share))
    };
    let ended = |name: &str, shares: &[f64], theory: Band, why, common: Option<Band>| {
        let of: Vec<Vec<f64>> = shares.iter().map(|&share| all("ends", share)).collect();
        let networks = of.first().map_or(0, Vec::len);
        let part = |k: usize| of.iter().map(|e| e[k]).sum::<f64>() / of.len() as f64;
        Estimate {
            name: name.to_owned(),
            claim: "C110",
            measured: mean(&(0..networks).map(part).collect::<Vec<f64>>()),
            theory,
            why,
            common,
            resolution: 0.5,
        }
    };
    vec![
        end(
            1.0,
            Band::around(1.0, 0.03, "1: the kernel stays"),
            "below the edge ReLU kernels drift by 1/√n: one or two per cent",
            None,
        ),
        end(
            2.1,
            Band::around(1.9, 0.03, "1.9 = 4 − 2.1"),
            "2 − ε₀ to order ε₀² = 0.01, and what the labels themselves move",
            Some(Band::around(2.0, 0.0, "2: it stays at the edge")),
        ),
        stable(2.5),
        stable(3.0),
        stable(3.5),
        ended(
            "η λ_max from 2.1 to 3.5: networks that reach a residual of 1e-5",
            &[2.1, 2.5, 3.0, 3.5],
            Band::between(0.9, 1.0, "all"),
            "one in ten may not: some diverge from 4 on",
            Some(Band::around(0.0, 0.0, "none: they diverge")),
        ),
        ended(
            "η λ_max = 8: networks that reach it",
            &[8.0],
            Band::between(0.0, 0.1, "none"),
            "twice as far as where the first diverge",
            None,
        ),
    ]
}

fn figure(dots: Vec<(f64, f64, f64)>) -> Figure {
    let line = |points: &[(f64, f64)]| points.iter().map(|&(x, y)| (x, y, 0.0)).collect();
    Figure {
        caption:
            "Descent with a step above 2/λ_max throws the network to a place where the step is \
                  stable: at first as far below the edge as it began above."
                .to_owned(),
        x_label: "η λ_max before training".to_owned(),
        y_label: "η λ_max after training (stable: below 2)".to_owned(),
        log_x: false,
        log_y: false,
        series: vec![
            Series::new(
                Kind::Theory,
                "theory: 4 − η λ_max",
                line(&[(0.5, 0.5), (2.0, 2.0), (3.0, 1.0)]),
            ),
            Series::new(Kind::Common, "linear: diverges", line(&[(2.0, 2.0), (3.5, 3.5)])),
            Series::new(Kind::Measured, "measured", dots),
        ],
    }
}
