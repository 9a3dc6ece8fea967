//! E10: how fast a two-layer ReLU network learns each harmonic of the circle, and one that it never learns.
//!
//! On equally spaced points cos kφ is an eigenvector of Θ, so its residual falls like (1 − ηλₖ)ˢ. Without
//! biases relu(z) − relu(−z) = z makes the odd part of the network linear in x: at every width, and however
//! long it is trained, cos 3φ stays where it was. The formula of the even harmonics says otherwise.
//!
//! The targets are small and f₀ is subtracted, so that the kernel stands still; what finite width then does
//! to the mean residual follows from the spread of Θ̂₀ alone. With Θ̂₀ = Θ + δ and μ = 1 − ηλ,
//!
//! ```text
//! E ⟨u, (I − ηΘ̂₀)ˢ u⟩ = μₖˢ + η² Σⱼ E δₖⱼ² Σ_g (s − 1 − g) μₖ^(s−2−g) μⱼ^g + O(1/n²),
//! ```
//!
//! and E δₖⱼ² = Vₖⱼ/n is an average over one neuron's angle. It is little: half a per cent at n = 1024 and
//! k = 4. Targets of size one hold the slow harmonics up much more, because gates flip while they are learned.

use std::f64::consts::PI;

use nalgebra::{DMatrix, DVector};

use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Points, Series,
    Size, Table, Trial, Values,
};
use ntk::kernel::{Architecture, Relu};
use ntk_network::{Activation, Descent, Design, Settings};

pub struct Harmonics;

const POINTS: usize = 64;
const HARMONICS: [usize; 4] = [1, 2, 3, 4];
const RATE: f64 = 0.02;
/// Looks after 1, 2, 4, … steps.
const LOOKS: usize = 8;
/// Of the targets: small enough for the kernel to stand still.
const AMPLITUDE: f64 = 1e-3;

impl Experiment for Harmonics {
    fn about(&self) -> About {
        About {
            id: "E10",
            title: "How fast is each harmonic learned?",
            claims: &["C07", "C37"],
            setup: "two layers, ReLU, 64 equally spaced points of the circle, cos kφ to be learned, η = 0.02",
            seconds: 8.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (width, seeds) = size.of((512, 48), (2048, 40), (8192, 80));
        HARMONICS.iter().flat_map(|k| Cell::sweep(&name(*k), &[width], seeds)).collect()
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        let k = HARMONICS.into_iter().find(|k| name(*k) == trial.cell.variant).unwrap_or(1);
        let (xs, y) = (circle(), cosine(k) * AMPLITUDE);
        let mut network = trial.network(Design::new(2, 1, trial.cell.width, Activation::Relu))?;
        let targets = network.outputs(&xs)? + &y;
        let mut descent = Descent::new(&mut network, &xs, &targets, Settings::new(RATE))?;
        let mut values = Values::default();
        for look in 0..LOOKS {
            descent.run(steps(look) - descent.steps())?;
            let left = -descent.residuals().dot(&y) / y.norm_squared();
            values = values.with(&format!("left[{look}]"), left);
        }
        Ok(values)
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let width = points.widths(&name(1)).first().copied().unwrap_or(0);
        let theory = Theory::of()?;
        let left = |k: usize, look: usize| points.mean(&name(k), width, &format!("left[{look}]"));
        let mut estimates = Vec::new();
        let mut table = Table::new([
            "harmonic",
            "steps",
            "what is left",
            "theory at this width",
            "at infinite width",
        ]);
        for k in HARMONICS {
            let look = if k == 3 { LOOKS - 1 } else { theory.best_look(k) };
            let (limit, moved) =
                (theory.limit(k, look), theory.at_finite_width(k, look) / width as f64);
            let value = if k == 3 { 1.0 } else { limit + moved };
            table.row([
                name(k),
                steps(look).to_string(),
                with_error(left(k, look)),
                number(value),
                number(limit),
            ]);
            estimates.push(if k == 3 {
                Estimate {
                    name: format!("cos 3φ: what is left of it after {} steps", steps(look)),
                    claim: "C07",
                    measured: left(k, look),
                    theory: Band::around(1.0, 1e-10, "1: never learned"),
                    why: "the network’s odd part is linear in x, but for rounding",
                    common: Some(Band::around(evens_on_three(steps(look)), 0.0, "0.04: all are learned")),
                    resolution: 0.0,
                }
            } else {
                Estimate {
                    name: format!("cos {k}φ: what is left of it after {} steps", steps(look)),
                    claim: "C37",
                    measured: left(k, look),
                    theory: Band::around(value, 2.0 * moved * moved / limit, number(value)),
                    why: "the terms in 1/n are in the value; those in 1/n² may have twice the square of their share",
                    common: None,
                    resolution: 0.2,
                }
            });
        }
        Ok(Findings { estimates, tables: vec![table], figure: figure(points, width, &theory) })
    }
}

fn name(k: usize) -> String {
    format!("cos {k}φ")
}

fn steps(look: usize) -> usize {
    1 << look
}

fn angle(i: usize) -> f64 {
    2.0 * PI * i as f64 / POINTS as f64
}

fn circle() -> DMatrix<f64> {
    DMatrix::from_fn(POINTS, 2, |i, k| if k == 0 { angle(i).cos() } else { angle(i).sin() })
}

fn cosine(k: usize) -> DMatrix<f64> {
    DMatrix::from_fn(POINTS, 1, |i, _| (k as f64 * angle(i)).cos())
}

/// What would be left of cos 3φ, if the formula of the even harmonics held for it.
fn evens_on_three(steps: usize) -> f64 {
    let coefficient = (9.0 + 3.0) / (PI * 8.0).powi(2);
    (1.0 - RATE * POINTS as f64 * coefficient).powf(steps as f64)
}

/// The Fourier modes of the points: eigenvalues, and what one neuron's kernel spreads between them.
struct Theory {
    /// λⱼ of every mode; those of the harmonics' cosines stand first.
    eigenvalues: Vec<f64>,
    /// Vₖⱼ, a row for each harmonic.
    spread: Vec<Vec<f64>>,
}

impl Theory {
    fn of() -> Result<Self, LabError> {
        let gram = Architecture::new(1, Relu).ntk_gram(&circle())?;
        let modes = modes();
        let eigenvalues: Vec<f64> = modes.iter().map(|u| u.dot(&(&gram * u))).collect();
        let mut spread = vec![vec![0.0; modes.len()]; HARMONICS.len()];
        let angles = 16 * POINTS;
        for turn in 0..angles {
            let towards = 2.0 * PI * (turn as f64 + 0.5) / angles as f64;
            let seen: Vec<[f64; 3]> = modes.iter().map(|u| through_neuron(u, towards)).collect();
            for (k, row) in spread.iter_mut().enumerate() {
                for (j, entry) in row.iter_mut().enumerate() {
                    let readout = seen[k][0] * seen[j][0];
                    let first = seen[k][1] * seen[j][1] + seen[k][2] * seen[j][2];
                    // |w|² readout + a² first, squared, with E|w|² = 2, E|w|⁴ = 8, E a² = 1, E a⁴ = 3.
                    let square =
                        8.0 * readout * readout + 4.0 * readout * first + 3.0 * first * first;
                    *entry += square / f64::from(u32::try_from(angles).unwrap_or(1));
                }
            }
        }
        for (k, row) in spread.iter_mut().enumerate() {
            row[k] -= eigenvalues[k].powi(2);
        }
        Ok(Self { eigenvalues, spread })
    }

    fn row(k: usize) -> usize {
        HARMONICS.iter().position(|h| *h == k).unwrap_or(0)
    }

    /// μₖˢ.
    fn limit(&self, k: usize, look: usize) -> f64 {
        (1.0 - RATE * self.eigenvalues[Self::row(k)]).powf(steps(look) as f64)
    }

    /// What comes on top, times n.
    fn at_finite_width(&self, k: usize, look: usize) -> f64 {
        let (k, steps) = (Self::row(k), steps(look));
        let mu = |j: usize| 1.0 - RATE * self.eigenvalues[j];
        let mixed = |j: usize| -> f64 {
            let between = |g: usize| {
                (steps - 1 - g) as f64 * mu(k).powf((steps - 2 - g) as f64) * mu(j).powf(g as f64)
            };
            (0..steps.saturating_sub(1)).map(between).sum()
        };
        let sum: f64 = (0..self.eigenvalues.len()).map(|j| self.spread[k][j] * mixed(j)).sum();
        RATE * RATE * sum
    }

    /// The look at which about 1/e is left: there the rate matters most.
    fn best_look(&self, k: usize) -> usize {
        let off = |look: &usize| (self.limit(k, *look).ln() + 1.0).abs();
        (0..LOOKS).min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or(0)
    }
}

/// All Fourier modes of the points, of length 1; the harmonics' cosines first.
fn modes() -> Vec<DVector<f64>> {
    let half = POINTS / 2;
    let others = (0..=half).filter(|k| !HARMONICS.contains(k));
    let cosines = HARMONICS.into_iter().chain(others).map(|k| cosine(k).column(0).into_owned());
    let sine = |k: usize| DVector::from_fn(POINTS, |i, _| (k as f64 * angle(i)).sin());
    cosines.chain((1..half).map(sine)).map(|u| u.normalize()).collect()
}

/// A mode as one neuron of this direction sees it: Σ u relu(e·x), and the two components of Σ u 1[e·x > 0] x.
fn through_neuron(u: &DVector<f64>, towards: f64) -> [f64; 3] {
    (0..POINTS).filter(|i| (angle(*i) - towards).cos() > 0.0).fold([0.0; 3], |[a, b, c], i| {
        let (x, y) = (angle(i).cos(), angle(i).sin());
        [a + u[i] * (angle(i) - towards).cos(), b + u[i] * x, c + u[i] * y]
    })
}

fn figure(points: &Points, width: usize, theory: &Theory) -> Figure {
    let time = |look: usize| RATE * steps(look) as f64;
    let mut series = Vec::new();
    for k in HARMONICS {
        // As long as there is room for a label beside it.
        let looks = || (0..LOOKS).filter(|&look| k == 3 || theory.limit(k, look) > 0.1);
        let line =
            |look: usize| (time(look), if k == 3 { 1.0 } else { theory.limit(k, look) }, 0.0);
        let label = if k == 4 { "theory" } else { "" };
        series.push(Series::new(Kind::Theory, label, looks().map(line).collect()));
        let dot = |look: usize| {
            let m = points.mean(&name(k), width, &format!("left[{look}]"));
            (time(look), m.value, m.se)
        };
        series.push(Series::new(Kind::Measured, name(k), looks().map(dot).collect()));
    }
    let evens = |look: usize| (time(look), evens_on_three(steps(look)), 0.0);
    series.push(Series::new(Kind::Common, "written for 3φ", (0..LOOKS).map(evens).collect()));
    Figure {
        caption:
            "A two-layer ReLU network without biases learns one harmonic after the other, and the \
                  third never."
                .to_owned(),
        x_label: "time t = steps · η".to_owned(),
        y_label: "part of cos kφ that is left".to_owned(),
        log_x: true,
        log_y: false,
        series,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// c₁ = 1/4, cₖ = (k² + 3)/(π²(k² − 1)²) for even k, 0 for odd k from 3 on.
    #[test]
    fn the_eigenvalues_are_the_closed_form_but_for_the_coarseness_of_64_points() {
        let theory = Theory::of().unwrap();
        let m = POINTS as f64;
        let closed = [0.25, 7.0 / (9.0 * PI * PI), 0.0, 19.0 / (225.0 * PI * PI)];
        for (value, closed) in theory.eigenvalues.iter().zip(closed) {
            assert!((value / m - closed).abs() < 1e-4, "{} not {closed}", value / m);
        }
    }

    #[test]
    fn a_neuron_averaged_over_its_angle_gives_the_eigenvalues() {
        let theory = Theory::of().unwrap();
        let angles = 16 * POINTS;
        for (u, eigenvalue) in modes().iter().zip(&theory.eigenvalues).take(8) {
            let towards = |turn: usize| 2.0 * PI * (turn as f64 + 0.5) / angles as f64;
            let square = |turn| {
                let [a, b, c] = through_neuron(u, towards(turn));
                2.0 * a * a + b * b + c * c
            };
            let mean = (0..angles).map(square).sum::<f64>() / angles as f64;
            assert!((mean - eigenvalue).abs() < 1e-3, "{mean} not {eigenvalue}");
        }
    }
}
