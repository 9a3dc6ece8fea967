use nalgebra::DVector;

use super::error::{check_nonnegative, finite};
use super::gauss::{gauss_legendre, integrate};
use super::{DynamicsError, Learner, TestPoints};

/// Gradient flow with weight decay towards *zero*, on ½Σ(f−y)² + ½ decay ‖θ‖², for a network that is
/// positively homogeneous of degree H (`weight_layers` layers, ReLU or linear, no biases), at n → ∞.
///
/// Since ∇f·θ = Hf and the weights shrink as e^{−λt}, the kernel itself dies:
///
/// ```text
/// ḟ = −e^{−2(H−1)λt} Θ₀ (f − y) − Hλ f
/// ```
///
/// and so does f, in the end. This is not ridge regression; decay towards θ₀ is
/// ([`Training::DecayToInit`](super::Training)).
///
/// Mode by mode, with s = e^{−κt}, κ = 2(H−1)λ, S = (1−s)/κ and p = H/2(H−1), the solution is
/// f = sᵖ e^{−μS} f₀ + μ y J with J = ∫₀^S (1 + κq/s)^{−p} e^{−μq} dq, which is done by Gauss–Legendre
/// panels to about 1e-14.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DecayToZero {
    /// H ≥ 2: hidden layers + 1.
    pub weight_layers: u32,
    /// λ.
    pub decay: f64,
    pub time: f64,
}

/// What one mode has become: f = start · f₀ + μ · pull · y, and the weights of Θ(x*, X) that did it.
struct Mode {
    start: f64,
    pull: f64,
    /// sᵖ (e^{−μS} − 1)/μ, the weight of −f₀.
    memory: f64,
}

impl DecayToZero {
    /// Θ_t/Θ₀ = e^{−2(H−1)λt}.
    ///
    /// ```
    /// use ntk::dynamics::DecayToZero;
    /// let decay = DecayToZero { weight_layers: 2, decay: 0.3, time: 1.0 };
    /// assert_eq!(decay.kernel_ratio(), (-0.6f64).exp());
    /// ```
    pub fn kernel_ratio(&self) -> f64 {
        (-self.kernel_rate() * self.time).exp()
    }

    /// κ = 2(H − 1)λ.
    fn kernel_rate(&self) -> f64 {
        2.0 * (f64::from(self.weight_layers) - 1.0) * self.decay
    }

    fn check(&self) -> Result<(), DynamicsError> {
        if self.weight_layers < 2 {
            let value = f64::from(self.weight_layers);
            let allowed = "at least 2";
            return Err(DynamicsError::Parameter { name: "weight_layers", value, allowed });
        }
        check_nonnegative("decay", self.decay)?;
        check_nonnegative("time", self.time)
    }

    fn mode(&self, mu: f64, nodes: &[(f64, f64)]) -> Mode {
        let kappa = self.kernel_rate();
        let shrunk = (-f64::from(self.weight_layers) * self.decay * self.time).exp();
        let effective_time =
            if kappa == 0.0 { self.time } else { -(-kappa * self.time).exp_m1() / kappa };
        Mode {
            start: shrunk * (-mu * effective_time).exp(),
            pull: self.pull(mu, effective_time, nodes),
            memory: match mu {
                0.0 => 0.0,
                _ => shrunk * (-mu * effective_time).exp_m1() / mu,
            },
        }
    }

    /// J, in panels no wider than the distance to its singularity, nor than three decay lengths.
    fn pull(&self, mu: f64, effective_time: f64, nodes: &[(f64, f64)]) -> f64 {
        let growth = self.kernel_rate() / self.kernel_ratio();
        if mu == 0.0 || !growth.is_finite() {
            return 0.0; // never learnt, or below 1e-150 of y
        }
        let exponent = match self.weight_layers {
            2 => 1.0,
            h => f64::from(h) / (2.0 * (f64::from(h) - 1.0)),
        };
        let end = effective_time.min(45.0 / mu);
        let (mut from, mut sum) = (0.0, 0.0);
        while from < end {
            let to = (from + (from + 1.0 / growth).min(3.0 / mu)).min(end);
            sum +=
                integrate(nodes, from, to, |q| (-mu * q - exponent * (growth * q).ln_1p()).exp());
            from = to;
        }
        sum
    }
}

impl Learner<'_> {
    /// Outputs on the training points under weight decay to zero.
    ///
    /// # Errors
    /// Fewer than two weight layers, or a negative or infinite decay or time.
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::{DecayToZero, Learner, Spectrum};
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_element(1, 1, 1.0))?;
    /// let learner = Learner::from_zero(&spectrum, &DVector::from_element(1, 1.0))?;
    /// let at = |time| DecayToZero { weight_layers: 2, decay: 0.3, time };
    /// let (early, late) = (learner.decayed_at_train(at(2.0))?, learner.decayed_at_train(at(30.0))?);
    /// assert!(early[0] > 0.3 && late[0] < 1e-5);                    // learnt, then forgotten
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn decayed_at_train(&self, decay: DecayToZero) -> Result<DVector<f64>, DynamicsError> {
        decay.check()?;
        let nodes = gauss_legendre(16);
        let (f0, targets) = self.start_and_targets();
        let mut modes = DVector::zeros(f0.len());
        for (i, &mu) in self.spectrum().eigenvalues().iter().enumerate() {
            let mode = decay.mode(mu, &nodes);
            modes[i] = mode.start * f0[i] + mu * mode.pull * targets[i];
        }
        finite("predictions", self.spectrum().eigenvectors() * modes)
    }

    /// Outputs on p test points under weight decay to zero.
    ///
    /// # Errors
    /// As for [`decayed_at_train`](Self::decayed_at_train); also test points of another size.
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::{DecayToZero, Learner, Spectrum, TestPoints};
    ///
    /// let theta = DMatrix::from_row_slice(2, 2, &[1.0, 0.2, 0.2, 1.0]);
    /// let spectrum = Spectrum::of(&theta)?;
    /// let learner = Learner::from_zero(&spectrum, &DVector::from_vec(vec![2.0, -1.0]))?;
    /// let same_points = TestPoints::from_zero(&spectrum, &theta)?;
    /// let decay = DecayToZero { weight_layers: 3, decay: 0.1, time: 4.0 };
    /// let train = learner.decayed_at_train(decay)?;
    /// let test = learner.decayed_at_test(&same_points, decay)?;
    /// assert!((train - test).amax() < 1e-14);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn decayed_at_test(
        &self,
        test: &TestPoints,
        decay: DecayToZero,
    ) -> Result<DVector<f64>, DynamicsError> {
        decay.check()?;
        let nodes = gauss_legendre(16);
        let (f0, targets) = self.start_and_targets();
        let shrunk = (-f64::from(decay.weight_layers) * decay.decay * decay.time).exp();
        let mut weights = DVector::zeros(f0.len());
        for (i, &mu) in self.spectrum().eigenvalues().iter().enumerate() {
            let mode = decay.mode(mu, &nodes);
            weights[i] = mode.memory * f0[i] + mode.pull * targets[i];
        }
        finite("predictions", test.f0() * shrunk + test.weighted(&weights)?)
    }
}
