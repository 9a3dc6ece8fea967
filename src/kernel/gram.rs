//! Kernel matrices over data sets: rows are samples.

use nalgebra::DMatrix;

use super::angle::Point;
use super::{Activation, Architecture, Covariance, KernelError};

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
        self.gram(xs, |input| self.ntk_of(input))
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
        self.gram(xs, |input| self.nngp_of(input))
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
        self.cross(xs, ys, |input| self.ntk_of(input))
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
        self.cross(xs, ys, |input| self.nngp_of(input))
    }

    fn gram(
        &self,
        xs: &DMatrix<f64>,
        kernel: impl Fn(Covariance) -> f64,
    ) -> Result<DMatrix<f64>, KernelError> {
        self.check()?;
        let points = points(xs, "x")?;
        let mut gram = DMatrix::zeros(points.len(), points.len());
        for (i, x) in points.iter().enumerate() {
            gram[(i, i)] = kernel(Covariance::diagonal(x.norm()).with_bias(self.bias));
            for (j, y) in points.iter().enumerate().skip(i + 1) {
                gram[(i, j)] = kernel(self.first_layer(x, y));
                gram[(j, i)] = gram[(i, j)];
            }
        }
        Ok(gram)
    }

    fn cross(
        &self,
        xs: &DMatrix<f64>,
        ys: &DMatrix<f64>,
        kernel: impl Fn(Covariance) -> f64,
    ) -> Result<DMatrix<f64>, KernelError> {
        self.check()?;
        let (left, right) = (points(xs, "x")?, points(ys, "y")?);
        if left[0].dimension() != right[0].dimension() {
            let (left, right) = (left[0].dimension(), right[0].dimension());
            return Err(KernelError::Dimension { left, right });
        }
        Ok(DMatrix::from_fn(left.len(), right.len(), |i, j| {
            kernel(self.first_layer(&left[i], &right[j]))
        }))
    }
}

/// The rows of a data set, checked. Never empty.
fn points(xs: &DMatrix<f64>, data: &'static str) -> Result<Vec<Point>, KernelError> {
    if xs.is_empty() {
        return Err(KernelError::Empty { data });
    }
    xs.row_iter().enumerate().map(|(i, row)| Point::new(row.iter().copied(), data, i)).collect()
}
