//! Points side by side, so that one instruction serves eight of them: as they are measured, and as their
//! products are taken.

use nalgebra::DMatrix;

use super::angle::{add_product, binary_exponent, halves_of_power_of_two};
use super::simd::{self, Loop};

/// Points that are kept together, component by component.
pub(super) const STRIP: usize = 16;

/// `[strip][component][point of the strip]`. After the last point it comes again, as often as fills its strip.
pub(super) struct Strips {
    pub(super) dimension: usize,
    numbers: Vec<f64>,
}

impl Strips {
    /// The rows of `xs`, of which there is at least one.
    pub(super) fn new(xs: &DMatrix<f64>) -> Self {
        let (points, dimension) = xs.shape();
        let mut numbers = vec![0.0; points.next_multiple_of(STRIP) * dimension];
        for (first, strip) in (0..points).step_by(STRIP).zip(numbers.chunks_mut(STRIP * dimension))
        {
            let there = first..points.min(first + STRIP);
            for (to, component) in strip.chunks_mut(STRIP).zip(xs.as_slice().chunks(points)) {
                let (own, fill) = to.split_at_mut(there.len());
                own.copy_from_slice(&component[there.clone()]);
                fill.fill(component[points - 1]);
            }
        }
        Self { dimension, numbers }
    }

    /// Leaves the directions of the points (a zero vector stays), and gives their norms, those that fill the
    /// last strip included: NaN where an entry is not finite.
    pub(super) fn normalize(&mut self) -> Vec<f64> {
        let mut norms = vec![0.0; self.numbers.len() / self.dimension];
        let Self { dimension, numbers } = self;
        simd::run(Normalize { dimension: *dimension, numbers, norms: &mut norms });
        norms
    }

    /// So many strips from this one on, or as many as there are.
    pub(super) fn strips(&self, first: usize, count: usize) -> &[f64] {
        let strip = STRIP * self.dimension;
        let end = self.numbers.len().min((first + count) * strip);
        &self.numbers[first * strip..end]
    }
}

struct Normalize<'a> {
    dimension: usize,
    numbers: &'a mut [f64],
    norms: &'a mut [f64],
}

impl Loop for Normalize<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let strips = self.numbers.chunks_exact_mut(STRIP * self.dimension);
        for (strip, norms) in strips.zip(self.norms.as_chunks_mut().0) {
            *norms = normalize(strip.as_chunks_mut().0);
        }
    }
}

/// As [`Length`](super::angle::Length) does it for one point.
#[inline(always)]
fn normalize(components: &mut [[f64; STRIP]]) -> [f64; STRIP] {
    let mut largest = [0; STRIP];
    for component in &*components {
        for (largest, value) in largest.iter_mut().zip(component) {
            *largest = value.abs().to_bits().max(*largest);
        }
    }
    let exponents = largest.map(|bits| binary_exponent(f64::from_bits(bits)));
    let down = exponents.map(|exponent| halves_of_power_of_two(-exponent));
    let [down, further_down] = [0, 1].map(|half| down.map(|down| down[half]));
    let (mut sums, mut lost) = ([0.0; STRIP], [0.0; STRIP]);
    for component in &mut *components {
        for k in 0..STRIP {
            component[k] = component[k] * down[k] * further_down[k];
            (sums[k], lost[k]) = add_product(sums[k], lost[k], component[k], component[k]);
        }
    }
    let (mut norms, mut inverses) = ([0.0; STRIP], [1.0; STRIP]);
    for k in 0..STRIP {
        let scaled_norm = (sums[k] + lost[k]).sqrt();
        let [up, further_up] = halves_of_power_of_two(exponents[k]);
        norms[k] = scaled_norm * up * further_up;
        inverses[k] = if scaled_norm > 0.0 { 1.0 / scaled_norm } else { 1.0 };
        if largest[k] >= f64::INFINITY.to_bits() {
            norms[k] = f64::NAN;
        }
    }
    for component in components {
        component.iter_mut().zip(&inverses).for_each(|(value, inverse)| *value *= inverse);
    }
    norms
}
