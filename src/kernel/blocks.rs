//! Kernel matrices block by block.
//!
//! A block's correlations come from one small matrix product, its kernels from the recursion run column by
//! column while the block is in cache. Pairs whose angle is near 0 or π would lose digits in the product:
//! those few are done again from the vectors themselves. Blocks are shared out among threads, and no entry
//! depends on how.

use std::sync::atomic::{AtomicUsize, Ordering};

use nalgebra::DMatrix;

use super::closed_form::{BiasedColumn, ErfColumn, HomogeneousColumn, Run};
use super::data_set::{DataSet, SIDE};
use super::panels::Panels;
use super::rectifier::Rectifier;
use super::{Activation, Architecture, ClosedForm, Covariance, simd};

/// Pairs with |cos θ| above this (θ within 0.1 of 0 or π) are done one by one.
const NEARLY_PARALLEL: f64 = 0.995;

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
        let upper = (0..blocks).flat_map(|j| (0..=j).map(move |i| (i, j))).collect();
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
        let work = || {
            let mut block = DMatrix::zeros(0, 0);
            while let Some(&(i, j)) = tasks.get(next.fetch_add(1, Ordering::Relaxed)) {
                block.resize_mut(self.left.range(i).len(), self.right.range(j).len(), 0.0);
                self.fill_block(i, j, &mut block);
                write(&panels, (i, j), &mut block);
            }
        };
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            for _ in 1..processors.min(tasks.len()) {
                scope.spawn(work);
            }
            work();
        });
    }

    fn fill_block(&self, i: usize, j: usize, block: &mut DMatrix<f64>) {
        if let Some(form) = self.architecture.activation.closed_form() {
            return self.fill_by_closed_form(form, i, j, block);
        }
        let on_diagonal = self.is_on_diagonal(i, j);
        for (c, y) in self.right.range(j).enumerate() {
            for (r, x) in self.left.range(i).enumerate() {
                if !on_diagonal || x < y {
                    block[(r, c)] = self.pair(x, y);
                }
            }
        }
    }

    /// Does this block hold a piece of the diagonal of a symmetric matrix? Then its lower half is not read.
    fn is_on_diagonal(&self, i: usize, j: usize) -> bool {
        i == j && std::ptr::eq(self.left, self.right)
    }

    fn fill_by_closed_form(&self, form: ClosedForm, i: usize, j: usize, block: &mut DMatrix<f64>) {
        let (rows, columns) = (self.left.range(i), self.right.range(j));
        let left = self.left.directions_by_row.rows(rows.start, rows.len());
        let right = self.right.directions.columns(columns.start, columns.len());
        block.gemm(1.0, &left, &right, 0.0); // cos θ
        let mut one_by_one = Vec::new();
        let mut scratch = vec![0.0; rows.len()];
        for (c, y) in columns.clone().enumerate() {
            let column = &mut block.as_mut_slice()[c * rows.len()..][..rows.len()];
            find(column, |_, rho| rho.abs() > NEARLY_PARALLEL, |r| one_by_one.push((r, c)));
            match form {
                ClosedForm::Rectifier { slope } => {
                    self.rectifier_column(slope, &self.left.runs[i], y, column, &mut scratch);
                    scale(column, &self.left.root_nngp[rows.clone()], self.right.root_nngp[y]);
                }
                ClosedForm::Erf => {
                    scale(column, &self.left.norms[rows.clone()], self.right.norms[y]);
                    self.erf_column(&self.left.runs[i], y, column, &mut scratch);
                }
            }
            if self.terms_cancel(form) {
                let (roots_x, root_y) =
                    (&self.roots(self.left)[rows.clone()], self.roots(self.right)[y]);
                let near_zero =
                    |r: usize, value: f64| value.abs() < NEAR_ZERO * roots_x[r] * root_y;
                find(column, near_zero, |r| one_by_one.push((r, c)));
            }
        }
        let on_diagonal = self.is_on_diagonal(i, j);
        for (r, c) in one_by_one {
            if !on_diagonal || r < c {
                block[(r, c)] = self.pair(rows.start + r, columns.start + c);
            }
        }
    }

    /// Can a kernel be small although its terms are not? An odd activation without biases has kernels that
    /// are small only where ρ is.
    fn terms_cancel(&self, form: ClosedForm) -> bool {
        self.architecture.bias != 0.0 || !matches!(form, ClosedForm::Erf)
    }

    /// The square roots of the diagonal.
    fn roots<'a>(&self, data: &'a DataSet) -> &'a [f64] {
        match self.kind {
            Kind::Nngp => &data.root_nngp,
            Kind::Ntk => &data.root_ntk,
        }
    }

    /// In: cosines with point `y`. Out: kernels, over the product of the two last standard deviations.
    fn rectifier_column(
        &self,
        slope: f64,
        rows: &Run,
        y: usize,
        column: &mut [f64],
        ntk: &mut [f64],
    ) {
        let (rectifier, depth) = (Rectifier::with_slope(slope), self.architecture.depth);
        column.iter_mut().for_each(|rho| *rho = 1.0 - *rho);
        ntk.fill(0.0);
        let one_minus = &mut *column;
        if self.architecture.bias == 0.0 {
            simd::run(HomogeneousColumn { rectifier, depth, one_minus, ntk });
        } else {
            let point = &self.right.layers[y];
            simd::run(BiasedColumn { rectifier, rows, column: point, one_minus, ntk });
        }
        match self.kind {
            Kind::Nngp => column.iter_mut().for_each(|one_minus| *one_minus = 1.0 - *one_minus),
            Kind::Ntk => column.copy_from_slice(ntk),
        }
    }

    /// In: x·x′ with point `y`. Out: kernels.
    fn erf_column(&self, rows: &Run, y: usize, column: &mut [f64], ntk: &mut [f64]) {
        let Architecture { gain, bias, .. } = *self.architecture;
        column.iter_mut().for_each(|dot| *dot += bias * bias);
        let (point, nngp) = (&self.right.layers[y], &mut *column);
        simd::run(ErfColumn { rows, column: point, gain, bias, nngp, ntk });
        if self.kind == Kind::Ntk {
            column.copy_from_slice(ntk);
        }
    }

    fn pair(&self, i: usize, j: usize) -> f64 {
        self.kernel_of(self.architecture.first_layer(&self.left.points[i], &self.right.points[j]))
    }

    fn diagonal(&self, i: usize) -> f64 {
        let input = Covariance::diagonal(self.left.norms[i]);
        self.kernel_of(input.with_bias(self.architecture.bias))
    }

    fn kernel_of(&self, input: Covariance) -> f64 {
        match self.kind {
            Kind::Nngp => self.architecture.nngp_of(input),
            Kind::Ntk => self.architecture.ntk_of(input),
        }
    }
}

/// Calls `found` with the few places where `wanted(place, value)` holds; most chunks have none.
#[inline]
fn find(column: &[f64], wanted: impl Fn(usize, f64) -> bool, mut found: impl FnMut(usize)) {
    for (start, chunk) in (0..).step_by(16).zip(column.chunks(16)) {
        let places = (start..).zip(chunk);
        if places.clone().fold(false, |any, (place, &value)| any | wanted(place, value)) {
            places
                .filter(|(place, value)| wanted(*place, **value))
                .for_each(|(place, _)| found(place));
        }
    }
}

/// Multiplies each value by its own factor and by `common`.
fn scale(column: &mut [f64], factors: &[f64], common: f64) {
    for (value, factor) in column.iter_mut().zip(factors) {
        *value = factor * *value * common;
    }
}
