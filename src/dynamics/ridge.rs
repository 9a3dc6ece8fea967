use nalgebra::DMatrix;

use super::DynamicsError;
use super::cholesky::Factor;
use super::error::{check, check_nonnegative, check_symmetric, finite};

/// Kernel ridge regression by the Cholesky factorisation Θ + λI = LLᵀ, made once and used for any number of
/// right-hand sides.
///
/// It answers for one ridge λ what a [`Spectrum`](super::Spectrum) answers for every ridge and time, in
/// less than a tenth of its time: m³/3 operations, by faer with the feature of that name.
#[derive(Debug, Clone)]
pub struct Ridge {
    factor: Factor,
    points: usize,
}

impl Ridge {
    /// Of a symmetric positive semidefinite m×m matrix Θ and a ridge λ in the units of Θ. Zero is allowed
    /// where Θ alone is positive definite.
    ///
    /// # Errors
    /// An empty, non-square, non-finite or asymmetric matrix (beyond 1e-10 of its largest entry), a ridge
    /// that is negative or not finite, or a Θ + λI that is not positive definite by more than rounding:
    /// a squared pivot of at most m·ε (ε = 2.2e-16) of the largest entry.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::{DynamicsError, Ridge};
    ///
    /// let singular = DMatrix::from_element(2, 2, 1.0);
    /// assert!(Ridge::new(&singular, 0.1).is_ok());
    /// assert!(matches!(Ridge::new(&singular, 0.0), Err(DynamicsError::NotDefinite { .. })));
    /// ```
    pub fn new(theta_train: &DMatrix<f64>, ridge: f64) -> Result<Self, DynamicsError> {
        check_nonnegative("ridge", ridge)?;
        check_symmetric(theta_train)?;
        let points = theta_train.nrows();
        let mut ridged = theta_train.clone();
        for i in 0..points {
            ridged[(i, i)] += ridge;
        }
        let rounding = points as f64 * f64::EPSILON * ridged.amax();
        Factor::of(ridged)
            .filter(|factor| factor.least_pivot().powi(2) > rounding)
            .map(|factor| Self { factor, points })
            .ok_or(DynamicsError::NotDefinite { ridge })
    }

    /// The number m of training points.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Ridge;
    /// assert_eq!(Ridge::new(&DMatrix::identity(3, 3), 0.0)?.points(), 3);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn points(&self) -> usize {
        self.points
    }

    /// (Θ + λI)⁻¹ Y, m×k: the weights of the training points, for each column of the m×k `targets` (less
    /// f₀, if the networks do not start at zero).
    ///
    /// # Errors
    /// Targets of another number of rows, or not finite.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Ridge;
    ///
    /// let ridge = Ridge::new(&DMatrix::from_row_slice(2, 2, &[1.0, 0.5, 0.5, 1.0]), 0.5)?;
    /// let weights = ridge.weights(&DMatrix::from_row_slice(2, 1, &[2.0, 2.0]))?;
    /// assert!((weights[0] - 1.0).abs() < 1e-15);                     // 2/(1.5 + 0.5)
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn weights(&self, targets: &DMatrix<f64>) -> Result<DMatrix<f64>, DynamicsError> {
        check("targets", targets, (self.points, targets.ncols()))?;
        let mut weights = targets.clone();
        self.factor.solve(&mut weights);
        finite("weights", weights)
    }

    /// Θ(x*, X)(Θ + λI)⁻¹ Y, p×k: predictions at the p test points of `theta_test_train` (p×m).
    ///
    /// # Errors
    /// A matrix of another shape, or not finite.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Ridge;
    ///
    /// let ridge = Ridge::new(&DMatrix::identity(2, 2), 1.0)?;
    /// let (cross, targets) = (DMatrix::from_element(1, 2, 0.5), DMatrix::from_element(2, 1, 4.0));
    /// assert!((ridge.at_test(&cross, &targets)?[0] - 2.0).abs() < 1e-15);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn at_test(
        &self,
        theta_test_train: &DMatrix<f64>,
        targets: &DMatrix<f64>,
    ) -> Result<DMatrix<f64>, DynamicsError> {
        check("theta_test_train", theta_test_train, (theta_test_train.nrows(), self.points))?;
        finite("predictions", theta_test_train * self.weights(targets)?)
    }

    /// The p×m matrix A = Θ(x*, X)(Θ + λI)⁻¹: what each target adds to each prediction.
    ///
    /// # Errors
    /// As for [`at_test`](Self::at_test).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Ridge;
    ///
    /// let ridge = Ridge::new(&DMatrix::identity(2, 2), 1.0)?;
    /// let a = ridge.smoother(&DMatrix::from_row_slice(1, 2, &[0.5, 3.0]))?;
    /// assert!((a - DMatrix::from_row_slice(1, 2, &[0.25, 1.5])).amax() < 1e-15);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn smoother(&self, theta_test_train: &DMatrix<f64>) -> Result<DMatrix<f64>, DynamicsError> {
        check("theta_test_train", theta_test_train, (theta_test_train.nrows(), self.points))?;
        Ok(self.weights(&theta_test_train.transpose())?.transpose())
    }

    /// The same as [`new`](Self::new), but only where the factor tells as much as a spectrum would: where no
    /// null space could hide behind rounding. Otherwise take the [`Spectrum`](super::Spectrum), which
    /// finds the null space.
    ///
    /// # Errors
    /// As for [`new`](Self::new), with [`NotDefinite`](DynamicsError::NotDefinite) also where the least
    /// eigenvalue of Θ + λI, by five steps of inverse iteration, is below a millionth of tr Θ.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Ridge;
    ///
    /// let nearly_alike = DMatrix::from_row_slice(2, 2, &[1.0, 1.0, 1.0, 1.0 + 1e-10]);
    /// assert!(Ridge::new(&nearly_alike, 0.0).is_ok());
    /// assert!(Ridge::well_conditioned(&nearly_alike, 0.0).is_err());
    /// ```
    pub fn well_conditioned(theta_train: &DMatrix<f64>, ridge: f64) -> Result<Self, DynamicsError> {
        let factored = Self::new(theta_train, ridge)?;
        if factored.least_eigenvalue() >= MILLIONTH * theta_train.trace() {
            return Ok(factored);
        }
        Err(DynamicsError::NotDefinite { ridge })
    }

    /// Of Θ + λI, from above: 1/‖(Θ + λI)⁻¹v‖ for a unit v that inverse iteration has turned its way.
    fn least_eigenvalue(&self) -> f64 {
        let mut v = DMatrix::from_fn(self.points, 1, |i, _| (1.0 + i as f64).sin());
        for _ in 0..5 {
            v /= v.norm();
            self.factor.solve(&mut v);
        }
        1.0 / v.norm()
    }
}

/// Ten of sixteen digits remain of a solution.
const MILLIONTH: f64 = 1e-6;
