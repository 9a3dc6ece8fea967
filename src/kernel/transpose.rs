//! Transposing by tiles, which nalgebra does entry by entry.

use nalgebra::DMatrix;

use super::simd::{self, Loop};

/// The transposed matrix.
pub(super) fn transposed(matrix: &DMatrix<f64>) -> DMatrix<f64> {
    let (rows, columns) = matrix.shape();
    let mut to = vec![0.0; matrix.len()];
    transpose(matrix.as_slice(), rows, &mut to, columns);
    DMatrix::from_vec(columns, rows, to)
}

/// Puts the transpose of a matrix of `from_rows` rows into the upper left corner of one of `to_rows`, both
/// column by column.
pub(super) fn transpose(from: &[f64], from_rows: usize, to: &mut [f64], to_rows: usize) {
    simd::run(Transpose { from, from_rows, to, to_rows });
}

struct Transpose<'a> {
    from: &'a [f64],
    from_rows: usize,
    to: &'a mut [f64],
    to_rows: usize,
}

/// Tiles of 8 × 8 leave the cache's lines whole.
const TILE: usize = 8;

impl Loop for Transpose<'_> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { from, from_rows: rows, to, to_rows } = self;
        let columns = from.len() / rows;
        for first_row in (0..rows).step_by(TILE) {
            for first_column in (0..columns).step_by(TILE) {
                let from = &from[first_column * rows + first_row..];
                let to = &mut to[first_row * to_rows + first_column..];
                let (height, width) = (rows - first_row, columns - first_column);
                if height >= TILE && width >= TILE {
                    transpose_tile(from, rows, to, to_rows);
                } else {
                    for r in 0..TILE.min(height) {
                        for c in 0..TILE.min(width) {
                            to[r * to_rows + c] = from[c * rows + r];
                        }
                    }
                }
            }
        }
    }
}

#[inline(always)]
fn transpose_tile(from: &[f64], from_rows: usize, to: &mut [f64], to_rows: usize) {
    let mut tile = [[0.0; TILE]; TILE];
    for (c, column) in tile.iter_mut().enumerate() {
        column.copy_from_slice(&from[c * from_rows..][..TILE]);
    }
    for r in 0..TILE {
        let row: [f64; TILE] = std::array::from_fn(|c| tile[c][r]);
        to[r * to_rows..][..TILE].copy_from_slice(&row);
    }
}
