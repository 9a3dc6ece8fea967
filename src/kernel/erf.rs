//! erf(z/√2), whose kernel is an arcsine (Williams 1997, rescaled).
//!
//! With a, b the variances and c the covariance of the pair,
//!
//! ```text
//! E[φφ] = (2/π) asin ρ̃,   ρ̃ = c/√((1+a)(1+b))          E[φ′φ′] = (2/π)/√((1+a)(1+b) − c²)
//! ```
//!
//! With a large gain small angles grow from layer to layer, so 1 − ρ must keep its digits. Let α, β, γ be
//! the arcsines for (x, x), (x′, x′), (x, x′). The next correlation is γ/√(αβ), and
//!
//! ```text
//! √(αβ) − γ = Δ − (√α − √β)²/2,   Δ = (α+β)/2 − γ,
//! 2 sin Δ sin((α+β)/2 + γ) = cos 2γ − cos(α+β)
//!     = [(a−b)²/(1 + a + b + √((1+2a)(1+2b))) + 2ab sin²θ] / ((1+a)(1+b)),
//! sin(α − β) = (a−b)(a+b+2ab) / ((1+a)(1+b)(a√(1+2b) + b√(1+2a))),
//! ```
//!
//! where nothing cancels but the two second-order terms of the first line, and those only for inputs of
//! different norms in the linear range, where the digits lost are not needed again.

use std::f64::consts::{FRAC_2_PI, SQRT_2};

use super::covariance::scaled;
use super::{Activation, ClosedForm, Covariance, Dual};

/// erf(z/√2). Its kernel is accurate to a few units in the last place at any norms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Erf;

impl Activation for Erf {
    fn dual(&self, lambda: &Covariance) -> Dual {
        let (x, y) = (Variance::new(lambda.std_x), Variance::new(lambda.std_y));
        let rho_tilde = x.root_share * y.root_share * lambda.rho;
        let rest = one_minus_square(&x, &y, lambda).sqrt(); // √(1 − ρ̃²)
        let nngp = Covariance {
            std_x: x.dual_std(),
            std_y: y.dual_std(),
            rho: correlation(&x, &y, lambda, rho_tilde.atan2(rest)),
            one_minus: one_minus_correlation(&x, &y, lambda),
            one_plus: one_minus_correlation(&x, &y, &lambda.negated()),
        };
        Dual { nngp, kdot: FRAC_2_PI * x.root_inverse * y.root_inverse / rest }
    }

    fn diagonal(&self, std: f64) -> (f64, f64) {
        // (1+a)² − a² = 1 + 2a
        let root_twice = root_twice(std);
        (dual_std(std, (std * std).atan2(root_twice)), FRAC_2_PI / root_twice)
    }

    fn closed_form(&self) -> Option<ClosedForm> {
        Some(ClosedForm::Erf)
    }
}

/// erf(`scale`·z), pair by pair.
///
/// ```
/// use ntk::kernel::{Architecture, Erf, ScaledErf};
/// let wide = Architecture::new(2, ScaledErf { scale: 1.0 }).ntk(&[1.0, 0.0], &[0.6, 0.8])?;
/// // The same network in other units: data and gain times √2, the kernel divided by 2.
/// let r = 2f64.sqrt();
/// let erf = Architecture::new(2, Erf).with_gain(r).ntk(&[r, 0.0], &[0.6 * r, 0.8 * r])?;
/// assert!((wide - erf / 2.0).abs() < 1e-15);
/// # Ok::<(), ntk::kernel::KernelError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScaledErf {
    /// The a of erf(az); any finite number.
    pub scale: f64,
}

impl Activation for ScaledErf {
    fn dual(&self, lambda: &Covariance) -> Dual {
        let ratio = self.scale * SQRT_2;
        let Dual { nngp, kdot } = Erf.dual(&lambda.scaled(ratio));
        Dual { nngp, kdot: kdot * ratio * ratio }
    }

    fn diagonal(&self, std: f64) -> (f64, f64) {
        let ratio = self.scale * SQRT_2;
        let (next, kdot) = Erf.diagonal(scaled(std, ratio));
        (next, kdot * ratio * ratio)
    }
}

/// A variance a, through quantities that neither overflow nor underflow where they matter.
struct Variance {
    std: f64,
    /// a/(1+a).
    share: f64,
    /// √(a/(1+a)).
    root_share: f64,
    /// 1/(1+a).
    inverse: f64,
    /// 1/√(1+a).
    root_inverse: f64,
    /// √(1+2a).
    root_twice: f64,
    /// α = asin(a/(1+a)).
    alpha: f64,
    /// π/2 − α.
    alpha_complement: f64,
}

impl Variance {
    fn new(std: f64) -> Self {
        let a = std * std;
        let root_inverse = root_inverse(std);
        let root_twice = root_twice(std);
        Self {
            std,
            share: (std * root_inverse).powi(2),
            root_share: std * root_inverse,
            inverse: root_inverse * root_inverse,
            root_inverse,
            root_twice,
            alpha: a.atan2(root_twice),
            alpha_complement: root_twice.atan2(a),
        }
    }

    fn is_linear(&self) -> bool {
        is_linear(self.std)
    }

    fn root_alpha(&self) -> f64 {
        root_alpha(self.std, self.alpha)
    }

    fn dual_std(&self) -> f64 {
        dual_std(self.std, self.alpha)
    }
}

/// √(1+2a).
fn root_twice(std: f64) -> f64 {
    1.0f64.hypot(std * SQRT_2)
}

/// 1 + a and √(1+2a), where a² does not overflow.
pub(super) fn one_plus(std: f64) -> (f64, f64) {
    let a = std * std;
    (1.0 + a, (1.0 + 2.0 * a).sqrt())
}

/// 1/√(1+a).
pub(super) fn root_inverse(std: f64) -> f64 {
    if std < 1e100 { 1.0 / (1.0 + std * std).sqrt() } else { 1.0 / std }
}

/// In the linear range α is a to the last digit, and √α must not pass through a², which underflows.
#[inline(always)]
fn is_linear(std: f64) -> bool {
    std < 1e-9
}

/// √α.
#[inline(always)]
fn root_alpha(std: f64, alpha: f64) -> f64 {
    if is_linear(std) { std } else { alpha.sqrt() }
}

/// √(2α/π).
#[inline(always)]
pub(super) fn dual_std(std: f64, alpha: f64) -> f64 {
    FRAC_2_PI.sqrt() * root_alpha(std, alpha)
}

/// 1 − ρ̃² = 1/(1+b) + b/((1+a)(1+b)) + ab sin²θ/((1+a)(1+b)).
fn one_minus_square(x: &Variance, y: &Variance, lambda: &Covariance) -> f64 {
    let sine_squared = lambda.one_minus * lambda.one_plus;
    y.inverse + y.share * x.inverse + x.share * y.share * sine_squared
}

/// γ/√(αβ).
fn correlation(x: &Variance, y: &Variance, lambda: &Covariance, gamma: f64) -> f64 {
    if x.is_linear() || y.is_linear() {
        // γ = ρ̃ to the last digit, and what is linear of it divides out.
        let against =
            |v: &Variance| if v.is_linear() { 1.0 } else { v.root_share / v.root_alpha() };
        return lambda.rho * against(x) * against(y);
    }
    (gamma / (x.root_alpha() * y.root_alpha())).clamp(-1.0, 1.0)
}

/// 1 − γ/√(αβ), without cancellation where the angle is small.
fn one_minus_correlation(x: &Variance, y: &Variance, lambda: &Covariance) -> f64 {
    if x.is_linear() && y.is_linear() {
        return lambda.one_minus;
    }
    let ratio = x.std / y.std;
    let cancels = lambda.rho > 0.5 && (0.5..=2.0).contains(&ratio);
    if !cancels {
        let rest = one_minus_square(x, y, lambda).sqrt();
        let gamma = (x.root_share * y.root_share * lambda.rho).atan2(rest);
        return (1.0 - correlation(x, y, lambda, gamma)).max(0.0);
    }
    let product = x.root_alpha() * y.root_alpha();
    let roots = root_difference(x, y) / product.sqrt();
    ((delta(x, y, lambda) / product) - 0.5 * roots * roots).max(0.0)
}

/// Δ = (α+β)/2 − γ.
fn delta(x: &Variance, y: &Variance, lambda: &Covariance) -> f64 {
    let sine_squared = lambda.one_minus * lambda.one_plus;
    let (a, b) = (x.std * x.std, y.std * y.std);
    let norms = (x.std - y.std) * (x.std + y.std); // a − b
    let of_norms =
        (norms * x.inverse) * (norms * y.inverse) / (1.0 + a + b + x.root_twice * y.root_twice);
    let cosines = of_norms + 2.0 * x.share * y.share * sine_squared;
    if cosines == 0.0 {
        return 0.0;
    }
    let rho_tilde = x.root_share * y.root_share * lambda.rho;
    let rest = one_minus_square(x, y, lambda).sqrt();
    // sin s = sin(π − s): take the sum that is not near π.
    let sum = (x.alpha + y.alpha) / 2.0 + rho_tilde.atan2(rest);
    let complement = (x.alpha_complement + y.alpha_complement) / 2.0 + rest.atan2(rho_tilde);
    (cosines / (2.0 * sum.min(complement).sin())).min(1.0).asin()
}

/// √α − √β.
fn root_difference(x: &Variance, y: &Variance) -> f64 {
    let (a, b) = (x.std * x.std, y.std * y.std);
    let total = a + b;
    let sine = (x.std - y.std) * (x.std + y.std) / total
        * (x.share * y.inverse + y.share * x.inverse + 2.0 * x.share * y.share)
        / (a / total * y.root_twice + b / total * x.root_twice);
    sine.asin() / (x.root_alpha() + y.root_alpha())
}
