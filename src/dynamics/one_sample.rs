use std::f64::consts::PI;

/// A wide two-layer ReLU network, f = N^{−1/2} Σ aᵢ σ(wᵢ·x), that gradient flow teaches one sample of
/// length 1 from f₀ = 0: not a frozen kernel, but the whole motion, at a fixed η = |y|/√N.
///
/// For y > 0 a unit (z, a), z = w·x, turns hyperbolically while its gate is open, z cosh s + a sinh s and
/// a cosh s + z sinh s, and rests as soon as z = 0. At first z and a are independent N(0, 1), so those that
/// have closed were in a sector of angle β = atan(tanh s) of the half disc z > 0, and
///
/// ```text
/// Θ̂(x, x) = (1 − β/π) cosh 2s + sinh² s tanh 2s / π,
/// f/√N    = (1 − β/π) sinh 2s / 2 + sinh² s / 2π,
/// ```
///
/// of which the first is the derivative of the second with respect to s. For y < 0 exchange a and −a.
/// Derived for this course; no paper is known to state it.
///
/// ```
/// use ntk::dynamics::OneSample;
/// let learnt = OneSample::learnt(0.125);                       // y = 4 with 1024 units
/// assert!((learnt.output() - 0.125).abs() < 1e-15);
/// assert!(learnt.drift() < 0.0);                               // gates that close outweigh the rest
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OneSample {
    /// s.
    pub turn: f64,
}

impl OneSample {
    /// After training to f = y: `eta` is y/√N. The sign makes no difference to the kernel.
    ///
    /// ```
    /// use ntk::dynamics::OneSample;
    /// let learnt = OneSample::learnt(0.01);
    /// assert!(learnt.turn > 0.01);                                // gates that close no longer help
    /// assert_eq!(learnt, OneSample::learnt(-0.01));
    /// ```
    pub fn learnt(eta: f64) -> Self {
        let eta = eta.abs();
        // Newton's method; were no gate to close, its start would be the solution.
        let mut state = Self { turn: (2.0 * eta).asinh() / 2.0 };
        for _ in 0..20 {
            state.turn -= (state.output() - eta) / (1.0 + state.drift());
        }
        state
    }

    /// β, of the angle π in which gates are open at first.
    ///
    /// ```
    /// use ntk::dynamics::OneSample;
    /// let all = OneSample { turn: 20.0 };
    /// assert!((all.closed() - std::f64::consts::FRAC_PI_4).abs() < 1e-15);      // never more than a quarter
    /// ```
    pub fn closed(self) -> f64 {
        self.turn.tanh().atan()
    }

    /// Θ̂(x, x) − 1: how far the kernel has moved, to the last digits for small turns too.
    ///
    /// ```
    /// use ntk::dynamics::OneSample;
    /// let eta = 1e-6;
    /// let first = -eta / std::f64::consts::PI;
    /// assert!((OneSample::learnt(eta).drift() / first - 1.0).abs() < 1e-5);
    /// ```
    pub fn drift(self) -> f64 {
        let square = self.turn.sinh().powi(2);
        let double = 2.0 * self.turn;
        2.0 * square - self.closed() / PI * double.cosh() + square * double.tanh() / PI
    }

    /// f/√N.
    ///
    /// ```
    /// use ntk::dynamics::OneSample;
    /// assert_eq!(OneSample { turn: 0.0 }.output(), 0.0);
    /// ```
    pub fn output(self) -> f64 {
        let open = 1.0 - self.closed() / PI;
        open * (2.0 * self.turn).sinh() / 2.0 + self.turn.sinh().powi(2) / (2.0 * PI)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// df/ds = √N Θ̂: what the output gains is what the kernel is on the way.
    #[test]
    fn the_output_grows_at_the_rate_of_the_kernel() {
        for turn in [0.01, 0.1, 0.5, 1.5] {
            let output = |by: f64| OneSample { turn: turn + by }.output();
            let quotient = (output(1e-5) - output(-1e-5)) / 2e-5;
            let kernel = 1.0 + OneSample { turn }.drift();
            assert!((quotient - kernel).abs() < 1e-9 * kernel, "{turn}: {quotient}, not {kernel}");
        }
    }

    #[test]
    fn a_small_label_leaves_three_terms_of_the_expansion() {
        let eta = 1e-2f64;
        let terms = [-1.0 / PI, 2.0 - 0.5 / PI.powi(2), 10.0 / (3.0 * PI) - 0.5 / PI.powi(3)];
        let sum: f64 = terms.iter().enumerate().map(|(k, c)| c * eta.powi(k as i32 + 1)).sum();
        assert!((OneSample::learnt(eta).drift() - sum).abs() < 3.0 * eta.powi(4));
    }

    /// The mean over the round start, by a grid of angles: each unit turns, or has closed.
    #[test]
    fn the_closed_form_is_the_mean_over_units() {
        for turn in [0.1f64, 0.7] {
            let state = OneSample { turn };
            let steps = 200_000;
            let (mut kernel, mut output) = (0.0, 0.0);
            for k in 0..steps {
                let angle = PI * ((f64::from(k) + 0.5) / f64::from(steps) - 0.5);
                let (a, z) = angle.sin_cos();
                let open = z * turn.cosh() + a * turn.sinh() > 0.0;
                if open {
                    kernel += (2.0 * turn).cosh() + 2.0 * a * z * (2.0 * turn).sinh();
                    output += a * z * (2.0 * turn).cosh() + (2.0 * turn).sinh() / 2.0;
                }
            }
            let mean = f64::from(steps);
            assert!((kernel / mean - 1.0 - state.drift()).abs() < 1e-5);
            assert!((output / mean - state.output()).abs() < 1e-5);
        }
    }

    #[test]
    fn large_labels_are_learnt_too() {
        for eta in [1.0, 30.0, 1e6] {
            assert!((OneSample::learnt(eta).output() / eta - 1.0).abs() < 1e-12, "{eta}");
        }
    }
}
