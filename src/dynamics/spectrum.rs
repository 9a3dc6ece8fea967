use nalgebra::{DMatrix, DVector};

use super::DynamicsError;
use super::error::check_symmetric;

/// The eigendecomposition Θ = U diag(λ) Uᵀ of a Gram matrix, made once and used for every time.
#[derive(Debug, Clone, PartialEq)]
pub struct Spectrum {
    eigenvalues: DVector<f64>,
    eigenvectors: DMatrix<f64>,
}

impl Spectrum {
    /// Of a symmetric positive semidefinite m×m matrix. Eigenvalues up to m·ε·λ₁ (ε = 2.2e-16) are
    /// rounding: they are set to 0, and their modes count as the null space of Θ.
    ///
    /// # Errors
    /// An empty, non-square, non-finite or asymmetric matrix (beyond 1e-10 of its largest entry), or one
    /// with an eigenvalue below −1e-8 λ₁.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Spectrum;
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.2, 0.2, 1.0]))?;
    /// assert!((spectrum.eigenvalues()[0] - 1.2).abs() < 1e-15);
    /// assert!(Spectrum::of(&DMatrix::from_row_slice(2, 2, &[0.0, 1.0, 1.0, 0.0])).is_err());    // eigenvalues ±1
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn of(theta_train: &DMatrix<f64>) -> Result<Self, DynamicsError> {
        let relative = theta_train.nrows() as f64 * f64::EPSILON;
        Self::with_tolerance(theta_train, relative)
    }

    /// The same with another rank tolerance: eigenvalues up to `relative`·λ₁ are set to 0.
    ///
    /// # Errors
    /// As for [`of`](Self::of); also a tolerance outside [0, 1).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Spectrum;
    ///
    /// let spectrum = Spectrum::with_tolerance(&DMatrix::from_row_slice(2, 2, &[1.0, 0.0, 0.0, 1e-9]), 1e-8)?;
    /// assert_eq!(spectrum.rank(), 1);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn with_tolerance(
        theta_train: &DMatrix<f64>,
        relative: f64,
    ) -> Result<Self, DynamicsError> {
        if !(0.0..1.0).contains(&relative) {
            let allowed = "in [0, 1)";
            return Err(DynamicsError::Parameter { name: "tolerance", value: relative, allowed });
        }
        check_symmetric(theta_train)?;
        let (values, vectors) = symmetric_eigen(theta_train)?;
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|&i, &j| values[j].total_cmp(&values[i]));
        let (largest, smallest) = (values.amax(), values.min());
        if smallest < -1e-8 * largest {
            return Err(DynamicsError::NotPositive { eigenvalue: smallest, largest });
        }
        let cutoff = relative * largest;
        let kept = |lambda: f64| if lambda > cutoff { lambda } else { 0.0 };
        Ok(Self {
            eigenvalues: DVector::from_iterator(
                values.len(),
                order.iter().map(|&i| kept(values[i])),
            ),
            eigenvectors: vectors.select_columns(&order),
        })
    }

    /// λ₁ ≥ … ≥ λₘ ≥ 0.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Spectrum;
    /// assert_eq!(Spectrum::of(&DMatrix::from_row_slice(1, 1, &[2.0]))?.eigenvalues()[0], 2.0);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn eigenvalues(&self) -> &DVector<f64> {
        &self.eigenvalues
    }

    /// U, m×m: column i belongs to λᵢ.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Spectrum;
    /// assert_eq!(Spectrum::of(&DMatrix::from_row_slice(1, 1, &[2.0]))?.eigenvectors().shape(), (1, 1));
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn eigenvectors(&self) -> &DMatrix<f64> {
        &self.eigenvectors
    }

    /// The number m of training points.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Spectrum;
    /// assert_eq!(Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 1.0, 1.0, 1.0]))?.points(), 2);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn points(&self) -> usize {
        self.eigenvalues.len()
    }

    /// The number of eigenvalues above the rank tolerance.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Spectrum;
    /// assert_eq!(Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 1.0, 1.0, 1.0]))?.rank(), 1);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn rank(&self) -> usize {
        self.eigenvalues.iter().filter(|&&lambda| lambda > 0.0).count()
    }

    /// λ₁/λₘ; infinite when Θ is singular. It counts *steps* of gradient descent at a rate near 1/λ₁;
    /// the time of gradient flow depends on λₘ alone.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Spectrum;
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.5, 0.5, 1.0]))?;
    /// assert!((spectrum.condition_number() - 3.0).abs() < 1e-14);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn condition_number(&self) -> f64 {
        match self.eigenvalues[self.points() - 1] {
            0.0 => f64::INFINITY,
            least => self.eigenvalues[0] / least,
        }
    }

    /// 2/λ₁: gradient descent converges for learning rates below it and diverges above it.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Spectrum;
    /// assert_eq!(Spectrum::of(&DMatrix::from_row_slice(1, 1, &[4.0]))?.stability_limit(), 0.5);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn stability_limit(&self) -> f64 {
        2.0 / self.eigenvalues[0]
    }

    /// Uᵀv: the coordinates of v (length m) in the eigenbasis.
    pub(crate) fn coordinates(&self, v: &DVector<f64>) -> DVector<f64> {
        self.eigenvectors.tr_mul(v)
    }

    /// U (g(λ) ∘ c).
    pub(crate) fn filtered(&self, g: impl Fn(f64) -> f64, c: &DVector<f64>) -> DVector<f64> {
        &self.eigenvectors * self.eigenvalues.map(g).component_mul(c)
    }
}

/// Eigenvalues in any order, and eigenvectors as columns in the same.
#[cfg(not(feature = "faer"))]
fn symmetric_eigen(matrix: &DMatrix<f64>) -> Result<(DVector<f64>, DMatrix<f64>), DynamicsError> {
    let eigen = matrix.clone().symmetric_eigen();
    Ok((eigen.eigenvalues, eigen.eigenvectors))
}

/// The same by faer, which takes a fraction of the time from a few hundred points on.
#[cfg(feature = "faer")]
fn symmetric_eigen(matrix: &DMatrix<f64>) -> Result<(DVector<f64>, DMatrix<f64>), DynamicsError> {
    let n = matrix.nrows();
    let view = faer::MatRef::from_column_major_slice(matrix.as_slice(), n, n);
    let failed =
        |_| DynamicsError::NotConverged { what: "the eigendecomposition", reached: n as f64 };
    let eigen = view.self_adjoint_eigen(faer::Side::Lower).map_err(failed)?;
    let values = eigen.S().column_vector();
    let values = DVector::from_fn(n, |i, _| values[i]);
    Ok((values, DMatrix::from_fn(n, n, |i, j| eigen.U()[(i, j)])))
}
