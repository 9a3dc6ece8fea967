//! Kernel matrices over data sets: rows are samples.

use nalgebra::DMatrix;

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
        self.gram(xs, Kind::Ntk)
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
        self.gram(xs, Kind::Nngp)
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
        self.cross(xs, ys, Kind::Ntk)
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
        self.cross(xs, ys, Kind::Nngp)
    }

    fn gram(&self, xs: &DMatrix<f64>, kind: Kind) -> Result<DMatrix<f64>, KernelError> {
        self.check()?;
        let points = DataSet::new(self, xs, "x")?;
        Ok(Blocks { architecture: self, kind, left: &points, right: &points }.symmetric())
    }

    fn cross(
        &self,
        xs: &DMatrix<f64>,
        ys: &DMatrix<f64>,
        kind: Kind,
    ) -> Result<DMatrix<f64>, KernelError> {
        self.check()?;
        let (left, right) = (DataSet::new(self, xs, "x")?, DataSet::new(self, ys, "y")?);
        if xs.ncols() != ys.ncols() {
            return Err(KernelError::Dimension { left: xs.ncols(), right: ys.ncols() });
        }
        Ok(Blocks { architecture: self, kind, left: &left, right: &right }.rectangular())
    }
}
