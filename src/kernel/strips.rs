//! Points side by side, so that one instruction serves eight of them: as they are measured, and as their
//! products are taken.

use std::iter::repeat_n;

use nalgebra::DMatrix;

use super::angle::{add_product, binary_exponent, halves_of_power_of_two};
use super::simd::{self, Loop};

/// Points that are kept together, component by component.
pub(super) const STRIP: usize = 16;

/// `[strip][component][point of the strip]`. The last strip is padded with copies of the last point.
pub(super) struct Strips {
    pub(super) dimension: usize,
    numbers: Vec<f64>,
}

impl Strips {
    /// The rows of `xs`, of which there is at least one.
    pub(super) fn new(xs: &DMatrix<f64>) -> Self {
        let (points, dimension) = xs.shape();
        let mut numbers = Vec::with_capacity(points.next_multiple_of(STRIP) * dimension);
        for first in (0..points).step_by(STRIP) {
            for component in xs.as_slice().chunks(points) {
                let rest = &component[first..];
                if let Some(strip) = rest.first_chunk::<STRIP>() {
                    numbers.extend_from_slice(strip);
                } else {
                    numbers.extend_from_slice(rest);
                    numbers.extend(repeat_n(component[points - 1], STRIP - rest.len()));
                }
            }
        }
        Self { dimension, numbers }
    }

    /// Scales each point by a power of two, as [`Point`](super::angle::Point) is, and returns all norms, those of
    /// the padding included: NaN where an entry is not finite.
    pub(super) fn scale(&mut self) -> Norms {
        let zeros = vec![0.0; self.numbers.len() / self.dimension];
        let mut norms = Norms { norms: zeros.clone(), inverses: zeros };
        let Self { dimension, numbers } = self;
        simd::run(Scale { dimension: *dimension, numbers, norms: &mut norms });
        norms
    }

    /// `count` strips from the first one on, or as many as there are.
    pub(super) fn strips(&self, first: usize, count: usize) -> &[f64] {
        let strip = STRIP * self.dimension;
        let end = self.numbers.len().min((first + count) * strip);
        &self.numbers[first * strip..end]
    }
}

/// How long points are.
pub(super) struct Norms {
    /// ‖x‖.
    pub(super) norms: Vec<f64>,
    /// 1/‖x‖ of the scaled point: its products with two of these are cosines. For the zero vector 1.
    pub(super) inverses: Vec<f64>,
}

struct Scale<'a> {
    dimension: usize,
    numbers: &'a mut [f64],
    norms: &'a mut Norms,
}

impl Loop for Scale<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Norms { norms, inverses } = self.norms;
        let strips = self.numbers.chunks_exact_mut(STRIP * self.dimension);
        let norms = norms.chunks_mut(STRIP).zip(inverses.chunks_mut(STRIP));
        for (strip, (norms, inverses)) in strips.zip(norms) {
            measure(strip.as_chunks_mut().0, norms, inverses);
        }
    }
}

/// Scales points as [`Length`](super::angle::Length) scales one, and gives their norms, and the inverse norms
/// of what they were scaled to.
#[inline(always)]
fn measure(components: &mut [[f64; STRIP]], norms: &mut [f64], inverses: &mut [f64]) {
    let mut largest = [0.0; STRIP];
    for component in &*components {
        for (largest, value) in largest.iter_mut().zip(component) {
            // Not `max`: the compiler would reduce along each point, with slow gathers.
            *largest = if value.abs() > *largest { value.abs() } else { *largest };
        }
    }
    let (mut up, mut down) = ([[0.0; STRIP]; 2], [[0.0; STRIP]; 2]);
    for k in 0..STRIP {
        let exponent = binary_exponent(largest[k]);
        [up[0][k], up[1][k]] = halves_of_power_of_two(exponent);
        [down[0][k], down[1][k]] = halves_of_power_of_two(-exponent);
    }
    let (mut sums, mut lost) = ([0.0; STRIP], [0.0; STRIP]);
    for component in &mut *components {
        for k in 0..STRIP {
            component[k] = component[k] * down[0][k] * down[1][k];
            (sums[k], lost[k]) = add_product(sums[k], lost[k], component[k], component[k]);
        }
    }
    for (k, (norm, inverse)) in norms.iter_mut().zip(inverses).enumerate() {
        let scaled_norm = (sums[k] + lost[k]).sqrt(); // NaN if any entry is not finite
        *norm = scaled_norm * up[0][k] * up[1][k];
        *inverse = if scaled_norm > 0.0 { 1.0 / scaled_norm } else { 1.0 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::angle::Length;

    #[test]
    fn points_side_by_side_are_measured_as_one_is() {
        let scales = [1.0, 1e-320, 1e-300, 1e-150, 0.3, 7.0, 1e150, 0.0];
        for points in [1, 15, 16, 17, 40] {
            let number = |i: usize, k: usize| ((7 * i + 3 * k) as f64).sin() * scales[i % 8];
            let xs = DMatrix::from_fn(points, 5, number);
            let mut strips = Strips::new(&xs);
            let Norms { norms, inverses } = strips.scale();
            assert_eq!(norms.len(), points.next_multiple_of(STRIP));
            for (i, norm) in norms.iter().enumerate() {
                let mut x: Vec<f64> = (0..5).map(|k| number(i.min(points - 1), k)).collect();
                let length = Length::of(&mut x);
                assert!((norm / length.norm - 1.0).abs() < 1e-15 || *norm == length.norm, "{i}");
                let scaled_norm = x.iter().map(|value| value * value).sum::<f64>().sqrt();
                let inverse = if scaled_norm > 0.0 { 1.0 / scaled_norm } else { 1.0 };
                assert!((inverses[i] / inverse - 1.0).abs() < 1e-15, "{i}");
                for (k, scaled) in x.iter().enumerate() {
                    assert_eq!(strips.strips(i / STRIP, 1)[k * STRIP + i % STRIP], *scaled);
                }
            }
        }
    }

    #[test]
    fn long_points_lose_nothing_to_rounding() {
        let norms = Strips::new(&DMatrix::from_element(3, 100_000, 0.1)).scale().norms;
        let exact = 0.1 * 1e5_f64.sqrt();
        assert!((norms[2] / exact - 1.0).abs() < 4e-16, "{} for {exact}", norms[2]);
    }

    #[test]
    fn one_entry_that_is_not_finite_is_seen_in_its_own_point_only() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let mut xs = DMatrix::from_element(20, 3, 1.0);
            xs[(17, 1)] = bad;
            let norms = Strips::new(&xs).scale().norms;
            assert!(norms[17].is_nan());
            assert_eq!(norms.iter().filter(|norm| norm.is_nan()).count(), 1);
        }
    }
}
