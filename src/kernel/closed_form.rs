//! The recursion for many pairs at a time: one column of a block, through all layers, in cache.
//!
//! Good for angles that are not close to 0 or π, to which the caller attends one by one.

use std::f64::consts::{FRAC_2_PI, FRAC_PI_2, PI, SQRT_2};
use std::ops::Range;

use super::erf;
use super::polynomials::{ARCSINE, ARCSINE_BELOW_HALF, EXCESS, horner, multiply_add};
use super::rectifier::Rectifier;
use super::simd::Loop;

/// Pairs with |cos θ| above this (θ within 0.1 of 0 or π) are done one by one.
pub(crate) const NEARLY_PARALLEL: f64 = 0.995;

/// What the recursion needs to know of each point at each layer: `[layer][k][point]`. Two numbers do; what
/// they are is the activation's affair.
pub(crate) type PerLayer = Vec<[Vec<f64>; 2]>;

/// The points of one column of a block: those along it, and the one that they are paired with.
pub(crate) struct Pairs<'a> {
    pub(crate) left: &'a PerLayer,
    pub(crate) rows: Range<usize>,
    pub(crate) right: &'a PerLayer,
    pub(crate) y: usize,
}

impl<'a> Pairs<'a> {
    /// Number `k` of the points along the column at this layer, and of the one beside them.
    #[inline(always)]
    fn at(&self, layer: usize, k: usize) -> (&'a [f64], f64) {
        (&self.left[layer][k][self.rows.clone()], self.right[layer][k][self.y])
    }
}

/// One column of a block of ReLU-like kernels without biases. In: `one_minus` = 1 − ρ⁰. Out: the last
/// 1 − ρ, and Θᴸ/(σσ′), which does not depend on norms or gain.
pub(crate) struct HomogeneousColumn<'a> {
    pub(crate) rectifier: Rectifier,
    pub(crate) depth: usize,
    pub(crate) one_minus: &'a mut [f64],
    pub(crate) ntk: &'a mut [f64],
}

impl Loop for HomogeneousColumn<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let layer = RectifierLayer::new(self.rectifier);
        for (a, ntk) in self.one_minus.iter().zip(&mut *self.ntk) {
            *ntk = 1.0 - a;
        }
        for _ in 0..self.depth {
            for (a, ntk) in self.one_minus.iter_mut().zip(&mut *self.ntk) {
                let (next, kdot) = layer.apply::<FMA>(*a);
                *ntk = multiply_add::<FMA>(*ntk, kdot, 1.0 - next);
                *a = next;
            }
        }
    }
}

/// The same with biases. Of each point, at layers 0 … L: σ/√(σ²+b²) and b/√(σ²+b²), with σ² the variance
/// before the bias is added.
pub(crate) struct BiasedColumn<'a> {
    pub(crate) rectifier: Rectifier,
    pub(crate) pairs: Pairs<'a>,
    pub(crate) one_minus: &'a mut [f64],
    pub(crate) ntk: &'a mut [f64],
}

impl Loop for BiasedColumn<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let layer = RectifierLayer::new(self.rectifier);
        self.ntk.fill(0.0);
        for l in 0..self.pairs.left.len() {
            let ((shares, share_y), (biases, bias_y)) = (self.pairs.at(l, 0), self.pairs.at(l, 1));
            let points = shares.iter().zip(biases);
            for ((a, ntk), (share_x, bias_x)) in
                self.one_minus.iter_mut().zip(&mut *self.ntk).zip(points)
            {
                let (before_bias, kdot) = if l == 0 { (*a, 0.0) } else { layer.apply::<FMA>(*a) };
                let (shares, biases) = (share_x * share_y, bias_x * bias_y);
                let apart = share_x * bias_y - share_y * bias_x;
                let of_norms = apart * apart / (1.0 + shares + biases);
                *a = multiply_add::<FMA>(shares, before_bias, of_norms);
                *ntk = multiply_add::<FMA>(*ntk, kdot * shares, 1.0 - *a);
            }
        }
    }
}

/// One layer of A z + B |z| on 1 − ρ, and K̇/(A² + B²).
struct RectifierLayer {
    linear: f64,
    absolute: f64,
    /// K̇ at θ = 0 and at θ = π, and how fast it moves with the angle.
    kdot_parallel: f64,
    kdot_opposite: f64,
    kdot_slope: f64,
}

impl RectifierLayer {
    fn new(rectifier: Rectifier) -> Self {
        let Rectifier { linear, absolute, .. } = rectifier;
        Self {
            linear,
            absolute,
            kdot_parallel: linear + absolute,
            kdot_opposite: linear - absolute,
            kdot_slope: 4.0 / PI * absolute,
        }
    }

    #[inline(always)]
    fn apply<const FMA: bool>(&self, a: f64) -> (f64, f64) {
        let acute = a <= 1.0;
        let small = a.min(2.0 - a); // 1 − cos of the angle to the line
        let z = 0.5 * small;
        let root = z.sqrt();
        let half_angle = root * horner::<FMA, 19>(&ARCSINE, z);
        let excess = 2.0 * z * root * horner::<FMA, 17>(&EXCESS, z);
        let start =
            if acute { a } else { multiply_add::<FMA>(self.linear, a, self.absolute * small) };
        let next = multiply_add::<FMA>(-self.absolute, excess, start);
        let turned = self.kdot_slope * half_angle;
        let kdot = if acute { self.kdot_parallel - turned } else { self.kdot_opposite + turned };
        (next, kdot)
    }
}

/// One column of a block of erf kernels. In: `nngp` = K⁰. Out: Kᴸ and Θᴸ, or NaN. Of each point, at layers
/// 0 … L − 1: 1/√(1 + σ²) with σ² the variance there; the second number is not used.
pub(crate) struct ErfColumn<'a> {
    pub(crate) pairs: Pairs<'a>,
    pub(crate) gain: f64,
    pub(crate) bias: f64,
    /// Is |cos θ| ≤ ½ for all pairs?
    pub(crate) far_apart: bool,
    pub(crate) nngp: &'a mut [f64],
    pub(crate) ntk: &'a mut [f64],
}

impl Loop for ErfColumn<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        if self.bias != 0.0 {
            // Biases can bring ρ̃ close to 1 at any layer, where its digits do not suffice: NaN says so.
            self.through_layers::<FMA>(|rho| {
                arcsine::<FMA>(if rho.abs() <= NEARLY_PARALLEL { rho } else { f64::NAN })
            });
        } else if self.far_apart {
            // And they stay so: an odd activation turns no pair closer to its line, and |ρ̃| < |cos θ|.
            self.through_layers::<FMA>(arcsine_below_half::<FMA>);
        } else {
            self.through_layers::<FMA>(arcsine::<FMA>);
        }
    }
}

impl ErfColumn<'_> {
    /// `arcsine` makes asin ρ̃ and √(1 − ρ̃²).
    #[inline(always)]
    fn through_layers<const FMA: bool>(self, arcsine: impl Fn(f64) -> (f64, f64)) {
        self.ntk.copy_from_slice(self.nngp);
        let scale = self.gain * self.gain * FRAC_2_PI;
        let bias_square = self.bias * self.bias;
        for l in 0..self.pairs.left.len() {
            let (points, inverse_y) = self.pairs.at(l, 0);
            for ((k, ntk), inverse_x) in self.nngp.iter_mut().zip(&mut *self.ntk).zip(points) {
                let (arcsine, cosine) = arcsine(*k * inverse_x * inverse_y);
                *k = multiply_add::<FMA>(scale, arcsine, bias_square);
                let passed = *ntk * inverse_x * inverse_y; // Θ K̇, less its scale and cosine
                *ntk = multiply_add::<FMA>(scale / cosine, passed, *k);
            }
        }
    }
}

/// The kernels of points with themselves, one layer on. In: standard deviations. Out: those of the next layer
/// before its gain and bias, and K̇.
pub(crate) struct ErfDiagonal<'a> {
    pub(crate) stds: &'a [f64],
    pub(crate) next: &'a mut [f64],
    pub(crate) kdot: &'a mut [f64],
}

impl Loop for ErfDiagonal<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        for ((std, next), kdot) in self.stds.iter().zip(&mut *self.next).zip(&mut *self.kdot) {
            // The sine is a/(1 + a); with this, of it and 1 + a, nothing overflows, and nothing is lost.
            let (bounded, huge) = (std.min(1e100), *std > 1e100);
            let (one_plus, root) = erf::one_plus(bounded);
            let (sine, cosine) = (bounded * bounded / one_plus, root / one_plus);
            let alpha = angle::<FMA>(sine, sine * sine, cosine, cosine * cosine);
            *next = erf::dual_std(*std, alpha);
            *kdot = FRAC_2_PI / if huge { SQRT_2 * std } else { root };
        }
    }
}

/// asin ρ and √(1 − ρ²).
#[inline(always)]
fn arcsine<const FMA: bool>(rho: f64) -> (f64, f64) {
    let size = rho.abs();
    let rest = (1.0 - size) * (1.0 + size);
    let cosine = rest.sqrt();
    (angle::<FMA>(size, rho * rho, cosine, rest).copysign(rho), cosine)
}

/// The same for |ρ| ≤ ½, where nothing cancels.
#[inline(always)]
fn arcsine_below_half<const FMA: bool>(rho: f64) -> (f64, f64) {
    let square = rho * rho;
    (rho * horner::<FMA, 13>(&ARCSINE_BELOW_HALF, square), (1.0 - square).sqrt())
}

/// The angle with this sine and cosine, by the smaller of the two. (By `min`, not by `if`: of two branches
/// the compiler would make two polynomials.)
#[inline(always)]
fn angle<const FMA: bool>(sine: f64, sine_square: f64, cosine: f64, cosine_square: f64) -> f64 {
    let smaller = sine_square.min(cosine_square);
    let angle = sine.min(cosine) * horner::<FMA, 19>(&ARCSINE, smaller);
    if sine_square <= cosine_square { angle } else { FRAC_PI_2 - angle }
}
