use std::sync::{Mutex, MutexGuard, PoisonError};

use nalgebra::DMatrix;

use super::data_set::SIDE;
use super::simd::{self, Loop};

/// A matrix cut into panels of `SIDE` columns, each behind a lock, so that threads can fill it by blocks.
pub(crate) struct Panels<'a> {
    rows: usize,
    panels: Vec<Mutex<&'a mut [f64]>>,
}

impl<'a> Panels<'a> {
    pub(crate) fn new(matrix: &'a mut DMatrix<f64>) -> Self {
        let rows = matrix.nrows();
        let panels = matrix.as_mut_slice().chunks_mut(rows * SIDE).map(Mutex::new).collect();
        Self { rows, panels }
    }

    /// Puts a block at block row `i` of panel `j`.
    pub(crate) fn write(&self, i: usize, j: usize, block: &DMatrix<f64>) {
        let columns = block.as_slice().chunks(block.nrows());
        for (to, from) in self.lock(j).chunks_mut(self.rows).zip(columns) {
            to[i * SIDE..][..from.len()].copy_from_slice(from);
        }
    }

    /// Puts the transpose of a block there.
    pub(crate) fn write_transposed(&self, i: usize, j: usize, block: &DMatrix<f64>) {
        let mut panel = self.lock(j);
        simd::run(Transpose {
            from: block.as_slice(),
            from_rows: block.nrows(),
            to: &mut panel[i * SIDE..],
            to_rows: self.rows,
        });
    }

    fn lock(&self, j: usize) -> MutexGuard<'_, &'a mut [f64]> {
        // A poisoned lock means that another thread panicked, and the scope will pass its panic on.
        self.panels[j].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Transposes a matrix of so many rows into another.
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
