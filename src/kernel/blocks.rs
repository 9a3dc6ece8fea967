//! Kernel matrices block by block.
//!
//! A block's correlations come from one small matrix product, its kernels from the recursion run column by
//! column while the block is in cache. Pairs whose angle is near 0 or π would lose digits in the product:
//! those few are done again from the vectors themselves. Blocks are shared out among threads, and no entry
//! depends on how.

use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use nalgebra::DMatrix;

use super::closed_form::{BiasedColumn, ErfColumn, HomogeneousColumn, NEARLY_PARALLEL, Pairs};
use super::data_set::{DataSet, SIDE};
use super::panels::Panels;
use super::rectifier::Rectifier;
use super::simd::Loop;
use super::{Activation, Architecture, ClosedForm, Covariance, simd};

/// Kernels below this share of their scale show the rounding of terms that cancelled: one by one as well.
const NEAR_ZERO: f64 = 0.01;

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
    pub(crate) left: &'a DataSet,
    pub(crate) right: &'a DataSet,
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
                block.fill_lower_triangle_with_upper_triangle();
                for k in self.left.range(i) {
                    block[(k - i * SIDE, k - i * SIDE)] = self.diagonal(k);
                }
            } else {
                panels.write_transposed(j, i, block);
            }
            panels.write(i, j, block);
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
        write: impl Fn(&Panels, (usize, usize), &mut DMatrix<f64>) + Sync,
    ) {
        let (rows, columns) = (self.left.len(), self.right.len());
        if into.shape() != (rows, columns) {
            // Pages that the system zeroes when they are first touched, which the threads below do.
            *into = DMatrix::from_vec(rows, columns, vec![0.0; rows * columns]);
        }
        let panels = Panels::new(into);
        let next = AtomicUsize::new(0);
        let work = |desk: &mut Desk| {
            while let Some(&(i, j)) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) {
                desk.clear(self.left.range(i).len(), self.right.range(j).len());
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
                    desk.block[(r, c)] = self.pair(x, y);
                }
            }
        }
    }

    /// Does this block hold a piece of the diagonal of a symmetric matrix? Then only what lies above the
    /// diagonal is read.
    fn is_on_diagonal(&self, i: usize, j: usize) -> bool {
        i == j && std::ptr::eq(self.left, self.right)
    }

    fn fill_by_closed_form(&self, form: ClosedForm, i: usize, j: usize, desk: &mut Desk) {
        let (rows, columns) = (self.left.range(i), self.right.range(j));
        let left = self.left.directions_by_row.rows(rows.start, rows.len());
        let right = self.right.directions.columns(columns.start, columns.len());
        desk.block.gemm(1.0, &left, &right, 0.0); // cos θ
        simd::run(FromCosines { blocks: self, form, i, j, desk });
        for (r, c) in desk.one_by_one.drain(..) {
            desk.block[(r, c)] = self.pair(rows.start + r, columns.start + c);
        }
    }

    /// Can a kernel be small although its terms are not? An odd activation without biases has kernels that
    /// are small only where ρ is.
    fn terms_cancel(&self, form: ClosedForm) -> bool {
        self.architecture.bias != 0.0 || !matches!(form, ClosedForm::Erf)
    }

    /// The square roots of the diagonal.
    fn roots<'b>(&self, data: &'b DataSet) -> &'b [f64] {
        match self.kind {
            Kind::Nngp => &data.root_nngp,
            Kind::Ntk => &data.root_ntk,
        }
    }

    fn pair(&self, i: usize, j: usize) -> f64 {
        self.kernel_of(self.architecture.first_layer(&self.left.points[i], &self.right.points[j]))
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
struct Desk {
    block: DMatrix<f64>,
    /// Θ along one column.
    ntk: Vec<f64>,
    /// Entries (row, column) of the block whose digits do not suffice.
    one_by_one: Vec<(usize, usize)>,
}

impl Desk {
    fn new() -> Self {
        let (block, ntk) = (DMatrix::zeros(SIDE, SIDE), vec![0.0; SIDE]);
        Self { block, ntk, one_by_one: Vec::new() }
    }

    /// Makes room for a block of this shape.
    fn clear(&mut self, rows: usize, columns: usize) {
        if self.block.shape() != (rows, columns) {
            self.block = DMatrix::zeros(rows, columns);
        }
    }
}

/// From the cosines of a block to its kernels.
struct FromCosines<'a, 'b, A> {
    blocks: &'a Blocks<'b, A>,
    form: ClosedForm,
    i: usize,
    j: usize,
    desk: &'a mut Desk,
}

impl<A: Activation> Loop for FromCosines<'_, '_, A> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { blocks, form, i, j, desk: Desk { block, ntk, one_by_one } } = self;
        let Blocks { left, right, .. } = *blocks;
        let (rows, on_diagonal) = (left.range(i), blocks.is_on_diagonal(i, j));
        let columns = block.as_mut_slice().chunks_mut(rows.len());
        for ((c, y), column) in right.range(j).enumerate().zip(columns) {
            let rows = if on_diagonal { rows.start..y } else { rows.clone() };
            let (column, ntk) = (&mut column[..rows.len()], &mut ntk[..rows.len()]);
            mark(column, |rho| rho.abs() > NEARLY_PARALLEL, |r| one_by_one.push((r, c)));
            match form {
                ClosedForm::Rectifier { slope } => {
                    blocks.rectifier_column::<FMA>(slope, rows.clone(), y, column, ntk);
                    scale(column, &left.root_nngp[rows.clone()], right.root_nngp[y]);
                }
                ClosedForm::Erf => {
                    scale(column, &left.norms[rows.clone()], right.norms[y]);
                    blocks.erf_column::<FMA>(rows.clone(), y, column, ntk);
                }
            }
            if blocks.terms_cancel(form) {
                let bounds = &blocks.roots(left)[rows];
                let bound = NEAR_ZERO * blocks.roots(right)[y];
                mark_small(column, bounds, bound, |r| one_by_one.push((r, c)));
            }
        }
    }
}

impl<A: Activation> Blocks<'_, A> {
    /// In: cosines with point `y`. Out: kernels, over the product of the two last standard deviations.
    #[inline(always)]
    fn rectifier_column<const FMA: bool>(
        &self,
        slope: f64,
        rows: Range<usize>,
        y: usize,
        column: &mut [f64],
        ntk: &mut [f64],
    ) {
        let (rectifier, depth) = (Rectifier::with_slope(slope), self.architecture.depth);
        column.iter_mut().for_each(|rho| *rho = 1.0 - *rho);
        let one_minus = &mut *column;
        if self.architecture.bias == 0.0 {
            HomogeneousColumn { rectifier, depth, one_minus, ntk }.run::<FMA>();
        } else {
            let pairs = self.pairs(rows, y);
            BiasedColumn { rectifier, pairs, one_minus, ntk }.run::<FMA>();
        }
        match self.kind {
            Kind::Nngp => column.iter_mut().for_each(|one_minus| *one_minus = 1.0 - *one_minus),
            Kind::Ntk => column.copy_from_slice(ntk),
        }
    }

    /// In: x·x′ with point `y`. Out: kernels.
    #[inline(always)]
    fn erf_column<const FMA: bool>(
        &self,
        rows: Range<usize>,
        y: usize,
        column: &mut [f64],
        ntk: &mut [f64],
    ) {
        let Architecture { gain, bias, .. } = *self.architecture;
        column.iter_mut().for_each(|dot| *dot += bias * bias);
        let (pairs, nngp) = (self.pairs(rows, y), &mut *column);
        ErfColumn { pairs, gain, bias, nngp, ntk }.run::<FMA>();
        if self.kind == Kind::Ntk {
            column.copy_from_slice(ntk);
        }
    }

    fn pairs(&self, rows: Range<usize>, y: usize) -> Pairs<'_> {
        Pairs { left: &self.left.layers, rows, right: &self.right.layers, y }
    }
}

/// Calls `found` with the few places whose value is `wanted`; most columns have none.
#[inline(always)]
fn mark(column: &[f64], wanted: impl Fn(f64) -> bool, mut found: impl FnMut(usize)) {
    if column.iter().fold(false, |any, &value| any | wanted(value)) {
        let places = column.iter().enumerate().filter(|(_, value)| wanted(**value));
        places.for_each(|(place, _)| found(place));
    }
}

/// The same for values that are smaller than their own bound times a common one, or NaN.
#[inline(always)]
fn mark_small(column: &[f64], bounds: &[f64], common: f64, mut found: impl FnMut(usize)) {
    let small = |value: f64, bound: f64| value.is_nan() || value.abs() < bound * common;
    let places = column.iter().zip(bounds);
    if places.clone().fold(false, |any, (&value, &bound)| any | small(value, bound)) {
        for (place, (&value, &bound)) in places.enumerate() {
            if small(value, bound) {
                found(place);
            }
        }
    }
}

/// Multiplies each value by its own factor and by `common`.
#[inline(always)]
fn scale(column: &mut [f64], factors: &[f64], common: f64) {
    for (value, factor) in column.iter_mut().zip(factors) {
        *value = factor * *value * common;
    }
}
