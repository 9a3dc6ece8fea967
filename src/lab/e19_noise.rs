//! E19: what noise in the labels does to a trained network, early, late, and with a ridge; and what
//! interpolating it costs.
//!
//! A predictor that is linear in its labels, f(x) = a(x)·y, passes noise of variance σ² on as σ²|a(x)|². At
//! infinite time a = Θ⁻¹Θ(X, x); earlier, Θ⁻¹ is Θ⁻¹(I − e^(−Θt)) (for steps of descent, Θ⁻¹(I − (I − ηΘ)ᵏ)); with decay to
//! the start, (Θ + λI)⁻¹. Networks are trained on noisy labels, each on 2m sets: the rows of a Hadamard matrix
//! with columns of random sign, and their negatives. Within a set the noises are independent, ±σ; between
//! sets they are orthogonal, so that of a linear predictor the mean square over the sets is the variance
//! itself and only the draw of the network is left to chance.
//!
//! Interpolating pure noise with a kernel of power-law spectrum in a fixed dimension is *tempered* (Mallinar et
//! al. 2022): what it adds to the risk, in units of σ², tends neither to 0 nor to infinity. Near the cusp
//! Θ = 1 − δ/2π + … at equal inputs noise is interpolated as by the kernel −|x − x′| on points of the plane or line.
//! - On a half circle that is linear interpolation: at a part u of a gap (1 − u)² + u², on average 2/3.
//! - On the sphere it is a number of the Poisson process in the plane, 0.422(1): the ridgeless kernel −|x − x′|, on
//!   256 and 512 points of the unit square tested in its middle. What is smooth adds about 11/m.
//! - On the whole circle it tends to 2/3 too, but only like 1/ln²m: a kernel without biases sees x and −x as one
//!   point with a slope w·x between them, and the few closest of such pairs decide w.

use nalgebra::{DMatrix, DVector};

use super::d0::d0;
use super::edge::largest_eigenvalue;
use super::sphere::unit_vectors;
use super::table::{number, with_error};
use super::{
    About, Band, Cell, Estimate, Experiment, Figure, Findings, Kind, LabError, Measured, Points,
    Series, Size, Table, Trial, Values,
};
use ntk::dynamics::{Ridge, Spectrum, TestPoints, Training, label_noise_variance};
use ntk::kernel::{Architecture, Erf, Relu};
use ntk_network::{Activation, Decay, Descent, Design, Settings, normals};

pub struct Noise;

const PLAIN: &str = "D0";
const DECAY: &str = "D0, decay to θ₀";
/// Networks on the half circle, by the number of points; `width` is theirs.
const NETWORKS: [usize; 3] = [4, 8, 16];
/// Infinite networks; `width` is the number of points.
const HALF: &str = "half circle";
const CIRCLE: &str = "circle";
const SPHERE: &str = "sphere, d = 3";

/// The standard deviation of the noise on D0, and what its labels ±1 are multiplied by.
const SIGMA: f64 = 0.25;
const CLEAN: f64 = 0.5;
/// Steps of η = 1/λ₁ after which the networks on D0 are looked at; a ridge needs fewer.
const WITH_RIDGE: usize = 60;
const LOOKS: [usize; 3] = [3, 10, 150];
const RIDGE: f64 = 0.3;
/// The noise on the half circle: small, so that no gate flips.
const SMALL: f64 = 1e-2;
/// The network and the sets of random points that are judged.
const JUDGED: usize = 8;
const MANY: usize = 256;
const TESTED_ON: usize = 128;
/// Of the plane's Poisson points under −|x − x′|.
const PLANE: f64 = 0.422;

fn network(points: usize) -> String {
    format!("network, half circle, m = {points}")
}

impl Experiment for Noise {
    fn about(&self) -> About {
        About {
            id: "E19",
            title: "What does noise in the labels do to what is learned?",
            claims: &["C34", "C36"],
            setup: "erf nets on D0, noisy labels; ReLU nets and the infinite one on noise alone, on circle and sphere",
            seconds: 34.0,
        }
    }

    fn cells(&self, size: Size) -> Vec<Cell> {
        let (width, seeds) = size.of((512, 8), (1024, 16), (4096, 48));
        let mut cells = Cell::sweep(PLAIN, &[width], seeds);
        cells.extend(Cell::sweep(DECAY, &[width], seeds));
        let (counts, nets) = size.of((&NETWORKS[1..2], 6), (&NETWORKS[..], 6), (&NETWORKS[..], 24));
        cells.extend(counts.iter().flat_map(|m| Cell::sweep(&network(*m), &[1024], nets)));
        let (counts, draws) = size.of(
            (vec![MANY], 16),
            (vec![32, 64, 128, MANY, 512], 24),
            (vec![32, 64, 128, MANY, 512, 1024], 48),
        );
        cells.extend(
            [HALF, CIRCLE, SPHERE].iter().flat_map(|kind| Cell::sweep(kind, &counts, draws)),
        );
        cells
    }

    fn cost(&self, cell: &Cell) -> f64 {
        let m = cell.width as f64 / 512.0;
        match cell.variant.as_str() {
            PLAIN | DECAY => 0.3 * m,
            HALF | CIRCLE | SPHERE => 0.1 * m * m,
            name => points_of(name).map_or(1.0, |m| (m as f64 / 16.0).powi(4)),
        }
    }

    fn measure(&self, trial: &Trial) -> Result<Values, LabError> {
        match trial.cell.variant.as_str() {
            PLAIN => noisy_labels(trial, Decay::None, &LOOKS),
            DECAY => noisy_labels(trial, Decay::ToInit(RIDGE), &[WITH_RIDGE]),
            HALF | CIRCLE | SPHERE => interpolated(trial),
            name => fitted_noise(trial, points_of(name).unwrap_or(JUDGED)),
        }
    }

    fn judge(&self, points: &Points) -> Result<Findings, LabError> {
        let theory = Theory::of()?;
        let mut table = Table::new(["D0", "variance / σ²", "closed form", "as if t = ∞, no ridge"]);
        let mut estimates = Vec::new();
        let width = points.widths(PLAIN).first().copied().unwrap_or(1);
        let slack = SPREAD / width as f64;
        let late = theory.late()?;
        let rows =
            LOOKS.iter().enumerate().map(|(k, &steps)| (PLAIN, k, format!("after {steps} steps")));
        for (variant, k, name) in rows.chain([(DECAY, 0, format!("decay, λ = {RIDGE}"))]) {
            let closed = if variant == DECAY { theory.ridge()? } else { theory.after(LOOKS[k])? };
            let found = points.mean(variant, width, &format!("variance[{k}]"));
            table.row([name.clone(), with_error(found), number(closed), number(late)]);
            let common = late / closed;
            let apart = (common - 1.0).abs() > 0.2;
            estimates.push(Estimate {
                name: format!("D0, {name}: variance / closed form"),
                claim: "C36",
                measured: found.times(1.0 / closed),
                theory: Band::around(1.0, slack, "1"),
                why: "Θ̂₀ scatters by 1/√n, which moves the mean of |a|² by O(1/n)",
                common: apart.then(|| {
                    Band::around(common, 0.0, format!("{}: t = ∞, no ridge", number(common)))
                }),
                resolution: 0.25,
            });
        }
        estimates.extend(tempered(points)?);
        let mut many = Table::new(["noise alone", "m", "excess risk / σ²"]);
        for (variant, m, found) in excesses(points) {
            many.row([variant, m.to_string(), with_error(found)]);
        }
        Ok(Findings { estimates, tables: vec![table, many], figure: figure(points) })
    }
}

/// The mean of |a|² may lie off its closed form by this over n.
const SPREAD: f64 = 20.0;

/// Estimates of C34.
fn tempered(points: &Points) -> Result<Vec<Estimate>, LabError> {
    let m = MANY as f64;
    let two_thirds = 2.0 / 3.0;
    let judged = equally_spaced(JUDGED);
    let kernel = excess(&judged, &tested_half_circle())?;
    let benign = |most: f64| Some(Band::between(0.0, most, "→ 0: benign"));
    let estimate = |name: &str, variant: &str, width, theory, why, common| Estimate {
        name: name.to_owned(),
        claim: "C34",
        measured: points.mean(variant, width, "excess"),
        theory,
        why,
        common,
        resolution: 0.0,
    };
    Ok(vec![
        estimate(
            "networks, 8 points of the half circle: excess risk / σ²",
            &network(JUDGED),
            1024,
            Band::around(kernel, 0.04, number(kernel)),
            "Θ̂₀ scatters, which moves the mean by O(1/n)",
            benign(1.0 / JUDGED as f64),
        ),
        estimate(
            "half circle, 256 random points: excess risk / σ²",
            HALF,
            MANY,
            Band::between(two_thirds, two_thirds + 2.0 / m, "2/3: linear interpolation"),
            "the kernel is −|x − x′| only near its cusp: what is smooth adds about 1/m",
            benign(0.1),
        ),
        estimate(
            "circle, 256 random points: excess risk / σ²",
            CIRCLE,
            MANY,
            Band::between(two_thirds, 1.0, "2/3 to 1, to 2/3 like 1/ln²m"),
            "the slope w·x, of which a few pairs decide, comes on top of 2/3",
            benign(0.1),
        ),
        estimate(
            "sphere, d = 3, 256 random points: excess risk / σ²",
            SPHERE,
            MANY,
            Band::between(PLANE, PLANE + 15.0 / m, "0.42: points of the plane"),
            "what is smooth adds about 11/m; allowed 15/m",
            benign(0.1),
        ),
    ])
}

/// Row k of a Hadamard matrix (Sylvester’s) whose columns have random signs.
fn noise(k: usize, points: usize, seed: u64) -> DMatrix<f64> {
    // A stream that no layer of weights uses.
    let signs: DMatrix<f64> = normals(points, 1, 1.0, seed, 1000);
    DMatrix::from_fn(points, 1, |i, _| {
        let sign = if (k & i).count_ones().is_multiple_of(2) { 1.0 } else { -1.0 };
        sign * signs[i].signum()
    })
}

/// Variance over noise at the test points, on average and over σ².
fn noisy_labels(trial: &Trial, decay: Decay, looks: &[usize]) -> Result<Values, LabError> {
    let theory = Theory::of()?;
    let (xs, clean) = d0()?;
    let design = Design::new(xs.ncols(), 1, trial.cell.width, Activation::Erf);
    let start = trial.network(design)?;
    let f0 = start.outputs(&xs)?;
    let settings = Settings { decay, ..Settings::new(theory.rate) };
    // f at the test points for each look and each set of noises.
    let mut f = vec![Vec::new(); looks.len()];
    for k in 0..clean.len() {
        for side in [SIGMA, -SIGMA] {
            let y = &clean * CLEAN + noise(k, clean.len(), trial.seed) * side;
            let mut network = start.clone();
            let mut descent = Descent::new(&mut network, &xs, &(&f0 + &y), settings)?;
            for (look, f) in looks.iter().zip(&mut f) {
                descent.run(look - descent.steps())?;
                f.push(descent.network().outputs(&theory.test)?);
            }
        }
    }
    let variance = f.iter().map(|f| {
        let count = f.len() as f64;
        let mean = f.iter().fold(f[0].clone() * 0.0, |sum, f| sum + f) / count;
        let square: f64 = f.iter().map(|f| (f - &mean).norm_squared()).sum();
        square / count / mean.len() as f64 / (SIGMA * SIGMA)
    });
    Ok(Values::default().with_all("variance", variance))
}

/// Networks trained on noise alone until little of it is left.
fn fitted_noise(trial: &Trial, points: usize) -> Result<Values, LabError> {
    let (xs, test) = (equally_spaced(points), tested_half_circle());
    let start = trial.network(Design::new(2, 1, trial.cell.width, Activation::Relu))?;
    let (f0, f0_test) = (start.outputs(&xs)?, start.outputs(&test)?);
    let settings = Settings::new(1.0 / largest_eigenvalue(&start, &xs)?);
    let mut square = 0.0;
    for k in 0..points {
        let targets = &f0 + noise(k, points, trial.seed) * SMALL;
        let mut network = start.clone();
        Descent::new(&mut network, &xs, &targets, settings)?.run_until(0.01 * SMALL, 100_000)?;
        square += (network.outputs(&test)? - &f0_test).norm_squared();
    }
    let sets = points as f64 * test.nrows() as f64;
    Ok(Values::default().with("excess", square / sets / (SMALL * SMALL)))
}

/// The infinite network on random points.
fn interpolated(trial: &Trial) -> Result<Values, LabError> {
    let dimension = if trial.cell.variant == SPHERE { 3 } else { 2 };
    let drawn = |count, stream| {
        let mut xs: DMatrix<f64> = normals(count, dimension, 1.0, trial.seed, stream);
        for mut x in xs.row_iter_mut() {
            x.normalize_mut();
            if trial.cell.variant == HALF && x[1] < 0.0 {
                x.neg_mut();
            }
        }
        xs
    };
    let value = excess(&drawn(trial.cell.width, 0), &drawn(TESTED_ON, 1))?;
    Ok(Values::default().with("excess", value))
}

/// The mean of |a|² over test points for the infinite ReLU network: what interpolated noise adds to the risk.
fn excess(xs: &DMatrix<f64>, test: &DMatrix<f64>) -> Result<f64, LabError> {
    let kernel = Architecture::new(1, Relu);
    let a = Ridge::new(&kernel.ntk_gram(xs)?, 0.0)?.smoother(&kernel.ntk_cross(test, xs)?)?;
    Ok(a.norm_squared() / test.nrows() as f64)
}

/// In the middle of `count` equal parts of the half circle.
fn equally_spaced(count: usize) -> DMatrix<f64> {
    DMatrix::from_fn(count, 2, |i, k| {
        let angle = std::f64::consts::PI * (i as f64 + 0.5) / count as f64;
        if k == 0 { angle.cos() } else { angle.sin() }
    })
}

fn tested_half_circle() -> DMatrix<f64> {
    equally_spaced(TESTED_ON)
}

fn points_of(variant: &str) -> Option<usize> {
    NETWORKS.into_iter().find(|m| network(*m) == variant)
}

/// The closed forms on D0, each the mean of |a|² over the test points.
struct Theory {
    test: DMatrix<f64>,
    spectrum: Spectrum,
    cross: DMatrix<f64>,
    gram: DMatrix<f64>,
    rate: f64,
}

impl Theory {
    fn of() -> Result<Self, LabError> {
        let (xs, _) = d0()?;
        let kernel = Architecture::new(1, Erf);
        let test = unit_vectors(16, xs.ncols(), 19);
        let gram = kernel.ntk_gram(&xs)?;
        let spectrum = Spectrum::of(&gram)?;
        let rate = 1.0 / spectrum.eigenvalues()[0];
        Ok(Self { cross: kernel.ntk_cross(&test, &xs)?, test, spectrum, gram, rate })
    }

    fn variance(&self, training: Training) -> Result<f64, LabError> {
        let test = TestPoints::from_zero(&self.spectrum, &self.cross)?;
        Ok(label_noise_variance(&self.spectrum, &test, training, 1.0)?.mean())
    }

    fn after(&self, steps: usize) -> Result<f64, LabError> {
        let steps = u32::try_from(steps).unwrap_or(u32::MAX);
        self.variance(Training::GradientDescent { learning_rate: self.rate, steps })
    }

    fn late(&self) -> Result<f64, LabError> {
        self.variance(Training::until_converged())
    }

    fn ridge(&self) -> Result<f64, LabError> {
        let a = Ridge::new(&self.gram, RIDGE)?.smoother(&self.cross)?;
        Ok(DVector::from_iterator(a.nrows(), a.row_iter().map(|row| row.norm_squared())).mean())
    }
}

/// Variant, number of points and excess risk of all that was fitted to noise alone.
fn excesses(points: &Points) -> Vec<(String, usize, Measured)> {
    let nets = NETWORKS.iter().filter(|m| !points.widths(&network(**m)).is_empty());
    let net = |&m: &usize| {
        ("networks, half circle".to_owned(), m, points.mean(&network(m), 1024, "excess"))
    };
    let mut rows: Vec<_> = nets.map(net).collect();
    for variant in [HALF, CIRCLE, SPHERE] {
        let at = |m| (variant.to_owned(), m, points.mean(variant, m, "excess"));
        rows.extend(points.widths(variant).into_iter().map(at));
    }
    rows
}

fn figure(points: &Points) -> Figure {
    let all = excesses(points);
    let dots = |name: &str| -> Vec<(f64, f64, f64)> {
        let rows = all.iter().filter(|(variant, ..)| variant == name);
        rows.map(|(_, m, found)| (*m as f64, found.value, found.se)).collect()
    };
    let (nets, half, sphere) = (dots("networks, half circle"), dots(HALF), dots(SPHERE));
    let last = half.last().map_or(0.0, |dot| dot.0);
    let level = |value: f64| {
        nets.first().into_iter().map(|dot| dot.0).chain([last]).map(|m| (m, value, 0.0)).collect()
    };
    let from = nets.first().copied().unwrap_or((1.0, 1.0, 0.0));
    let falling = |k: i32| {
        let m = from.0 * (last / from.0).powf(f64::from(k) / 32.0);
        (m, from.1 * from.0 / m, 0.0)
    };
    let benign = (0..=32).map(falling).collect();
    Figure {
        caption:
            "A network that interpolates noise keeps a fixed part of it, however many points there \
                  are: two thirds on a half circle, 0.42 on the sphere."
                .to_owned(),
        x_label: "training points m (to 16 networks, from 32 the infinite one)".to_owned(),
        y_label: "excess risk / σ², fitted to noise alone".to_owned(),
        log_x: true,
        log_y: false,
        series: vec![
            Series::new(Kind::Theory, "2/3", level(2.0 / 3.0)),
            Series::new(Kind::Theory, "0.42", level(PLANE)),
            Series::new(Kind::Common, "benign, 1/m", benign),
            Series::new(Kind::Measured, "", nets),
            Series::new(Kind::Measured, HALF, half),
            Series::new(Kind::Measured, CIRCLE, dots(CIRCLE)),
            Series::new(Kind::Measured, SPHERE, sphere),
        ],
    }
}
