//! nalgebra is generic: what an exercise calls of it would be compiled into the exercise, unoptimised
//! and at every edit. rustc lets crates share such copies, so this one makes them, optimised.

use nalgebra::{DMatrix, DVector};

/// Calls each routine that exercises use, and returns something that depends on all of them.
///
/// Nothing calls this at run time; it exists to be compiled.
pub fn compile_once(a: &DMatrix<f64>, v: &DVector<f64>) -> Option<DVector<f64>> {
    let eigen = a.clone().symmetric_eigen();
    let solved = a.clone().lu().solve(v)?;
    let inverse = a.clone().try_inverse()?;
    let factor = a.clone().cholesky()?.solve(v);
    let product = a * a.transpose() - a + &inverse * 2.0;
    let by_rows = DMatrix::from_fn(v.len(), v.len(), |i, j| a.row(i).dot(&a.row(j)));
    let mapped = eigen.eigenvalues.map(f64::sqrt).component_mul(v);
    let basis = eigen.eigenvectors.transpose() * &mapped;
    let svd = a.clone().svd(true, true).pseudo_inverse(1e-12).ok()?;
    let diagonal = DMatrix::from_diagonal(&mapped) + DMatrix::identity(v.len(), v.len());
    let exponential = a.clone().exp();
    Some(
        (solved + factor * 0.5 - &basis) / v.norm()
            + (&product + by_rows + svd + diagonal + exponential) * v * v.dot(&basis),
    )
}
