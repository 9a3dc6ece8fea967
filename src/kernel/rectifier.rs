//! The activations that are linear on either side of 0: ReLU, leaky ReLU, |z|, and z itself.
//!
//! Each is A z + B |z|. Since E\[u|v|\] = 0, its dual is A² times the identity's plus B² times that of
//! |z|, and the latter depends on the angle alone (Cho & Saul 2009):
//!
//! ```text
//! E[|u||v|]/σσ′ = cos θ + 2 D(θ)   with   D(θ) = (sin θ − θ cos θ)/π      E[sgn u sgn v] = 1 − 2θ/π
//! ```
//!
//! Both are even and odd about θ = π/2, so nearly opposite inputs use π − θ and lose nothing.

use std::f64::consts::TAU;

use super::covariance::sine_excess;
use super::{Activation, ClosedForm, Covariance, Dual};

/// max(0, z).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Relu;

/// z for z > 0, `slope`·z elsewhere. |slope| ≤ 1e150.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeakyRelu {
    pub slope: f64,
}

/// |z|.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Absolute;

/// z: the deep linear network, Θᴸ = (L + 1) x·x′.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Linear;

impl Activation for Relu {
    fn dual(&self, lambda: &Covariance) -> Dual {
        Rectifier::with_slope(0.0).dual(lambda)
    }

    fn diagonal(&self, std: f64) -> (f64, f64) {
        Rectifier::with_slope(0.0).diagonal(std)
    }

    fn closed_form(&self) -> Option<ClosedForm> {
        Some(ClosedForm::Rectifier { slope: 0.0 })
    }
}

impl Activation for LeakyRelu {
    fn dual(&self, lambda: &Covariance) -> Dual {
        Rectifier::with_slope(self.slope).dual(lambda)
    }

    fn diagonal(&self, std: f64) -> (f64, f64) {
        Rectifier::with_slope(self.slope).diagonal(std)
    }

    fn closed_form(&self) -> Option<ClosedForm> {
        Some(ClosedForm::Rectifier { slope: self.slope })
    }
}

impl Activation for Absolute {
    fn dual(&self, lambda: &Covariance) -> Dual {
        Rectifier::with_slope(-1.0).dual(lambda)
    }

    fn diagonal(&self, std: f64) -> (f64, f64) {
        Rectifier::with_slope(-1.0).diagonal(std)
    }

    fn closed_form(&self) -> Option<ClosedForm> {
        Some(ClosedForm::Rectifier { slope: -1.0 })
    }
}

impl Activation for Linear {
    fn dual(&self, lambda: &Covariance) -> Dual {
        Rectifier::with_slope(1.0).dual(lambda)
    }

    fn diagonal(&self, std: f64) -> (f64, f64) {
        Rectifier::with_slope(1.0).diagonal(std)
    }

    fn closed_form(&self) -> Option<ClosedForm> {
        Some(ClosedForm::Rectifier { slope: 1.0 })
    }
}

/// A z + B |z|, with A² + B² factored out of everything.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rectifier {
    slope: f64,
    /// √(A² + B²): what the standard deviation is multiplied by.
    pub(crate) scale: f64,
    /// A²/(A² + B²).
    pub(crate) linear: f64,
    /// B²/(A² + B²).
    pub(crate) absolute: f64,
}

impl Rectifier {
    pub(crate) fn with_slope(slope: f64) -> Self {
        let (a, b) = (0.5 + 0.5 * slope, 0.5 - 0.5 * slope);
        let scale = a.hypot(b);
        Self { slope, scale, linear: (a / scale).powi(2), absolute: (b / scale).powi(2) }
    }

    fn dual(&self, lambda: &Covariance) -> Dual {
        Dual { nngp: self.correlation(lambda).scaled(self.scale), kdot: self.kdot(lambda) }
    }

    fn diagonal(&self, std: f64) -> (f64, f64) {
        let square = self.slope * self.slope;
        let kdot = if std == 0.0 { square } else { (1.0 + square) / 2.0 };
        ((std * self.scale).min(f64::MAX), kdot)
    }

    /// The next correlation. It is ρ + 2B²D(θ) at an acute angle; at an obtuse one, |z| sees π − θ.
    fn correlation(&self, lambda: &Covariance) -> Covariance {
        let Self { linear, absolute, .. } = self;
        let Covariance { rho, one_minus, one_plus, .. } = *lambda;
        if lambda.is_acute() {
            let gain = 2.0 * absolute * sine_excess(lambda.theta());
            Covariance {
                rho: rho + gain,
                one_minus: one_minus - gain,
                one_plus: one_plus + gain,
                ..*lambda
            }
        } else {
            let excess = 2.0 * sine_excess(lambda.theta_complement());
            Covariance {
                rho: (linear - absolute) * rho + absolute * excess,
                one_minus: linear * one_minus + absolute * (one_plus - excess),
                one_plus: linear * one_plus + absolute * (one_minus + excess),
                ..*lambda
            }
        }
    }

    /// A² + B²(1 − 2θ/π), where a zero input counts as lying left of the kink.
    fn kdot(&self, lambda: &Covariance) -> f64 {
        let slope = self.slope;
        match (lambda.std_x == 0.0, lambda.std_y == 0.0) {
            (true, true) => return slope * slope,
            (true, false) | (false, true) => return slope * (0.5 + 0.5 * slope),
            (false, false) => {}
        }
        // In terms of the chance θ/2π that only u is positive: E[φ′φ′] = (1 + s²)/2 − (1 − s)² θ/2π.
        if lambda.is_acute() {
            (1.0 + slope * slope) / 2.0 - (1.0 - slope).powi(2) * lambda.theta() / TAU
        } else {
            slope + (1.0 - slope).powi(2) * lambda.theta_complement() / TAU
        }
    }
}
