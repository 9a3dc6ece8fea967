use std::sync::{Mutex, MutexGuard, PoisonError};

use nalgebra::DMatrix;

use super::data_set::SIDE;
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
    pub(crate) fn write(&self, i: usize, j: usize, block: &DMatrix<f64>) {
        let columns = block.as_slice().chunks(block.nrows());
        for (to, from) in self.lock(j).chunks_mut(self.rows).zip(columns) {
            to[i * SIDE..][..from.len()].copy_from_slice(from);
        }
    }

    /// Puts the transpose of a block there.
    pub(crate) fn write_transposed(&self, i: usize, j: usize, block: &DMatrix<f64>) {
        let mut panel = self.lock(j);
        transpose(block.as_slice(), block.nrows(), &mut panel[i * SIDE..], self.rows);
    }

    fn lock(&self, j: usize) -> MutexGuard<'_, &'a mut [f64]> {
        // A poisoned lock means that another thread panicked, and the scope will pass its panic on.
        self.panels[j].lock().unwrap_or_else(PoisonError::into_inner)
    }
}
