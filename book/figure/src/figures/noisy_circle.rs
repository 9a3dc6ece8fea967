//! Noisy labels on the circle: what they are, and what a training time or a ridge makes of them.

use std::f64::consts::TAU;

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, TestPoints, Training, label_noise_variance};
use ntk::kernel::{Architecture, Relu};

use super::{draws::normals, show};

pub const POINTS: usize = 48;
/// The standard deviation of the noise.
pub const SIGMA: f64 = 0.5;
const SEED: u64 = 12;

pub fn truth(angle: f64) -> f64 {
    angle.cos() + 0.5 * (2.0 * angle).sin()
}

fn circle(angles: &[f64]) -> DMatrix<f64> {
    DMatrix::from_fn(angles.len(), 2, |i, j| if j == 0 { angles[i].cos() } else { angles[i].sin() })
}

/// A wide two-layer ReLU network with biases, so that no harmonic is out of reach, trained on equally
/// spaced points.
pub struct NoisyCircle {
    pub angles: Vec<f64>,
    spectrum: Spectrum,
}

impl NoisyCircle {
    pub fn new() -> Result<Self, String> {
        let angles: Vec<f64> = (0..POINTS).map(|i| TAU * i as f64 / POINTS as f64).collect();
        let theta =
            Architecture::new(1, Relu).with_bias(1.0).ntk_gram(&circle(&angles)).map_err(show)?;
        Ok(Self { angles, spectrum: Spectrum::of(&theta).map_err(show)? })
    }

    /// One draw of the labels.
    pub fn labels(&self) -> Vec<f64> {
        let noise = normals(SEED, POINTS);
        self.angles.iter().zip(noise).map(|(&at, z)| truth(at) + SIGMA * z).collect()
    }

    /// What is predicted at these angles from those labels.
    pub fn predicted(&self, angles: &[f64], training: Training) -> Result<DVector<f64>, String> {
        let test = self.test(angles)?;
        let labels = DVector::from_vec(self.labels());
        let learner = Learner::from_zero(&self.spectrum, &labels).map_err(show)?;
        learner.at_test(&test, training).map_err(show)
    }

    /// Squared bias plus the variance from label noise, a mean over the circle.
    pub fn risk(&self, training: Training) -> Result<f64, String> {
        let angles: Vec<f64> = (0..96).map(|i| TAU * (f64::from(i) + 0.5) / 96.0).collect();
        let test = self.test(&angles)?;
        let clean = DVector::from_iterator(POINTS, self.angles.iter().map(|&at| truth(at)));
        let learner = Learner::from_zero(&self.spectrum, &clean).map_err(show)?;
        let mean = learner.at_test(&test, training).map_err(show)?;
        let bias = mean.iter().zip(&angles).map(|(f, &at)| (f - truth(at)).powi(2)).sum::<f64>();
        let noise = label_noise_variance(&self.spectrum, &test, training, SIGMA * SIGMA);
        Ok(bias / angles.len() as f64 + noise.map_err(show)?.mean())
    }

    fn test(&self, angles: &[f64]) -> Result<TestPoints, String> {
        let network = Architecture::new(1, Relu).with_bias(1.0);
        let cross = network.ntk_cross(&circle(angles), &circle(&self.angles)).map_err(show)?;
        TestPoints::from_zero(&self.spectrum, &cross).map_err(show)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn risk(training: Training) -> f64 {
        NoisyCircle::new().and_then(|circle| circle.risk(training)).expect("a risk")
    }

    #[test]
    fn stopping_at_t_costs_at_most_1_69_times_as_much_as_a_ridge_of_1_over_t() {
        for log in -8..16 {
            let time = 10.0_f64.powf(f64::from(log) / 4.0);
            let flow = risk(Training::GradientFlow { time });
            let ridge = risk(Training::Ridge { ridge: 1.0 / time });
            assert!(flow <= 1.69 * ridge, "at {time}: {flow} and {ridge}");
        }
    }
}
