use nalgebra::{DMatrix, DVector};

use super::error::{check, finite};
use super::{DynamicsError, Spectrum, Training};

/// A learning problem in the eigenbasis of its kernel: targets y and initial outputs f₀ on m points.
#[derive(Debug, Clone)]
pub struct Learner<'a> {
    spectrum: &'a Spectrum,
    targets: DVector<f64>,
    /// Uᵀ(y − f₀).
    gap: DVector<f64>,
}

impl<'a> Learner<'a> {
    /// From outputs `f0` (length m) towards `targets` (length m).
    ///
    /// # Errors
    /// A length other than m, or an entry that is not finite.
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::{Learner, Spectrum, Training};
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.2, 0.2, 1.0]))?;
    /// let learner = Learner::new(&spectrum, &DVector::from_vec(vec![0.5, 0.5]), &DVector::from_vec(vec![2.0, -1.0]))?;
    /// let start = learner.at_train(Training::GradientFlow { time: 0.0 })?;
    /// assert!((start - DVector::from_vec(vec![0.5, 0.5])).amax() < 1e-15);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn new(
        spectrum: &'a Spectrum,
        f0: &DVector<f64>,
        targets: &DVector<f64>,
    ) -> Result<Self, DynamicsError> {
        check("f0", f0, (spectrum.points(), 1))?;
        check("targets", targets, (spectrum.points(), 1))?;
        let gap = spectrum.coordinates(&(targets - f0));
        Ok(Self { spectrum, targets: targets.clone(), gap })
    }

    /// From f₀ = 0: a centred network, or the mean over initialisations.
    ///
    /// # Errors
    /// As for [`new`](Self::new).
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::{Learner, Spectrum, Training};
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(1, 1, &[2.0]))?;
    /// let learner = Learner::from_zero(&spectrum, &DVector::from_vec(vec![1.0]))?;
    /// let f = learner.at_train(Training::GradientFlow { time: 1.0 })?;
    /// assert!((f[0] - (1.0 - (-2.0f64).exp())).abs() < 1e-15);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn from_zero(
        spectrum: &'a Spectrum,
        targets: &DVector<f64>,
    ) -> Result<Self, DynamicsError> {
        Self::new(spectrum, &DVector::zeros(targets.len()), targets)
    }

    /// Outputs on the m training points: f = y + (1 − Θg(Θ))(f₀ − y).
    ///
    /// # Errors
    /// A negative or undefined time, rate, ridge or decay; a prediction beyond the largest f64, as of
    /// descent that diverges.
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::{Learner, Spectrum, Training};
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 1.0, 1.0, 1.0]))?;   // both points look the same
    /// let learner = Learner::from_zero(&spectrum, &DVector::from_vec(vec![3.0, -1.0]))?;
    /// let limit = learner.at_train(Training::until_converged())?;
    /// assert!((limit - DVector::from_vec(vec![1.0, 1.0])).amax() < 1e-14);          // only their mean is learnt
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn at_train(&self, training: Training) -> Result<DVector<f64>, DynamicsError> {
        training.check()?;
        let left = self.spectrum.filtered(|lambda| training.residual(lambda), &self.gap);
        finite("predictions", &self.targets - left)
    }

    /// Outputs on p test points: f(x*) = f₀(x*) + Θ(x*, X) g(Θ)(y − f₀).
    ///
    /// # Errors
    /// As for [`at_train`](Self::at_train); also test points of another spectrum's size.
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::{Learner, Spectrum, TestPoints, Training};
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.2, 0.2, 1.0]))?;
    /// let learner = Learner::from_zero(&spectrum, &DVector::from_vec(vec![2.0, -1.0]))?;
    /// let test = TestPoints::from_zero(&spectrum, &DMatrix::from_row_slice(1, 2, &[0.6, 0.6]))?;
    /// let ridge = learner.at_test(&test, Training::Ridge { ridge: 0.3 })?;
    /// assert!((ridge[0] - 0.4).abs() < 1e-15);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn at_test(
        &self,
        test: &TestPoints,
        training: Training,
    ) -> Result<DVector<f64>, DynamicsError> {
        training.check()?;
        let filter = self.spectrum.eigenvalues().map(|lambda| training.filter(lambda));
        finite("predictions", &test.f0 + test.weighted(&filter.component_mul(&self.gap))?)
    }

    /// The errors uᵢᵀ(f − y) of the m modes, in the order of the eigenvalues.
    ///
    /// # Errors
    /// As for [`at_train`](Self::at_train).
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::{Learner, Spectrum, Training};
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[3.0, 0.0, 0.0, 1.0]))?;
    /// let learner = Learner::from_zero(&spectrum, &DVector::from_vec(vec![1.0, 1.0]))?;
    /// let modes = learner.mode_errors(Training::GradientFlow { time: 2.0 })?;
    /// assert!((modes[0].abs() - (-6.0f64).exp()).abs() < 1e-15);
    /// assert!((modes[1].abs() - (-2.0f64).exp()).abs() < 1e-15);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn mode_errors(&self, training: Training) -> Result<DVector<f64>, DynamicsError> {
        training.check()?;
        let left = self.spectrum.eigenvalues().map(|lambda| training.residual(lambda));
        finite("the errors of modes", -left.component_mul(&self.gap))
    }

    pub(crate) fn spectrum(&self) -> &Spectrum {
        self.spectrum
    }

    /// Uᵀf₀ and Uᵀy.
    pub(crate) fn start_and_targets(&self) -> (DVector<f64>, DVector<f64>) {
        let targets = self.spectrum.coordinates(&self.targets);
        (&targets - &self.gap, targets)
    }
}

/// Test points as a spectrum sees them: Θ(x*, X)U and f₀(x*), made once and used for every time.
#[derive(Debug, Clone)]
pub struct TestPoints {
    /// Θ(x*, X)U, p×m.
    theta: DMatrix<f64>,
    f0: DVector<f64>,
}

impl TestPoints {
    /// From `theta_test_train` = Θ(x*, X), p×m, and initial outputs `f0` of length p.
    ///
    /// # Errors
    /// A shape that does not fit, or an entry that is not finite.
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::{Spectrum, TestPoints};
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.2, 0.2, 1.0]))?;
    /// assert!(TestPoints::new(&spectrum, &DMatrix::from_row_slice(1, 2, &[0.6, 0.6]), &DVector::from_vec(vec![0.1])).is_ok());
    /// assert!(TestPoints::new(&spectrum, &DMatrix::from_row_slice(2, 1, &[0.6, 0.6]), &DVector::from_vec(vec![0.1])).is_err());
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn new(
        spectrum: &Spectrum,
        theta_test_train: &DMatrix<f64>,
        f0: &DVector<f64>,
    ) -> Result<Self, DynamicsError> {
        let tests = theta_test_train.nrows();
        check("theta_test_train", theta_test_train, (tests, spectrum.points()))?;
        check("f0", f0, (tests, 1))?;
        Ok(Self { theta: theta_test_train * spectrum.eigenvectors(), f0: f0.clone() })
    }

    /// From f₀(x*) = 0.
    ///
    /// # Errors
    /// As for [`new`](Self::new).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::{Spectrum, TestPoints};
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.2, 0.2, 1.0]))?;
    /// assert!(TestPoints::from_zero(&spectrum, &DMatrix::from_row_slice(1, 2, &[0.6, f64::NAN])).is_err());
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn from_zero(
        spectrum: &Spectrum,
        theta_test_train: &DMatrix<f64>,
    ) -> Result<Self, DynamicsError> {
        Self::new(spectrum, theta_test_train, &DVector::zeros(theta_test_train.nrows()))
    }

    /// The p×m matrix A = Θ(x*, X) g(Θ): what each target adds to each prediction. Several outputs:
    /// f = f₀ + A (Y − F₀), column by column.
    ///
    /// # Errors
    /// As for [`Learner::at_train`].
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::{Spectrum, TestPoints, Training};
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.2, 0.2, 1.0]))?;
    /// let test = TestPoints::from_zero(&spectrum, &DMatrix::from_row_slice(1, 2, &[0.6, 0.6]))?;
    /// let a = test.smoother(&spectrum, Training::until_converged())?;
    /// assert!((a - DMatrix::from_row_slice(1, 2, &[0.5, 0.5])).amax() < 1e-15);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn smoother(
        &self,
        spectrum: &Spectrum,
        training: Training,
    ) -> Result<DMatrix<f64>, DynamicsError> {
        let smoother = self.filtered(spectrum, training)? * spectrum.eigenvectors().transpose();
        finite("the weights of targets", smoother)
    }

    pub(crate) fn f0(&self) -> &DVector<f64> {
        &self.f0
    }

    /// Θ(x*, X) U w, for weights w of the modes.
    pub(crate) fn weighted(&self, weights: &DVector<f64>) -> Result<DVector<f64>, DynamicsError> {
        check("theta_test_train", &self.theta, (self.theta.nrows(), weights.len()))?;
        Ok(&self.theta * weights)
    }

    /// Θ(x*, X) U g(λ): the smoother in the eigenbasis.
    pub(crate) fn filtered(
        &self,
        spectrum: &Spectrum,
        training: Training,
    ) -> Result<DMatrix<f64>, DynamicsError> {
        training.check()?;
        check("theta_test_train", &self.theta, (self.theta.nrows(), spectrum.points()))?;
        let mut filtered = self.theta.clone();
        for (mut column, &lambda) in filtered.column_iter_mut().zip(spectrum.eigenvalues()) {
            column *= training.filter(lambda);
        }
        Ok(filtered)
    }
}
