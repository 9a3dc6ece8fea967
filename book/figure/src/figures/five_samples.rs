//! Five samples on the circle and what many wide networks make of them.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Gaussian, Prior, Spectrum, TestPoints, Training, ensemble_at_test};
use ntk::kernel::{Architecture, Relu};

use super::{draws::normals, show};

/// Angles in degrees, and labels.
pub const SAMPLES: [(f64, f64); 5] =
    [(-120.0, -0.5), (-75.0, 0.5), (-55.0, 1.0), (30.0, -0.3), (100.0, 0.4)];

/// Where the networks are watched, in degrees: the samples are among them.
pub fn watched() -> Vec<f64> {
    (-90..=90).map(|i| 2.0 * f64::from(i)).chain([-75.0, -55.0]).collect()
}

/// The angles that are watched, in order, each with a value.
pub fn in_order(values: impl Iterator<Item = f64>) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = watched().into_iter().zip(values).collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points
}

fn circle(degrees: &[f64]) -> DMatrix<f64> {
    DMatrix::from_fn(degrees.len(), 2, |i, j| {
        let (sin, cos) = degrees[i].to_radians().sin_cos();
        if j == 0 { cos } else { sin }
    })
}

/// The two-layer ReLU network, trained on the samples and watched all around.
pub struct FiveSamples {
    pub labels: DVector<f64>,
    spectrum: Spectrum,
    test: TestPoints,
    nngp: [DMatrix<f64>; 3],
    /// A root of the covariance of f₀ where it is watched.
    root: DMatrix<f64>,
}

impl FiveSamples {
    pub fn new() -> Result<Self, String> {
        let network = Architecture::new(1, Relu);
        let xs = circle(&SAMPLES.map(|(at, _)| at));
        let news = circle(&watched());
        let spectrum = Spectrum::of(&network.ntk_gram(&xs).map_err(show)?).map_err(show)?;
        let cross = network.ntk_cross(&news, &xs).map_err(show)?;
        let nngp_test = network.nngp_gram(&news).map_err(show)?;
        let modes = Spectrum::of(&nngp_test).map_err(show)?;
        let deviations = modes.eigenvalues().map(|v| v.max(0.0).sqrt());
        Ok(Self {
            root: modes.eigenvectors() * DMatrix::from_diagonal(&deviations),
            labels: DVector::from_iterator(SAMPLES.len(), SAMPLES.iter().map(|(_, y)| *y)),
            test: TestPoints::from_zero(&spectrum, &cross).map_err(show)?,
            spectrum,
            nngp: [
                network.nngp_gram(&xs).map_err(show)?,
                network.nngp_cross(&news, &xs).map_err(show)?,
                nngp_test,
            ],
        })
    }

    fn prior(&self) -> Prior<'_> {
        let [nngp_train, nngp_test_train, nngp_test] = &self.nngp;
        Prior { nngp_train, nngp_test_train, nngp_test }
    }

    /// The law of many networks.
    pub fn law(&self, training: Training) -> Result<Gaussian, String> {
        ensemble_at_test(&self.spectrum, &self.labels, &self.test, self.prior(), training)
            .map_err(show)
    }

    /// The posterior of the process that the networks are drawn from.
    pub fn posterior(&self) -> Result<Gaussian, String> {
        self.prior().posterior(&self.labels, 0.0).map_err(show)
    }

    /// One network, trained to the end: f₀ + A (y − f₀(X)), with f₀ drawn from N(0, K).
    pub fn network(&self, seed: u64) -> Result<DVector<f64>, String> {
        let start = &self.root * DVector::from_vec(normals(seed, self.root.ncols()));
        let at = watched();
        let at_samples = SAMPLES.map(|(sample, _)| {
            at.iter().position(|angle| (angle - sample).abs() < 1e-9).map_or(0.0, |i| start[i])
        });
        let gap = &self.labels - DVector::from_row_slice(&at_samples);
        let smoother = self.test.smoother(&self.spectrum, Training::until_converged());
        Ok(start + smoother.map_err(show)? * gap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_network_passes_through_the_samples() {
        let five = FiveSamples::new().expect("a law");
        for seed in 1..4 {
            let f = five.network(seed).expect("a network");
            for (i, at) in watched().iter().enumerate() {
                if let Some((_, label)) = SAMPLES.iter().find(|(sample, _)| sample == at) {
                    assert!((f[i] - label).abs() < 1e-6, "{} at {at}", f[i]);
                }
            }
        }
    }

    #[test]
    fn many_networks_scatter_by_the_law() {
        let five = FiveSamples::new().expect("a law");
        let law = five.law(Training::until_converged()).expect("a law");
        let all: Vec<_> = (1..=400).map(|seed| five.network(seed).expect("a network")).collect();
        for i in (0..watched().len()).step_by(30) {
            let square = |f: &DVector<f64>| (f[i] - law.mean[i]).powi(2);
            let variance = all.iter().map(square).sum::<f64>() / all.len() as f64;
            let expected = law.covariance[(i, i)];
            // Five standard errors of a variance from 400.
            assert!((variance - expected).abs() < 0.36 * expected + 1e-9, "{variance} {expected}");
        }
    }
}
