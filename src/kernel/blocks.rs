//! Kernel matrices block by block.
//!
//! A block's correlations come from one small matrix product, its kernels from the recursion run column by
//! column while the block is in cache. Pairs whose angle is near 0 or π would lose digits in the product:
//! those few are done again from the vectors themselves. Blocks are shared out among threads, and no entry
//! depends on how.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use nalgebra::DMatrix;

use super::block::{Block, SIDE};
use super::columns::FromProducts;
use super::data_set::DataSet;
use super::panels::Panels;
use super::{Activation, Architecture, ClosedForm, Covariance, pages, simd};

/// Which kernel the matrix is of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Nngp,
    Ntk,
}

/// A kernel matrix to be made: rows from `left`, columns from `right`.
pub(crate) struct Blocks<'a, A> {
    pub(crate) architecture: &'a Architecture<A>,
    pub(crate) kind: Kind,
    pub(crate) left: &'a DataSet<'a>,
    pub(crate) right: &'a DataSet<'a>,
}

impl<A: Activation> Blocks<'_, A> {
    /// The matrix of `left` with itself: the blocks on and above the diagonal, each written twice.
    pub(crate) fn symmetric(&self, into: &mut DMatrix<f64>) {
        let blocks = self.left.blocks();
        let mut upper: Vec<_> = (0..blocks).flat_map(|j| (0..=j).map(move |i| (i, j))).collect();
        // A memory page is four blocks high: the blocks that share pages follow one another. Those on the
        // diagonal, with half the work, come last, so that the threads end together.
        upper.sort_by_key(|&(i, j)| (i == j, j / 4, i / 4));
        self.fill(into, upper, |panels, (i, j), block| {
            if i == j {
                for (k, point) in self.left.range(i).enumerate() {
                    block.set((k, k), self.diagonal(point));
                }
                panels.write_symmetric(i, block);
            } else {
                panels.write(i, j, block);
                panels.write_transposed(j, i, block);
            }
        });
    }

    pub(crate) fn rectangular(&self, into: &mut DMatrix<f64>) {
        let (rows, columns) = (self.left.blocks(), self.right.blocks());
        let all = (0..columns).flat_map(|j| (0..rows).map(move |i| (i, j))).collect();
        self.fill(into, all, |panels, (i, j), block| panels.write(i, j, block));
    }

    /// Makes every block, on all processors, and hands it to `write`.
    fn fill(
        &self,
        into: &mut DMatrix<f64>,
        tasks: Vec<(usize, usize)>,
        write: impl Fn(&Panels, (usize, usize), &mut Block) + Sync,
    ) {
        let (rows, columns) = (self.left.len(), self.right.len());
        if into.shape() != (rows, columns) {
            // Pages that the system zeroes when they are first touched, which the threads below do.
            *into = DMatrix::from_vec(rows, columns, pages::zeros(rows * columns));
        }
        let panels = Panels::new(into);
        let next = AtomicUsize::new(0);
        let work = |desk: &mut Desk| {
            while let Some(&(i, j)) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) {
                desk.block.rows = self.left.range(i).len();
                desk.block.columns = self.right.range(j).len();
                self.fill_block(i, j, desk);
                write(&panels, (i, j), &mut desk.block);
            }
        };
        // Memory that this thread has used before is warm; that of a new thread is not there yet.
        let mut desks: Vec<_> = (0..processors().min(tasks.len())).map(|_| Desk::new()).collect();
        std::thread::scope(|scope| {
            if let Some((own, others)) = desks.split_first_mut() {
                for desk in others {
                    scope.spawn(|| work(desk));
                }
                work(own);
            }
        });
    }

    fn fill_block(&self, i: usize, j: usize, desk: &mut Desk) {
        if let Some(form) = self.architecture.activation.closed_form() {
            return self.fill_by_closed_form(form, i, j, desk);
        }
        let on_diagonal = self.is_on_diagonal(i, j);
        for (c, y) in self.right.range(j).enumerate() {
            for (r, x) in self.left.range(i).enumerate() {
                if !on_diagonal || x < y {
                    desk.block.set((r, c), self.pair(x, y));
                }
            }
        }
    }

    /// Does this block hold a piece of the diagonal of a symmetric matrix? Then only what lies above the
    /// diagonal is read.
    pub(super) fn is_on_diagonal(&self, i: usize, j: usize) -> bool {
        i == j && std::ptr::eq(self.left, self.right)
    }

    fn fill_by_closed_form(&self, form: ClosedForm, i: usize, j: usize, desk: &mut Desk) {
        let (left, right) = ((&self.left.strips, i), (&self.right.strips, j));
        desk.block.product(left, right, self.is_on_diagonal(i, j));
        simd::run(FromProducts { blocks: self, form, i, j, desk });
        for (r, c) in desk.one_by_one.drain(..) {
            desk.block.set((r, c), self.pair(i * SIDE + r, j * SIDE + c));
        }
    }

    fn pair(&self, i: usize, j: usize) -> f64 {
        self.kernel_of(self.architecture.first_layer(&self.left.point(i), &self.right.point(j)))
    }

    fn diagonal(&self, i: usize) -> f64 {
        match self.kind {
            Kind::Nngp => self.left.root_nngp[i] * self.left.root_nngp[i],
            Kind::Ntk => self.left.ntk[i],
        }
    }

    fn kernel_of(&self, input: Covariance) -> f64 {
        match self.kind {
            Kind::Nngp => self.architecture.nngp_of(input),
            Kind::Ntk => self.architecture.ntk_of(input),
        }
    }
}

/// Asked of the system once: it reads several files to answer, which a small matrix would notice.
fn processors() -> usize {
    static PROCESSORS: OnceLock<usize> = OnceLock::new();
    *PROCESSORS.get_or_init(|| std::thread::available_parallelism().map_or(1, usize::from))
}

/// What a thread works on, one block after another.
pub(super) struct Desk {
    pub(super) block: Block,
    /// Θ along one column.
    pub(super) ntk: Vec<f64>,
    /// Entries (row, column) of the block whose digits do not suffice.
    pub(super) one_by_one: Vec<(usize, usize)>,
}

impl Desk {
    fn new() -> Self {
        Self { block: Block::new(), ntk: vec![0.0; SIDE], one_by_one: Vec::new() }
    }
}
