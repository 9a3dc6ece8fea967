//! From two vectors to their norms and angle, without losing a digit.
//!
//! acos(x̂·x̂′) loses half of the digits near 0 and π, where the cosine is flat. The sine does not: it is
//! the length of what is left of x′ once its part along x is taken away, and a fused multiply-add rounds
//! that remainder once.

use super::simd::{self, Loop};
use super::{Covariance, KernelError};

/// One checked input, scaled by a power of two so that its largest entry lies in [½, 1).
#[derive(Clone, Copy)]
pub(crate) struct Point<'a> {
    pub(crate) scaled: &'a [f64],
    pub(crate) length: Length,
}

/// How long a point is.
#[derive(Clone, Copy)]
pub(crate) struct Length {
    scaled_square: f64,
    pub(crate) norm: f64,
}

impl Length {
    /// Of these entries, which it scales where they are as [`Point`] wants them; NaN, and they stay, if one
    /// is not finite.
    pub(crate) fn of(entries: &mut [f64]) -> Self {
        let (mut exponent, mut scaled_square) = (0, 0.0);
        simd::run(Scaling { entries, exponent: &mut exponent, scaled_square: &mut scaled_square });
        let [up, further_up] = halves_of_power_of_two(exponent);
        Self { scaled_square, norm: scaled_square.sqrt() * up * further_up }
    }
}

/// Is a point of this norm fit for use? `data` and `row` name it in errors.
pub(crate) fn check_norm(
    norm: f64,
    entries: impl IntoIterator<Item = f64>,
    data: &'static str,
    row: usize,
) -> Result<(), KernelError> {
    if norm.is_nan() {
        let mut entries = entries.into_iter().enumerate();
        let (column, value) = entries.find(|(_, value)| !value.is_finite()).unwrap_or((0, norm));
        return Err(KernelError::NotFinite { data, row, column, value });
    }
    if (norm * norm).is_finite() { Ok(()) } else { Err(KernelError::TooLarge { data, row }) }
}

impl<'a> Point<'a> {
    /// Scales the entries where they are. `data` and `row` name the point in errors.
    pub(crate) fn new(
        entries: &'a mut [f64],
        data: &'static str,
        row: usize,
    ) -> Result<Self, KernelError> {
        let length = Length::of(entries);
        check_norm(length.norm, entries.iter().copied(), data, row)?;
        Ok(Self { scaled: entries, length })
    }

    /// Λ of (w·x, w·x′) for w ~ N(0, I). A zero vector is taken as orthogonal to everything.
    pub(crate) fn covariance(&self, other: &Self) -> Covariance {
        let (Length { norm, scaled_square }, other_length) = (self.length, other.length);
        let norms = (scaled_square * other_length.scaled_square).sqrt();
        if norms == 0.0 {
            return Covariance::new(norm, other_length.norm, 0.0);
        }
        let mut product = 0.0;
        simd::run(Product { of: self.scaled, with: other.scaled, product: &mut product });
        let rho = (product / norms).clamp(-1.0, 1.0);
        if rho.abs() <= 0.5 {
            return Covariance::new(norm, other_length.norm, rho); // neither 1 − ρ nor 1 + ρ cancels
        }
        let mut rest_square = 0.0;
        simd::run(Projection {
            onto: self.scaled,
            onto_square: scaled_square,
            of: other.scaled,
            product,
            rest_square: &mut rest_square,
        });
        let sine_squared = rest_square / other_length.scaled_square;
        // (1 − ρ)(1 + ρ) = sin²θ: divide by the factor that does not cancel.
        let (one_minus, one_plus) = if rho > 0.0 {
            (sine_squared / (1.0 + rho), 1.0 + rho)
        } else {
            (1.0 - rho, sine_squared / (1.0 - rho))
        };
        Covariance { std_x: norm, std_y: other_length.norm, rho, one_minus, one_plus }
    }
}

/// Divides by the power of two next above the largest entry, and takes the square of what results. If an
/// entry is not finite, the square is NaN and all entries stay as they are.
struct Scaling<'a> {
    entries: &'a mut [f64],
    exponent: &'a mut i32,
    scaled_square: &'a mut f64,
}

impl Loop for Scaling<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        // The bits of positive numbers are in their order, with infinity and NaN above them all.
        let largest =
            self.entries.iter().fold(0, |most: u64, value| most.max(value.abs().to_bits()));
        if largest >= f64::INFINITY.to_bits() {
            *self.scaled_square = f64::NAN;
            return;
        }
        *self.exponent = binary_exponent(f64::from_bits(largest));
        let [down, further_down] = halves_of_power_of_two(-*self.exponent);
        for value in &mut *self.entries {
            *value = *value * down * further_down;
        }
        *self.scaled_square = dot(self.entries, self.entries);
    }
}

/// x·x′.
struct Product<'a> {
    of: &'a [f64],
    with: &'a [f64],
    product: &'a mut f64,
}

impl Loop for Product<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        *self.product = dot(self.of, self.with);
    }
}

/// ‖x′ − (x·x′/‖x‖²) x‖².
///
/// A second pass takes away what the rounding of the first coefficient left along x. Fused
/// multiplications are needed here whether or not the processor has them.
struct Projection<'a> {
    onto: &'a [f64],
    onto_square: f64,
    of: &'a [f64],
    product: f64,
    rest_square: &'a mut f64,
}

impl Loop for Projection<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let mut along = self.product / self.onto_square;
        let mut rest = self.of.to_vec();
        for _ in 0..2 {
            for (value, x) in rest.iter_mut().zip(self.onto) {
                *value = (-along).mul_add(*x, *value);
            }
            along = dot(self.onto, &rest) / self.onto_square;
        }
        *self.rest_square = dot(&rest, &rest);
    }
}

/// x·x′ as if in twice the precision (Ogita, Rump & Oishi 2005, algorithm Dot2), in eight sums at a time.
#[inline(always)]
fn dot(x: &[f64], y: &[f64]) -> f64 {
    let (mut sums, mut lost) = ([0.0; 8], [0.0; 8]);
    let ((x, x_rest), (y, y_rest)) = (x.as_chunks::<8>(), y.as_chunks::<8>());
    for (a, b) in x.iter().zip(y) {
        for k in 0..8 {
            (sums[k], lost[k]) = add_product(sums[k], lost[k], a[k], b[k]);
        }
    }
    for (k, (a, b)) in x_rest.iter().zip(y_rest).enumerate() {
        (sums[k], lost[k]) = add_product(sums[k], lost[k], *a, *b);
    }
    for half in [4, 2, 1] {
        for k in 0..half {
            (sums[k], lost[k]) =
                add_product(sums[k], lost[k] + lost[k + half], sums[k + half], 1.0);
        }
    }
    sums[0] + lost[0]
}

/// `sum` + a·b, and `lost` with what that rounds off.
#[inline(always)]
pub(super) fn add_product(sum: f64, lost: f64, a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    let product_error = a.mul_add(b, -product);
    let next = sum + product;
    let virtual_part = next - sum;
    let sum_error = (sum - (next - virtual_part)) + (product - virtual_part);
    (next, lost + (product_error + sum_error))
}

/// The e with 2^{e−1} ≤ value < 2^e, near enough: 0 for 0, and subnormals count as the smallest normal.
pub(super) fn binary_exponent(value: f64) -> i32 {
    if value == 0.0 {
        return 0;
    }
    let biased = i32::try_from(value.to_bits() >> 52 & 0x7ff).unwrap_or(0);
    biased.max(1) - 1022
}

/// Two factors of 2^exponent, because 2^1022 · 2^1022 would not fit in one. Multiplying by both is exact
/// whenever the result is a normal number. Exponents are those of numbers: either half is far from the ends.
pub(super) fn halves_of_power_of_two(exponent: i32) -> [f64; 2] {
    let half = exponent / 2;
    let power = |exponent: i32| f64::from_bits(u64::from((1023 + exponent).unsigned_abs()) << 52);
    [power(half), power(exponent - half)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covariance(x: &[f64], y: &[f64]) -> Covariance {
        let (mut x, mut y) = (x.to_vec(), y.to_vec());
        let [x, y] = [&mut x, &mut y].map(|entries| Point::new(entries, "x", 0).unwrap());
        x.covariance(&y)
    }

    #[test]
    fn the_angle_keeps_its_digits_down_to_1e_minus_15() {
        for exponent in 0..=15 {
            let tangent = 10f64.powi(-exponent);
            let ahead = covariance(&[1.0, 0.0, 0.0], &[3.0, 0.0, 3.0 * tangent]).theta();
            let behind = covariance(&[1.0, 0.0, 0.0], &[-3.0, 0.0, 3.0 * tangent]);
            assert!((ahead / tangent.atan() - 1.0).abs() < 1e-15, "θ ≈ {tangent}");
            assert!((behind.theta_complement() / tangent.atan() - 1.0).abs() < 1e-15);
        }
    }

    #[test]
    fn a_dot_product_survives_the_cancellation_of_its_terms() {
        assert_eq!(dot(&[1e16, 1.0, -1e16], &[1.0, 1.0, 1.0]), 1.0);
        let x: Vec<f64> = (0..1000).map(|k| f64::from(k).sin()).collect();
        let twice: Vec<f64> = x.iter().chain(&x).copied().collect();
        let opposite: Vec<f64> = x.iter().copied().chain(x.iter().map(|v| -v)).collect();
        assert!(dot(&twice, &opposite).abs() < 1e-25);
    }

    #[test]
    fn multiples_of_one_vector_are_exactly_parallel() {
        let x = [0.1, -0.7, 0.3];
        let tripled: Vec<f64> = x.iter().map(|v| -8.0 * v).collect();
        assert_eq!(covariance(&x, &x).one_minus, 0.0);
        assert_eq!(covariance(&x, &tripled).one_plus, 0.0);
    }

    #[test]
    fn norms_survive_the_whole_range() {
        for scale in [1e-320, 1e-300, 1e-150, 1.0, 1e150] {
            let pair = covariance(&[3.0 * scale, 4.0 * scale], &[-4.0 * scale, 3.0 * scale]);
            let expected = (3.0 * scale) / 3.0 * 5.0;
            assert!((pair.std_x / expected - 1.0).abs() < 1e-3, "norm at scale {scale}");
            assert!(pair.rho.abs() < 1e-3);
        }
        assert_eq!(
            Point::new(&mut [1e200], "x", 4).err(),
            Some(KernelError::TooLarge { data: "x", row: 4 })
        );
    }
}
