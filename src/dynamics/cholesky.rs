//! LLᵀ of a symmetric matrix of which the lower half is read: nalgebra's, or faer's in a fraction of the
//! time.

use nalgebra::DMatrix;

#[cfg(not(feature = "faer"))]
type Kept = nalgebra::Cholesky<f64, nalgebra::Dyn>;
#[cfg(feature = "faer")]
type Kept = faer::linalg::solvers::Llt<f64>;

/// The lower triangular L.
#[derive(Debug, Clone)]
pub(super) struct Factor(Kept);

#[cfg(not(feature = "faer"))]
impl Factor {
    /// `None` where a pivot is not positive.
    pub(super) fn of(matrix: DMatrix<f64>) -> Option<Self> {
        nalgebra::Cholesky::new(matrix).map(Self)
    }

    /// The least entry on the diagonal of L.
    pub(super) fn least_pivot(&self) -> f64 {
        self.0.l_dirty().diagonal().min()
    }

    /// Replaces each column b by (LLᵀ)⁻¹b.
    pub(super) fn solve(&self, columns: &mut DMatrix<f64>) {
        self.0.solve_mut(columns);
    }
}

#[cfg(feature = "faer")]
impl Factor {
    /// `None` where a pivot is not positive.
    pub(super) fn of(matrix: DMatrix<f64>) -> Option<Self> {
        let (rows, columns) = matrix.shape();
        let view = faer::MatRef::from_column_major_slice(matrix.as_slice(), rows, columns);
        view.llt(faer::Side::Lower).ok().map(Self)
    }

    /// The least entry on the diagonal of L.
    pub(super) fn least_pivot(&self) -> f64 {
        let l = self.0.L();
        (0..l.nrows()).map(|i| l[(i, i)]).fold(f64::INFINITY, f64::min)
    }

    /// Replaces each column b by (LLᵀ)⁻¹b.
    pub(super) fn solve(&self, columns: &mut DMatrix<f64>) {
        use faer::linalg::solvers::Solve;

        let (rows, count) = columns.shape();
        let view = faer::MatMut::from_column_major_slice_mut(columns.as_mut_slice(), rows, count);
        self.0.solve_in_place(view);
    }
}
