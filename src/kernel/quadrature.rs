//! Any activation, by quadrature.
//!
//! In one dimension E\[g(σz)\] is a trapezoidal sum in w with z = δ sinh w. The substitution puts the nodes
//! where σz is of order one (δ = 1/σ when σ > 1), at a cost that grows with log σ only; for an analytic
//! integrand the trapezoidal rule then converges exponentially (Trefethen & Weideman 2014). In two, v is
//! drawn given u, and the inner nodes crowd around v = 0.
//!
//! 1 − ρ of the next layer is ½ E\[(φ(u)/s − φ(v)/s′)²\], a sum of squares, which cannot cancel.

use std::f64::consts::{FRAC_1_SQRT_2, TAU};

use super::{Activation, Covariance, Dual};

/// An activation known by two functions: φ and φ′.
///
/// For φ analytic near the real line the error is about 1e-14 of √(E\[φ(u)²\] E\[φ(v)²\]), as long as φ(σz)
/// does not swing through many periods. [`stated_error`](Self::stated_error) measures it: ask it at your own
/// standard deviations. A kink at 0 costs digits, a fast oscillation all of them: prefer the closed forms.
/// A pair costs some hundred microseconds a layer, not the nanoseconds of a closed form.
#[derive(Debug, Clone, Copy)]
pub struct Quadrature<F, D> {
    value: F,
    derivative: D,
}

/// tanh and GELU are of this type.
pub type Named = Quadrature<fn(f64) -> f64, fn(f64) -> f64>;

impl Named {
    /// tanh z.
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Quadrature};
    /// let k = Architecture::new(1, Quadrature::tanh()).nngp(&[1.0, 0.0], &[1.0, 0.0])?;
    /// assert!((k - 0.394_294_5).abs() < 1e-6);                        // E[tanh² z]
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn tanh() -> Self {
        Self { value: f64::tanh, derivative: |z| z.cosh().powi(-2) }
    }

    /// GELU, z·Φ(z) with Φ the normal distribution function.
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Quadrature};
    /// let far = Architecture::new(1, Quadrature::gelu()).nngp(&[1e6], &[1e6])?;
    /// assert!((far / 5e11 - 1.0).abs() < 1e-9);                      // from afar, ReLU
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn gelu() -> Self {
        Self {
            value: |z| z * normal_distribution(z),
            derivative: |z| normal_distribution(z) + z * normal_density(z),
        }
    }
}

impl<F: Fn(f64) -> f64, D: Fn(f64) -> f64> Quadrature<F, D> {
    /// From φ and its derivative.
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Quadrature};
    ///
    /// let square = Quadrature::new(|z| z * z, |z| 2.0 * z);
    /// let k = Architecture::new(1, square).nngp(&[1.0, 0.0], &[0.0, 1.0])?;
    /// assert!((k - 1.0).abs() < 1e-14);                              // E[u²]E[v²]
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub const fn new(value: F, derivative: D) -> Self {
        Self { value, derivative }
    }

    /// How far E\[φ(σz)²\] and E\[φ′(σz)²\] still move when the step is halved once more, relative to
    /// themselves: an estimate of the error of every kernel at this standard deviation.
    ///
    /// ```
    /// use ntk::kernel::Quadrature;
    /// assert!(Quadrature::tanh().stated_error(30.0) < 1e-13);
    /// assert!(Quadrature::new(|z: f64| z.max(0.0), |z| f64::from(z > 0.0)).stated_error(1.0) > 1e-9);
    /// ```
    pub fn stated_error(&self, std: f64) -> f64 {
        self.resolve(std).error
    }

    /// The coarsest step that keeps the moments of (φ, φ′) at this σ, with what it yields.
    fn resolve(&self, std: f64) -> Resolved {
        let moments = |step: f64| {
            let rule = Rule::new(0.0, std, step);
            let mean_square = |g: &dyn Fn(f64) -> f64| rule.expect(|z| g(std * z).powi(2));
            [mean_square(&self.value), mean_square(&self.derivative)]
        };
        let (mut step, mut coarse) = (COARSEST_STEP, moments(COARSEST_STEP));
        loop {
            let fine = moments(step / 2.0);
            let change = |k: usize| (fine[k] - coarse[k]).abs() / fine[k].max(f64::MIN_POSITIVE);
            let error = change(0).max(change(1));
            if error < 4e-15 || step <= FINEST_STEP {
                return Resolved { step, error, dual_std: fine[0].sqrt() };
            }
            (step, coarse) = (step / 2.0, fine);
        }
    }

    /// Both variables are multiples of one: a single sum.
    fn sum_on_a_line(&self, lambda: &Covariance, step: f64, sums: &mut Sums) {
        let rule = Rule::new(0.0, lambda.std_x.max(lambda.std_y), step);
        let sign = lambda.rho.signum();
        for &(z, weight) in &rule.nodes {
            sums.add(weight, self.at(lambda.std_x * z), self.at(sign * lambda.std_y * z));
        }
    }

    /// The outer sum is over z, which gives u; the inner one over z′, the part of v = σ′(ρz + √(1−ρ²) z′) that does
    /// not depend on u.
    fn sum_on_the_plane(&self, lambda: &Covariance, step: f64, sums: &mut Sums) {
        let own = (lambda.one_minus * lambda.one_plus).sqrt();
        let outer = Rule::new(0.0, lambda.std_x.max(lambda.std_y), step);
        for &(z, outer_weight) in &outer.nodes {
            let u = self.at(lambda.std_x * z);
            let inner = Rule::new(-lambda.rho * z / own, lambda.std_y * own, step);
            let mut given_u = Sums::new(sums.std_x, sums.std_y);
            for &(z_own, weight) in &inner.nodes {
                let v = lambda.std_y * (lambda.rho * z + own * z_own);
                given_u.add(weight, u, self.at(v));
            }
            sums.add_sums(outer_weight, &given_u);
        }
    }

    fn at(&self, z: f64) -> (f64, f64) {
        ((self.value)(z), (self.derivative)(z))
    }
}

impl<F, D> Activation for Quadrature<F, D>
where
    F: Fn(f64) -> f64 + Sync,
    D: Fn(f64) -> f64 + Sync,
{
    fn dual(&self, lambda: &Covariance) -> Dual {
        let (x, y) = (self.resolve(lambda.std_x), self.resolve(lambda.std_y));
        let step = x.step.min(y.step);
        let mut sums = Sums::new(x.dual_std, y.dual_std);
        if lambda.one_minus * lambda.one_plus == 0.0 {
            self.sum_on_a_line(lambda, step, &mut sums);
        } else {
            self.sum_on_the_plane(lambda, step, &mut sums);
        }
        sums.dual()
    }
}

/// A step that resolves φ at one standard deviation.
struct Resolved {
    step: f64,
    error: f64,
    /// √E[φ(σz)²].
    dual_std: f64,
}

/// Running sums over the nodes. `p`, `q` below are φ(u)/s and φ(v)/s′.
struct Sums {
    std_x: f64,
    std_y: f64,
    /// E[pq], E[(p − q)²], E[(p + q)²], E[φ′φ′].
    product: f64,
    apart: f64,
    together: f64,
    derivatives: f64,
}

impl Sums {
    fn new(std_x: f64, std_y: f64) -> Self {
        Self { std_x, std_y, product: 0.0, apart: 0.0, together: 0.0, derivatives: 0.0 }
    }

    fn add(&mut self, weight: f64, (u, du): (f64, f64), (v, dv): (f64, f64)) {
        let normed = |value: f64, std: f64| if std > 0.0 { value / std } else { 0.0 };
        let (p, q) = (normed(u, self.std_x), normed(v, self.std_y));
        self.product += weight * p * q;
        self.apart += weight * (p - q).powi(2);
        self.together += weight * (p + q).powi(2);
        self.derivatives += weight * du * dv;
    }

    /// Sums of sums: a running total over all nodes would round ten thousand times.
    fn add_sums(&mut self, weight: f64, sums: &Self) {
        self.product += weight * sums.product;
        self.apart += weight * sums.apart;
        self.together += weight * sums.together;
        self.derivatives += weight * sums.derivatives;
    }

    fn dual(&self) -> Dual {
        let nngp = Covariance {
            std_x: self.std_x,
            std_y: self.std_y,
            rho: self.product.clamp(-1.0, 1.0),
            one_minus: (self.apart / 2.0).min(2.0),
            one_plus: (self.together / 2.0).min(2.0),
        };
        Dual { nngp, kdot: self.derivatives }
    }
}

/// Beyond ±9 the normal density is below 1e-18.
const RANGE: f64 = 9.0;
const COARSEST_STEP: f64 = 1.0 / 12.0;
const FINEST_STEP: f64 = 1.0 / 48.0;

/// Nodes z and weights (the normal density included) that crowd around a centre.
struct Rule {
    nodes: Vec<(f64, f64)>,
}

impl Rule {
    /// Crowded around `centre` on the scale 1/std, if that is below 1.
    ///
    /// Away from the centre nodes lie |z − centre|·step apart, which around z = 0, where the density is,
    /// must not exceed 0.42: the sum of e^{−z²/2} is then exact to rounding (measured).
    fn new(centre: f64, std: f64, step: f64) -> Self {
        let centre = if centre.abs() < RANGE { centre } else { 0.0 };
        let step = step.min(0.42 / centre.hypot(1.0));
        let scale = (1.0 / std).clamp(1e-18, 1.0);
        let first = (((-RANGE - centre) / scale).asinh() / step).floor() as i64;
        let last = (((RANGE - centre) / scale).asinh() / step).ceil() as i64;
        let nodes = (first..=last)
            .map(|k| {
                let w = k as f64 * step;
                let z = centre + scale * w.sinh();
                (z, step * scale * w.cosh() * normal_density(z))
            })
            .collect();
        Self { nodes }
    }

    fn expect(&self, g: impl Fn(f64) -> f64) -> f64 {
        self.nodes.iter().map(|&(z, weight)| weight * g(z)).sum()
    }
}

fn normal_density(z: f64) -> f64 {
    (-z * z / 2.0).exp() / TAU.sqrt()
}

/// Φ(z), with relative accuracy in the left tail.
fn normal_distribution(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}
