use std::sync::{Mutex, MutexGuard, PoisonError};

use nalgebra::DMatrix;

use super::block::{Block, SIDE};
use super::transpose::transpose;

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
    pub(crate) fn write(&self, i: usize, j: usize, block: &Block) {
        for (column, to) in self.lock(j).chunks_mut(self.rows).enumerate() {
            to[i * SIDE..][..block.rows].copy_from_slice(block.column(column));
        }
    }

    /// Puts a block of the diagonal there, of which only what lies above and on it counts, and its mirror image.
    pub(crate) fn write_symmetric(&self, i: usize, block: &Block) {
        let mut panel = self.lock(i);
        transpose_into(&mut panel, i, block, self.rows);
        for (column, to) in panel.chunks_mut(self.rows).enumerate() {
            to[i * SIDE..][..=column].copy_from_slice(&block.column(column)[..=column]);
        }
    }

    /// Puts the transpose of a block there.
    pub(crate) fn write_transposed(&self, i: usize, j: usize, block: &Block) {
        transpose_into(&mut self.lock(j), i, block, self.rows);
    }

    fn lock(&self, j: usize) -> MutexGuard<'_, &'a mut [f64]> {
        // A poisoned lock means that another thread panicked, and the scope will pass its panic on.
        self.panels[j].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn transpose_into(panel: &mut [f64], i: usize, block: &Block, stride: usize) {
    transpose(block.as_columns(), (block.rows, SIDE), &mut panel[i * SIDE..], stride);
}
