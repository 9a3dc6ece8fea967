//! Kernel matrices over data sets: rows are samples.

use nalgebra::{DMatrix, DVector};

use super::blocks::{Blocks, Kind};
use super::data_set::DataSet;
use super::{Activation, Architecture, KernelError};

impl<A: Activation> Architecture<A> {
    /// The m×m matrix Θᴸ(xᵢ, xⱼ) over the m rows of `xs`. Exactly symmetric.
    ///
    /// # Errors
    /// An empty data set, a non-finite entry (its row and column are named), a row whose squared norm
    /// overflows, or a parameter out of range.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::kernel::{Architecture, Relu};
    ///
    /// let xs = DMatrix::from_row_slice(2, 2, &[1.0, 0.0, -1.0, 0.0]);
    /// let theta = Architecture::new(1, Relu).ntk_gram(&xs)?;
    /// assert_eq!(theta, DMatrix::identity(2, 2));                   // {x, −x} alone: Θ = I
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn ntk_gram(&self, xs: &DMatrix<f64>) -> Result<DMatrix<f64>, KernelError> {
        fresh(|theta| self.ntk_gram_into(xs, theta))
    }

    /// The same into the memory of `theta`, whatever it holds; it takes another shape if it must.
    ///
    /// The first touch of new memory is dear: at m = 4000 and depth 1 it takes as long as all the rest. A
    /// loop over many kernels of one size does it once.
    ///
    /// # Errors
    /// As for [`ntk_gram`](Self::ntk_gram); `theta` is then as it was.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::kernel::{Architecture, Relu};
    ///
    /// let xs = DMatrix::from_row_slice(2, 2, &[1.0, 0.0, -1.0, 0.0]);
    /// let mut theta = DMatrix::from_element(2, 2, f64::NAN);
    /// Architecture::new(1, Relu).ntk_gram_into(&xs, &mut theta)?;
    /// assert_eq!(theta, DMatrix::identity(2, 2));
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn ntk_gram_into(
        &self,
        xs: &DMatrix<f64>,
        theta: &mut DMatrix<f64>,
    ) -> Result<(), KernelError> {
        self.gram(xs, Kind::Ntk, theta)
    }

    /// The m×m matrix Kᴸ(xᵢ, xⱼ) over the m rows of `xs`. Exactly symmetric.
    ///
    /// # Errors
    /// As for [`ntk_gram`](Self::ntk_gram).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::kernel::{Architecture, Linear};
    ///
    /// let xs = DMatrix::from_row_slice(2, 1, &[1.0, 2.0]);
    /// let k = Architecture::new(5, Linear).nngp_gram(&xs)?;
    /// assert_eq!(k, DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 2.0, 4.0]));
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn nngp_gram(&self, xs: &DMatrix<f64>) -> Result<DMatrix<f64>, KernelError> {
        fresh(|k| self.nngp_gram_into(xs, k))
    }

    /// The same into the memory of `k`, as [`ntk_gram_into`](Self::ntk_gram_into) does.
    ///
    /// # Errors
    /// As for [`ntk_gram_into`](Self::ntk_gram_into).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::kernel::{Architecture, Linear};
    ///
    /// let (xs, mut k) = (DMatrix::from_row_slice(2, 1, &[1.0, 2.0]), DMatrix::zeros(0, 0));
    /// Architecture::new(5, Linear).nngp_gram_into(&xs, &mut k)?;
    /// assert_eq!(k, DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 2.0, 4.0]));
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn nngp_gram_into(
        &self,
        xs: &DMatrix<f64>,
        k: &mut DMatrix<f64>,
    ) -> Result<(), KernelError> {
        self.gram(xs, Kind::Nngp, k)
    }

    /// The p×m matrix Θᴸ(xᵢ, yⱼ) over the p rows of `xs` and the m rows of `ys`: `theta_test_train` when
    /// `xs` are the test points.
    ///
    /// # Errors
    /// As for [`ntk_gram`](Self::ntk_gram); also data sets of different dimension.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::kernel::{Architecture, Relu};
    ///
    /// let (test, train) = (DMatrix::from_element(1, 3, 0.5), DMatrix::identity(3, 3));
    /// assert_eq!(Architecture::new(2, Relu).ntk_cross(&test, &train)?.shape(), (1, 3));
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn ntk_cross(
        &self,
        xs: &DMatrix<f64>,
        ys: &DMatrix<f64>,
    ) -> Result<DMatrix<f64>, KernelError> {
        fresh(|theta| self.ntk_cross_into(xs, ys, theta))
    }

    /// The same into the memory of `theta`, as [`ntk_gram_into`](Self::ntk_gram_into) does.
    ///
    /// # Errors
    /// As for [`ntk_cross`](Self::ntk_cross); `theta` is then as it was.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::kernel::{Architecture, Linear};
    ///
    /// let (test, train) = (DMatrix::from_element(1, 1, 3.0), DMatrix::from_element(2, 1, 1.0));
    /// let mut theta = DMatrix::zeros(0, 0);
    /// Architecture::new(1, Linear).ntk_cross_into(&test, &train, &mut theta)?;
    /// assert_eq!(theta, DMatrix::from_row_slice(1, 2, &[6.0, 6.0]));        // (L + 1) x·x′
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn ntk_cross_into(
        &self,
        xs: &DMatrix<f64>,
        ys: &DMatrix<f64>,
        theta: &mut DMatrix<f64>,
    ) -> Result<(), KernelError> {
        self.cross(xs, ys, Kind::Ntk, theta)
    }

    /// The p×m matrix Kᴸ(xᵢ, yⱼ) over the p rows of `xs` and the m rows of `ys`.
    ///
    /// # Errors
    /// As for [`ntk_cross`](Self::ntk_cross).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::kernel::{Architecture, Erf};
    ///
    /// let (test, train) = (DMatrix::zeros(2, 3), DMatrix::identity(3, 3));
    /// assert_eq!(Architecture::new(2, Erf).nngp_cross(&test, &train)?, DMatrix::zeros(2, 3));
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn nngp_cross(
        &self,
        xs: &DMatrix<f64>,
        ys: &DMatrix<f64>,
    ) -> Result<DMatrix<f64>, KernelError> {
        fresh(|k| self.nngp_cross_into(xs, ys, k))
    }

    /// The same into the memory of `k`, as [`ntk_gram_into`](Self::ntk_gram_into) does.
    ///
    /// # Errors
    /// As for [`ntk_cross_into`](Self::ntk_cross_into).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::kernel::{Architecture, Linear};
    ///
    /// let (test, train) = (DMatrix::from_element(1, 1, 3.0), DMatrix::from_element(2, 1, 1.0));
    /// let mut k = DMatrix::zeros(1, 2);
    /// Architecture::new(1, Linear).nngp_cross_into(&test, &train, &mut k)?;
    /// assert_eq!(k, DMatrix::from_row_slice(1, 2, &[3.0, 3.0]));
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn nngp_cross_into(
        &self,
        xs: &DMatrix<f64>,
        ys: &DMatrix<f64>,
        k: &mut DMatrix<f64>,
    ) -> Result<(), KernelError> {
        self.cross(xs, ys, Kind::Nngp, k)
    }

    /// The m numbers Kᴸ(xᵢ, xᵢ) over the m rows of `xs`: the diagonal of [`nngp_gram`](Self::nngp_gram), in the
    /// time that m of its m² entries take.
    ///
    /// # Errors
    /// As for [`ntk_gram`](Self::ntk_gram).
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::kernel::{Architecture, Relu};
    ///
    /// let xs = DMatrix::from_row_slice(2, 1, &[2.0, -4.0]);
    /// let variances = Architecture::new(1, Relu).nngp_diagonal(&xs)?;
    /// assert!((variances - DVector::from_vec(vec![2.0, 8.0])).amax() < 1e-14);       // ‖x‖²/2
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn nngp_diagonal(&self, xs: &DMatrix<f64>) -> Result<DVector<f64>, KernelError> {
        self.check()?;
        let points = DataSet::new(self, xs, "x")?;
        Ok(DVector::from_fn(points.len(), |i, _| points.root_nngp[i] * points.root_nngp[i]))
    }

    fn gram(
        &self,
        xs: &DMatrix<f64>,
        kind: Kind,
        into: &mut DMatrix<f64>,
    ) -> Result<(), KernelError> {
        self.check()?;
        let points = DataSet::new(self, xs, "x")?;
        Blocks { architecture: self, kind, left: &points, right: &points }.symmetric(into);
        Ok(())
    }

    fn cross(
        &self,
        xs: &DMatrix<f64>,
        ys: &DMatrix<f64>,
        kind: Kind,
        into: &mut DMatrix<f64>,
    ) -> Result<(), KernelError> {
        self.check()?;
        let (left, right) = (DataSet::new(self, xs, "x")?, DataSet::new(self, ys, "y")?);
        if xs.ncols() != ys.ncols() {
            return Err(KernelError::Dimension { left: xs.ncols(), right: ys.ncols() });
        }
        Blocks { architecture: self, kind, left: &left, right: &right }.rectangular(into);
        Ok(())
    }
}

/// What `fill` makes, in memory of its own.
fn fresh(
    fill: impl FnOnce(&mut DMatrix<f64>) -> Result<(), KernelError>,
) -> Result<DMatrix<f64>, KernelError> {
    let mut matrix = DMatrix::zeros(0, 0);
    fill(&mut matrix)?;
    Ok(matrix)
}
