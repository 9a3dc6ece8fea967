//! Every random number comes from ChaCha8, whose stream is the same on every machine and in every
//! version, with a stream of its own for each matrix: what one layer draws depends on no other layer.

use nalgebra::DMatrix;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, StandardNormal};

use super::Scalar;

/// A matrix of independent N(0, deviation²) entries from one stream of one seed, drawn column by
/// column in f64, so that f32 gets the same numbers rounded.
///
/// ```
/// use nalgebra::DMatrix;
/// let once: DMatrix<f64> = ntk_network::normals(3, 2, 1.0, 7, 0);
/// assert_eq!(once, ntk_network::normals(3, 2, 1.0, 7, 0));
/// assert_ne!(once, ntk_network::normals(3, 2, 1.0, 7, 1));
/// ```
pub fn normals<T: Scalar>(
    rows: usize,
    columns: usize,
    deviation: f64,
    seed: u64,
    stream: u64,
) -> DMatrix<T> {
    let mut generator = ChaCha8Rng::seed_from_u64(seed);
    generator.set_stream(stream);
    DMatrix::from_fn(rows, columns, |_, _| {
        let normal: f64 = StandardNormal.sample(&mut generator);
        T::of(deviation * normal)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of a stream, written down once: another generator, or another order of
    /// drawing, would silently change every committed result.
    #[test]
    fn the_stream_is_pinned() {
        let drawn: DMatrix<f64> = normals(2, 2, 1.0, 1, 0);
        let again: DMatrix<f32> = normals(2, 2, 1.0, 1, 0);
        insta::assert_debug_snapshot!(drawn.as_slice());
        assert!(drawn.iter().zip(&again).all(|(wide, narrow)| *narrow == *wide as f32));
    }

    #[test]
    fn mean_and_variance_are_those_of_a_standard_normal() {
        let n = 40_000;
        let drawn: DMatrix<f64> = normals(n, 1, 1.0, 5, 3);
        let mean = drawn.sum() / n as f64;
        let square = drawn.norm_squared() / n as f64;
        assert!(mean.abs() < 4.0 / (n as f64).sqrt());
        assert!((square - 1.0).abs() < 4.0 * (2.0 / n as f64).sqrt());
    }
}
