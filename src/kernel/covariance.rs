use std::f64::consts::PI;

/// The covariance Λ of a pair of centred Gaussians (u, v), kept so that no digit is lost.
///
/// 1 − ρ and 1 + ρ stand beside ρ, each with full relative accuracy: the angle of two nearly parallel
/// inputs is √(2(1 − ρ)), and no digit of it survives in ρ itself. Variances are kept as standard
/// deviations, whose squares may leave the range of f64 without harm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Covariance {
    /// Standard deviation of u.
    pub std_x: f64,
    /// Standard deviation of v.
    pub std_y: f64,
    /// The correlation ρ.
    pub rho: f64,
    /// 1 − ρ.
    pub one_minus: f64,
    /// 1 + ρ.
    pub one_plus: f64,
}

impl Covariance {
    /// Λ from standard deviations and a correlation in [−1, 1].
    ///
    /// ```
    /// use ntk::kernel::Covariance;
    /// assert_eq!(Covariance::new(2.0, 3.0, 0.5).value(), 3.0);
    /// ```
    pub fn new(std_x: f64, std_y: f64, rho: f64) -> Self {
        Self { std_x, std_y, rho, one_minus: 1.0 - rho, one_plus: 1.0 + rho }
    }

    /// Λ of a variable with itself: ρ = 1.
    ///
    /// ```
    /// use ntk::kernel::Covariance;
    /// assert_eq!(Covariance::diagonal(3.0).value(), 9.0);
    /// ```
    pub fn diagonal(std: f64) -> Self {
        Self { std_x: std, std_y: std, rho: 1.0, one_minus: 0.0, one_plus: 2.0 }
    }

    /// The covariance E\[uv\].
    ///
    /// ```
    /// use ntk::kernel::Covariance;
    /// assert_eq!(Covariance::new(1e-150, 1e150, -1.0).value(), -1.0);
    /// ```
    pub fn value(&self) -> f64 {
        (self.std_x * self.rho) * self.std_y
    }

    /// The angle θ = arccos ρ, to full relative accuracy.
    ///
    /// ```
    /// use ntk::kernel::Covariance;
    /// let nearly_parallel = Covariance { one_minus: 0.5e-24, ..Covariance::diagonal(1.0) };
    /// assert!((nearly_parallel.theta() - 1e-12).abs() < 1e-27);
    /// ```
    pub fn theta(&self) -> f64 {
        2.0 * self.one_minus.sqrt().atan2(self.one_plus.sqrt())
    }

    /// π − θ, to full relative accuracy.
    ///
    /// ```
    /// use ntk::kernel::Covariance;
    /// let right_angle = Covariance::new(1.0, 1.0, 0.0);
    /// assert_eq!(right_angle.theta_complement(), std::f64::consts::FRAC_PI_2);
    /// ```
    pub fn theta_complement(&self) -> f64 {
        2.0 * self.one_plus.sqrt().atan2(self.one_minus.sqrt())
    }

    /// The same with the second variable negated.
    pub(crate) fn negated(&self) -> Self {
        Self { rho: -self.rho, one_minus: self.one_plus, one_plus: self.one_minus, ..*self }
    }

    /// Λ of (c u, c v). Saturates instead of overflowing, so that 0 · ∞ cannot arise.
    pub(crate) fn scaled(&self, gain: f64) -> Self {
        Self { std_x: scaled(self.std_x, gain), std_y: scaled(self.std_y, gain), ..*self }
    }

    /// Λ of (u + bβ, v + bβ) for one β ~ N(0, 1): b² is added to all four entries.
    ///
    /// With N = √((σ²+b²)(σ′²+b²)) the new 1 − ρ is (N − σσ′ρ − b²)/N. Its cancellation is removed by
    /// N² − (σσ′+b²)² = b²(σ−σ′)², and that of 1 + ρ by N² − σ²σ′² = b²(σ²+σ′²+b²).
    pub(crate) fn with_bias(&self, bias: f64) -> Self {
        let b = bias.abs();
        if b == 0.0 {
            return *self;
        }
        let (std_x, std_y) = (with_bias(self.std_x, b), with_bias(self.std_y, b));
        // Each quantity as a fraction of its standard deviation: no square can overflow.
        let (p, q) = (self.std_x / std_x, self.std_y / std_y);
        let (bx, by) = (b / std_x, b / std_y);
        let (product, bias_part) = (p * q, bx * by);
        let apart = (self.std_x - self.std_y) / std_x * (b / std_y);
        let spread = bx.powi(2) * q.powi(2) + by.powi(2) * p.powi(2) + (bx * by).powi(2);
        Self {
            std_x,
            std_y,
            rho: (product * self.rho + bias_part).clamp(-1.0, 1.0),
            one_minus: apart.powi(2) / (1.0 + product + bias_part) + product * self.one_minus,
            one_plus: bias_part + spread / (1.0 + product) + product * self.one_plus,
        }
    }

    /// Is the angle at most a right one?
    pub(crate) fn is_acute(&self) -> bool {
        self.one_minus <= self.one_plus
    }
}

/// The standard deviation of c u, saturated.
pub(crate) fn scaled(std: f64, gain: f64) -> f64 {
    (std * gain.abs()).min(f64::MAX)
}

/// The standard deviation of u + bβ, saturated.
pub(crate) fn with_bias(std: f64, bias: f64) -> f64 {
    if bias == 0.0 { std } else { std.hypot(bias).min(f64::MAX) }
}

/// (sin θ − θ cos θ)/π for θ in [0, π/2], to nearly full relative accuracy.
pub(crate) fn sine_excess(theta: f64) -> f64 {
    if theta > 0.5 {
        return (theta.sin() - theta * theta.cos()) / PI;
    }
    // Σ_{k≥1} (−1)^{k+1} 2k θ^{2k+1}/(2k+1)!
    let square = theta * theta;
    let mut power = theta * square / 6.0; // θ^{2k+1}/(2k+1)!, with its sign
    let mut sum = 0.0;
    for k in 1..=8 {
        let k = f64::from(k);
        sum += 2.0 * k * power;
        power *= -square / ((2.0 * k + 2.0) * (2.0 * k + 3.0));
    }
    sum / PI
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_of_the_sine_excess_meets_its_closed_form() {
        let theta = 0.5_f64;
        let closed = (theta.sin() - theta * theta.cos()) / PI;
        assert!((sine_excess(theta) / closed - 1.0).abs() < 1e-14);
        assert!((sine_excess(1e-5) / (1e-15 / (3.0 * PI)) - 1.0).abs() < 1e-10);
        for theta in [0.003, 0.02, 0.04] {
            let square: f64 = theta * theta;
            let expected = theta.powi(3) / PI
                * (1.0 / 3.0 - square / 30.0 + square.powi(2) / 840.0 - square.powi(3) / 45360.0);
            assert!((sine_excess(theta) / expected - 1.0).abs() < 5e-15, "at {theta}");
        }
    }

    #[test]
    fn a_bias_adds_the_same_constant_to_all_four_entries() {
        let with_bias = Covariance::new(2.0, 0.5, -0.3).with_bias(0.7);
        let (b2, norm) = (0.49, (4.49_f64 * 0.74).sqrt());
        let rho = (-0.3 + b2) / norm;
        assert!((with_bias.value() - 0.19).abs() < 1e-15);
        assert!((with_bias.one_minus - (1.0 - rho)).abs() < 1e-15);
        assert!((with_bias.one_plus - (1.0 + rho)).abs() < 1e-15);
    }
}
