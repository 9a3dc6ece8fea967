//! A block of a kernel matrix, and the product that it begins as.
//!
//! The product is ours because a kernel matrix asks for little else: matrixmultiply, which nalgebra calls,
//! packs the same points again for every block, and knows neither that only half of a diagonal block is read
//! nor of registers of eight numbers.

use super::angle::add_product;
use super::polynomials::multiply_add;
use super::simd::{self, Loop};
use super::strips::{STRIP, Strips};

/// Rows and columns of a block: 128 kB of numbers.
pub(super) const SIDE: usize = 128;
/// Components of a strip that stay in the innermost cache: 16 kB.
const REACH: usize = 128;
/// Components that are summed up before they are added to those before: rounding grows with the length of a
/// chain, and a chain of chains is short.
const CHAIN: usize = 16;

/// At most `SIDE` × `SIDE` numbers, column by column. A column is `SIDE` long; what follows the last row is
/// of no meaning.
pub(super) struct Block {
    pub(super) rows: usize,
    pub(super) columns: usize,
    numbers: Vec<f64>,
}

impl Block {
    pub(super) fn new() -> Self {
        Self { rows: SIDE, columns: SIDE, numbers: vec![0.0; SIDE * SIDE] }
    }

    pub(super) fn columns_mut(&mut self) -> impl Iterator<Item = &mut [f64]> {
        self.numbers.chunks_mut(SIDE).take(self.columns)
    }

    pub(super) fn column(&self, column: usize) -> &[f64] {
        &self.numbers[column * SIDE..][..self.rows]
    }

    pub(super) fn as_columns(&self) -> &[f64] {
        &self.numbers[..self.columns * SIDE]
    }

    pub(super) fn set(&mut self, (row, column): (usize, usize), value: f64) {
        self.numbers[column * SIDE + row] = value;
    }

    /// Becomes x·y, of the points of two blocks. With `upper`, what lies below the diagonal has no meaning.
    pub(super) fn product(&mut self, left: (&Strips, usize), right: (&Strips, usize), upper: bool) {
        // Eight registers of sums: enough of them that none waits for its last addition.
        if simd::has_avx512() {
            self.product_by_tiles::<16>(left, right, upper);
        } else {
            self.product_by_tiles::<8>(left, right, upper);
        }
    }

    fn product_by_tiles<const ROWS: usize>(
        &mut self,
        (left, i): (&Strips, usize),
        (right, j): (&Strips, usize),
        upper: bool,
    ) {
        let dimension = left.dimension;
        let [left, right] = [(left, i), (right, j)]
            .map(|(strips, block)| strips.strips(block * SIDE / STRIP, SIDE / STRIP));
        simd::run(Tiled::<ROWS> { dimension, left, right, upper, into: &mut self.numbers });
    }
}

/// A product by tiles of so many rows and four columns.
struct Tiled<'a, const ROWS: usize> {
    dimension: usize,
    left: &'a [f64],
    right: &'a [f64],
    upper: bool,
    into: &'a mut [f64],
}

const COLUMNS: usize = 4;

impl<const ROWS: usize> Loop for Tiled<'_, ROWS> {
    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { dimension, left, right, upper, into } = self;
        let (rows, columns) = (left.len() / dimension, right.len() / dimension);
        // Of long points, what the sum over one reach rounds off when it is added to those before.
        let mut lost = vec![0.0; if dimension > REACH { into.len() } else { 0 }];
        for from in (0..dimension).step_by(REACH) {
            let reach = from..dimension.min(from + REACH);
            let strip_of = |point: usize| {
                let start = point / STRIP * dimension;
                (start + reach.start) * STRIP..(start + reach.end) * STRIP
            };
            for column in (0..columns).step_by(COLUMNS) {
                let ys = &right[strip_of(column)];
                for row in (0..rows).step_by(ROWS) {
                    if upper && row >= column + COLUMNS {
                        break;
                    }
                    let xs = &left[strip_of(row)];
                    let sums = tile::<FMA, ROWS>((xs, row % STRIP), (ys, column % STRIP));
                    for (c, sums) in sums.iter().enumerate() {
                        let start = (column + c) * SIDE + row;
                        let to = &mut into[start..][..ROWS];
                        if from == 0 {
                            to.copy_from_slice(sums);
                        } else {
                            for ((to, lost), sum) in to.iter_mut().zip(&mut lost[start..]).zip(sums)
                            {
                                (*to, *lost) = add_product(*to, *lost, *sum, 1.0);
                            }
                        }
                    }
                }
            }
        }
        into.iter_mut().zip(&lost).for_each(|(to, lost)| *to += lost);
    }
}

/// The products of some points of one strip with four of another.
#[inline(always)]
fn tile<const FMA: bool, const ROWS: usize>(
    (xs, row): (&[f64], usize),
    (ys, column): (&[f64], usize),
) -> [[f64; ROWS]; COLUMNS] {
    // Four arrays and four loops: of one loop over all, the compiler makes the wrong one into vectors.
    let [mut first, mut second, mut third, mut fourth] = [[0.0; ROWS]; COLUMNS];
    for (xs, ys) in xs.chunks(CHAIN * STRIP).zip(ys.chunks(CHAIN * STRIP)) {
        let [mut p, mut q, mut r, mut s] = [[0.0; ROWS]; COLUMNS];
        for (xs, ys) in xs.chunks_exact(STRIP).zip(ys.chunks_exact(STRIP)) {
            let (Some(&xs), Some(ys)) = (xs[row..].first_chunk(), ys[column..].first_chunk())
            else {
                break;
            };
            let [a, b, c, d]: [f64; COLUMNS] = *ys;
            p = plus_multiple::<FMA, ROWS>(p, xs, a);
            q = plus_multiple::<FMA, ROWS>(q, xs, b);
            r = plus_multiple::<FMA, ROWS>(r, xs, c);
            s = plus_multiple::<FMA, ROWS>(s, xs, d);
        }
        first = plus_multiple::<FMA, ROWS>(first, p, 1.0);
        second = plus_multiple::<FMA, ROWS>(second, q, 1.0);
        third = plus_multiple::<FMA, ROWS>(third, r, 1.0);
        fourth = plus_multiple::<FMA, ROWS>(fourth, s, 1.0);
    }
    [first, second, third, fourth]
}

#[inline(always)]
fn plus_multiple<const FMA: bool, const N: usize>(
    mut sums: [f64; N],
    xs: [f64; N],
    y: f64,
) -> [f64; N] {
    for i in 0..N {
        sums[i] = multiply_add::<FMA>(xs[i], y, sums[i]);
    }
    sums
}

#[cfg(test)]
mod tests {
    use nalgebra::DMatrix;

    use super::*;

    fn number(i: usize, k: usize) -> f64 {
        ((i * 37 + k * 101) % 64) as f64 - 31.5
    }

    fn strips(points: usize, dimension: usize) -> Strips {
        Strips::new(&DMatrix::from_fn(points, dimension, number))
    }

    #[test]
    fn every_tile_lands_where_it_belongs() {
        by_tiles::<16>();
        by_tiles::<8>();
    }

    /// A large number comes and goes; what stands between is odd, and would be rounded off beside it.
    #[test]
    fn long_points_keep_what_their_sums_round_off() {
        let large = 2f64.powi(53);
        let x = |k: usize| match (k / REACH, k % REACH) {
            (0, 0) => large,
            (5, 0) => -large,
            (0 | 5, _) | (_, 0) => 0.0,
            _ => 1.0,
        };
        let xs = DMatrix::from_fn(2, 6 * REACH, |i, k| if i == 0 { x(k) } else { 1.0 });
        let (strips, mut block) = (Strips::new(&xs), Block::new());
        block.product((&strips, 0), (&strips, 0), false);
        let exact = 4.0 * (REACH - 1) as f64;
        assert_eq!([block.numbers[1], block.numbers[SIDE]], [exact; 2]);
    }

    /// Small halves, whose sums are exact in any order.
    fn by_tiles<const ROWS: usize>() {
        for (m, dimension) in [(1, 1), (17, 3), (128, 64), (140, 300)] {
            let (xs, last) = (strips(m, dimension), (m - 1) / SIDE);
            for (i, upper) in [(0, false), (last, true)] {
                let mut block = Block::new();
                block.product_by_tiles::<ROWS>((&xs, i), (&xs, last), upper);
                for c in 0..m - last * SIDE {
                    let rows = if upper { c } else { SIDE.min(m - i * SIDE) };
                    for r in 0..rows {
                        let (x, y) = (i * SIDE + r, last * SIDE + c);
                        let exact: f64 = (0..dimension).map(|k| number(x, k) * number(y, k)).sum();
                        assert_eq!(block.numbers[c * SIDE + r], exact, "{m} {dimension} {r} {c}");
                    }
                }
            }
        }
    }
}
