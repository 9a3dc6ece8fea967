//! From the scalar products of a block to its kernels, column by column while the block is in cache, and which of
//! them must be done again from the vectors themselves.

use std::ops::Range;

use super::blocks::{Blocks, Desk, Kind};
use super::closed_form::{BiasedColumn, ErfColumn, HomogeneousColumn, NEARLY_PARALLEL, Pairs};
use super::data_set::DataSet;
use super::rectifier::Rectifier;
use super::simd::Loop;
use super::{Activation, Architecture, ClosedForm};

/// Kernels below this share of their scale show the rounding of terms that cancelled: one by one as well.
const NEAR_ZERO: f64 = 0.01;

/// Numbers that the widest registers hold.
const REGISTER: usize = 8;

/// From the scalar products of a block to its kernels.
pub(super) struct FromProducts<'a, 'b, A> {
    pub(super) blocks: &'a Blocks<'b, A>,
    pub(super) form: ClosedForm,
    pub(super) i: usize,
    pub(super) j: usize,
    pub(super) desk: &'a mut Desk,
}

impl<A: Activation> Loop for FromProducts<'_, '_, A> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { blocks, form, i, j, desk: Desk { block, ntk, one_by_one } } = self;
        let Blocks { left, right, .. } = *blocks;
        let (rows, on_diagonal) = (left.range(i), blocks.is_on_diagonal(i, j));
        for ((c, y), column) in right.range(j).enumerate().zip(block.columns_mut()) {
            let counts = if on_diagonal { c } else { rows.len() };
            // Rounded up to whole registers, which is faster; what is too many is never read.
            let rows = rows.start..rows.start + counts.next_multiple_of(REGISTER);
            let (column, ntk) = (&mut column[..rows.len()], &mut ntk[..rows.len()]);
            scale(column, &left.norms.inverses[rows.clone()], right.norms.inverses[y]); // cos θ
            let nearly_parallel = |rho: f64| rho.abs() > NEARLY_PARALLEL;
            mark(&column[..counts], nearly_parallel, |r| one_by_one.push((r, c)));
            match form {
                ClosedForm::Rectifier { slope } => {
                    blocks.rectifier_column::<FMA>(slope, rows.clone(), y, column, ntk);
                    scale(column, &left.root_nngp[rows.clone()], right.root_nngp[y]);
                }
                ClosedForm::Erf => {
                    let far_apart =
                        !column[..counts].iter().fold(false, |any, rho| any | (rho.abs() > 0.5));
                    scale(column, &left.norms.norms[rows.clone()], right.norms.norms[y]);
                    blocks.erf_column::<FMA>(rows.clone(), y, far_apart, column, ntk);
                }
            }
            if blocks.terms_cancel(form) {
                let bounds = &blocks.roots(left)[rows];
                let bound = NEAR_ZERO * blocks.roots(right)[y];
                mark_small(&column[..counts], bounds, bound, |r| one_by_one.push((r, c)));
            }
        }
    }
}

impl<A: Activation> Blocks<'_, A> {
    /// Can a kernel be small although its terms are not? An odd activation without biases has kernels that
    /// are small only where ρ is.
    fn terms_cancel(&self, form: ClosedForm) -> bool {
        self.architecture.bias != 0.0 || !matches!(form, ClosedForm::Erf)
    }

    /// The square roots of the diagonal.
    fn roots<'b>(&self, data: &'b DataSet<'_>) -> &'b [f64] {
        match self.kind {
            Kind::Nngp => &data.root_nngp,
            Kind::Ntk => &data.root_ntk,
        }
    }

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
        far_apart: bool,
        column: &mut [f64],
        ntk: &mut [f64],
    ) {
        let Architecture { gain, bias, .. } = *self.architecture;
        column.iter_mut().for_each(|dot| *dot += bias * bias);
        let (pairs, nngp) = (self.pairs(rows, y), &mut *column);
        ErfColumn { pairs, gain, bias, far_apart, nngp, ntk }.run::<FMA>();
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
