//! sin z, whose kernel is a difference of two exponentials.
//!
//! With a, b the variances and c the covariance of the pair, D = a + b − 2c and S = a + b + 2c those of u − v
//! and u + v,
//!
//! ```text
//! E[φφ] = (e^{−D/2} − e^{−S/2})/2 = e^{−D/2} c g(c)      E[φ′φ′] = (e^{−D/2} + e^{−S/2})/2
//! ```
//!
//! where g(t) = (1 − e^{−2t})/(2t) is 1 at 0. So E\[φ(u)²\] = a g(a), and the next correlation is
//! ρ e^{−D/2} g(c)/√(g(a) g(b)). For 1 − ρ of a small angle, from sinh p sinh q = (cosh(p+q) − cosh(p−q))/2,
//!
//! ```text
//! 1 − ρ′² = [S D/(4ab) g(S/2) g(D/2) − (e^{−min(a,b)} δ g(|a−b|/2))²]/(g(a) g(b)),   δ = |a − b|/(2√(ab)).
//! ```
//!
//! The two terms cancel for inputs of different norms in the linear range alone, where the digits lost are
//! not needed again.

use super::{Activation, Covariance, Dual};

/// sin z. Its kernel is accurate to a few units in the last place at any norms.
///
/// ```
/// use ntk::kernel::{Architecture, Sine};
/// let k = Architecture::new(1, Sine).nngp(&[1.0], &[1.0])?;
/// assert!((k - (1.0 - (-2f64).exp()) / 2.0).abs() < 1e-16);         // E[sin² z]
/// # Ok::<(), ntk::kernel::KernelError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sine;

impl Activation for Sine {
    fn dual(&self, lambda: &Covariance) -> Dual {
        if lambda.is_acute() {
            return acute(lambda);
        }
        // sin is odd: −v has the opposite correlations.
        let Dual { nngp, kdot } = acute(&lambda.negated());
        Dual { nngp: nngp.negated(), kdot }
    }

    fn diagonal(&self, std: f64) -> (f64, f64) {
        let std = std.min(LONGEST);
        let a = std * std;
        (std * damping(a).sqrt(), 0.5 + 0.5 * (-2.0 * a).exp())
    }
}

/// Beyond it sin z is spread evenly over its period, to any number of digits, and squares overflow.
const LONGEST: f64 = 1e100;

/// (1 − e^{−2t})/(2t).
fn damping(t: f64) -> f64 {
    if t == 0.0 { 1.0 } else { -(-2.0 * t).exp_m1() / (2.0 * t) }
}

/// For ρ ≥ 0.
fn acute(lambda: &Covariance) -> Dual {
    let gap = (lambda.std_x - lambda.std_y).abs().min(LONGEST);
    let (x, y) = (lambda.std_x.min(LONGEST), lambda.std_y.min(LONGEST));
    let (a, b, product) = (x * x, y * y, x * y);
    let apart = gap * gap + 2.0 * product * lambda.one_minus; // D
    let covariance = product * lambda.rho;
    let damped = (-0.5 * apart).exp();
    // One after the other below, since products of two can leave the range of f64.
    let (damped_a, damped_b) = (damping(a), damping(b));
    let (root_a, root_b) = (damped_a.sqrt(), damped_b.sqrt());
    let rho = (lambda.rho * damped * (damping(covariance) / root_a / root_b)).min(1.0);

    let of_norms = gap / x * (gap / y) / 2.0;
    let together = apart + 4.0 * covariance; // S
    let sines = (of_norms + lambda.one_plus)
        * (of_norms + lambda.one_minus)
        * (damping(0.5 * together) / damped_a)
        * (damping(0.5 * apart) / damped_b);
    let difference = gap * (x + y);
    let delta = gap / x * ((x + y) / y) / 2.0;
    let unequal = (-a.min(b)).exp() * delta * (damping(0.5 * difference) / root_a / root_b);
    // Where the terms are large, plain 1 − ρ′ has more digits than their difference.
    let one_minus = if rho > 0.5 && sines < 0.5 {
        ((sines - unequal * unequal) / (1.0 + rho)).max(0.0)
    } else {
        1.0 - rho
    };
    Dual {
        nngp: Covariance {
            std_x: x * root_a,
            std_y: y * root_b,
            rho,
            one_minus,
            one_plus: 2.0 - one_minus,
        },
        kdot: 0.5 * damped * (1.0 + (-2.0 * covariance).exp()),
    }
}
