//! Transposing by tiles, which nalgebra does entry by entry.

use nalgebra::DMatrix;

use super::simd::{self, Loop};

/// The transposed matrix.
pub(super) fn transposed(matrix: &DMatrix<f64>) -> DMatrix<f64> {
    let (rows, columns) = matrix.shape();
    let mut to = vec![0.0; matrix.len()];
    transpose(matrix.as_slice(), (rows, rows), &mut to, columns);
    DMatrix::from_vec(columns, rows, to)
}

/// Puts the transpose of a matrix into the upper left corner of one whose columns are `to_stride` long. Its
/// own are `stride` long, of which `rows` count.
pub(super) fn transpose(
    from: &[f64],
    (rows, stride): (usize, usize),
    to: &mut [f64],
    to_stride: usize,
) {
    simd::run(Transpose { from, rows, stride, to, to_stride });
}

struct Transpose<'a> {
    from: &'a [f64],
    rows: usize,
    stride: usize,
    to: &'a mut [f64],
    to_stride: usize,
}

/// Tiles of 8 × 8 leave the cache's lines whole.
const TILE: usize = 8;

impl Loop for Transpose<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { from, rows, stride, to, to_stride } = self;
        let columns = from.len() / stride;
        for first_row in (0..rows).step_by(TILE) {
            for first_column in (0..columns).step_by(TILE) {
                let from = &from[first_column * stride + first_row..];
                let to = &mut to[first_row * to_stride + first_column..];
                let (height, width) = (rows - first_row, columns - first_column);
                if height >= TILE && width >= TILE {
                    transpose_tile(from, stride, to, to_stride);
                } else {
                    for r in 0..TILE.min(height) {
                        for c in 0..TILE.min(width) {
                            to[r * to_stride + c] = from[c * stride + r];
                        }
                    }
                }
            }
        }
    }
}

/// (One number after the other: what the compiler makes of arrays of eight takes three times as long.)
#[inline(always)]
fn transpose_tile(from: &[f64], stride: usize, to: &mut [f64], to_stride: usize) {
    for r in 0..TILE {
        let row = &mut to[r * to_stride..][..TILE];
        for c in 0..TILE {
            row[c] = from[c * stride + r];
        }
    }
}
