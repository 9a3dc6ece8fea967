use super::DynamicsError;
use super::error::check_nonnegative;

/// A linear way of training, from f₀ with kernel Θ: a filter g(λ) on the spectrum of Θ.
///
/// Each answers two questions about a mode with eigenvalue λ: what [`filter`](Self::filter) g stands for
/// Θ⁻¹ in f = f₀ + Θ(·, X) g(Θ)(y − f₀), and what share [`residual`](Self::residual) = 1 − λ g(λ) of the
/// initial error is left. Modes with λ = 0 are never learnt, and Θ(x*, X) does not see them: g(0) = 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Training {
    /// ḟ = −Θ(f − y) up to `time`, which may be infinite: g = (1 − e^{−λt})/λ.
    GradientFlow { time: f64 },
    /// `steps` steps f ← f − η Θ(f − y): g = (1 − (1 − ηλ)ᵏ)/λ.
    GradientDescent { learning_rate: f64, steps: u32 },
    /// Kernel ridge regression, the minimum of ½‖f − y‖² + ½ ridge ‖f − f₀‖²_Θ: g = 1/(λ + ridge).
    Ridge { ridge: f64 },
    /// Gradient flow with weight decay towards θ₀, on ½Σ(f−y)² + ½ decay ‖θ − θ₀‖²:
    /// g = (1 − e^{−(λ + decay)t})/(λ + decay). At infinite time this is ridge regression.
    DecayToInit { decay: f64, time: f64 },
    /// Natural-gradient flow θ̇ = −(JᵀJ + damping)⁻¹ Jᵀ(f − y) with J standing still. Undamped, every
    /// mode decays as e^{−t}, whatever its λ; damped, at rate λ/(λ + damping).
    NaturalGradient { damping: f64, time: f64 },
}

impl Training {
    /// Gradient flow at t → ∞: ridgeless regression, the interpolant of y − f₀ of least RKHS norm.
    ///
    /// ```
    /// use ntk::dynamics::Training;
    /// assert_eq!(Training::until_converged().filter(4.0), 0.25);
    /// ```
    pub fn until_converged() -> Self {
        Self::GradientFlow { time: f64::INFINITY }
    }

    /// g(λ), what stands for 1/λ.
    ///
    /// ```
    /// use ntk::dynamics::Training;
    /// let flow = Training::GradientFlow { time: 2.0 };
    /// assert!((flow.filter(1e-20) - 2.0).abs() < 1e-15);             // λ → 0: the time itself
    /// assert!((flow.filter(1.0) - (1.0 - (-2.0f64).exp())).abs() < 1e-15);
    /// ```
    pub fn filter(&self, lambda: f64) -> f64 {
        if lambda == 0.0 {
            return 0.0;
        }
        match *self {
            Self::GradientFlow { time } => decayed(lambda * time) / lambda,
            Self::GradientDescent { learning_rate, steps } => {
                contracted(learning_rate * lambda, steps) / lambda
            }
            Self::Ridge { ridge } => 1.0 / (lambda + ridge),
            Self::DecayToInit { decay, time } => {
                decayed((lambda + decay) * time) / (lambda + decay)
            }
            Self::NaturalGradient { damping, time } => {
                decayed(lambda / (lambda + damping) * time) / lambda
            }
        }
    }

    /// 1 − λ g(λ), to full relative accuracy: the share of a mode's initial error that is left.
    ///
    /// ```
    /// use ntk::dynamics::Training;
    /// let flow = Training::GradientFlow { time: 100.0 };
    /// assert_eq!(flow.residual(1.0), (-100.0f64).exp());
    /// ```
    pub fn residual(&self, lambda: f64) -> f64 {
        if lambda == 0.0 {
            return 1.0;
        }
        match *self {
            Self::GradientFlow { time } => (-lambda * time).exp(),
            Self::GradientDescent { learning_rate, steps } => {
                contraction(learning_rate * lambda, steps)
            }
            Self::Ridge { ridge } => ridge / (lambda + ridge),
            Self::DecayToInit { decay, time } => {
                let rate = lambda + decay;
                (decay + lambda * (-rate * time).exp()) / rate
            }
            Self::NaturalGradient { damping, time } => (-lambda / (lambda + damping) * time).exp(),
        }
    }

    /// Are its numbers in range?
    pub(crate) fn check(&self) -> Result<(), DynamicsError> {
        let check_time = |time: f64| {
            let allowed = "a number from 0 to inf";
            let wrong = DynamicsError::Parameter { name: "time", value: time, allowed };
            if time >= 0.0 { Ok(()) } else { Err(wrong) }
        };
        match *self {
            Self::GradientFlow { time } => check_time(time),
            Self::GradientDescent { learning_rate, .. } => {
                check_nonnegative("learning_rate", learning_rate)
            }
            Self::Ridge { ridge } => check_nonnegative("ridge", ridge),
            Self::DecayToInit { decay, time } => {
                check_time(time)?;
                check_nonnegative("decay", decay)
            }
            Self::NaturalGradient { damping, time } => {
                check_time(time)?;
                check_nonnegative("damping", damping)
            }
        }
    }
}

/// 1 − e^{−x}.
fn decayed(x: f64) -> f64 {
    -(-x).exp_m1()
}

/// 1 − (1 − x)ᵏ, without cancellation for small x.
fn contracted(x: f64, steps: u32) -> f64 {
    if x < 0.5 { -log_power(x, steps).exp_m1() } else { 1.0 - contraction(x, steps) }
}

/// (1 − x)ᵏ; through the logarithm, because 1 − x rounds off what k steps would multiply.
fn contraction(x: f64, steps: u32) -> f64 {
    let magnitude = log_power(x, steps).exp();
    if x > 1.0 && steps % 2 == 1 { -magnitude } else { magnitude }
}

/// k ln |1 − x|.
fn log_power(x: f64, steps: u32) -> f64 {
    if steps == 0 {
        return 0.0;
    }
    f64::from(steps) * if x < 1.0 { (-x).ln_1p() } else { (x - 1.0).ln() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRAININGS: [Training; 7] = [
        Training::GradientFlow { time: 0.7 },
        Training::GradientFlow { time: f64::INFINITY },
        Training::GradientDescent { learning_rate: 0.3, steps: 5 },
        Training::GradientDescent { learning_rate: 1e-9, steps: 1_000_000_000 },
        Training::Ridge { ridge: 0.4 },
        Training::DecayToInit { decay: 0.4, time: 1.5 },
        Training::NaturalGradient { damping: 0.1, time: 1.1 },
    ];

    #[test]
    fn filter_and_residual_tell_the_same_story() {
        for training in TRAININGS {
            for lambda in [0.0, 1e-12, 0.3, 1.0, 4.0] {
                let error = training.residual(lambda) - (1.0 - lambda * training.filter(lambda));
                assert!(error.abs() < 1e-14, "{training:?} at λ = {lambda}: {error:e}");
            }
        }
    }

    #[test]
    fn small_steps_of_descent_are_flow() {
        let descent = Training::GradientDescent { learning_rate: 1e-9, steps: 1_000_000_000 };
        let flow = Training::GradientFlow { time: 1.0 };
        assert!((descent.residual(2.0) / flow.residual(2.0) - 1.0).abs() < 1e-8);
    }

    #[test]
    fn above_the_stability_limit_descent_diverges_with_alternating_sign() {
        let descent = |steps| Training::GradientDescent { learning_rate: 1.0, steps }.residual(2.5);
        assert!((descent(3) + 1.5f64.powi(3)).abs() < 1e-14);
        assert!((descent(4) - 1.5f64.powi(4)).abs() < 1e-14);
    }

    #[test]
    fn decay_to_init_ends_as_ridge_regression() {
        let decayed = Training::DecayToInit { decay: 0.2, time: f64::INFINITY };
        let ridge = Training::Ridge { ridge: 0.2 };
        for lambda in [1e-6, 0.5, 3.0] {
            assert_eq!(decayed.filter(lambda), ridge.filter(lambda));
        }
    }
}
