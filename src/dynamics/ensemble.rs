//! Many networks, or many labellings: the laws of the prediction, not one draw of it.

use nalgebra::{DMatrix, DVector};

use super::error::{check, check_nonnegative, finite};
use super::{DynamicsError, Learner, Ridge, Spectrum, TestPoints, Training};

/// The law of outputs on p points.
#[derive(Debug, Clone, PartialEq)]
pub struct Gaussian {
    pub mean: DVector<f64>,
    /// p×p. Where nothing is left to chance, rounding can leave entries of 1e-16, but no negative variance.
    pub covariance: DMatrix<f64>,
}

/// The NNGP kernel on training and test points: the law of f₀.
#[derive(Debug, Clone, Copy)]
pub struct Prior<'a> {
    /// K(X, X), m×m.
    pub nngp_train: &'a DMatrix<f64>,
    /// K(x*, X), p×m.
    pub nngp_test_train: &'a DMatrix<f64>,
    /// K(x*, x*), p×p.
    pub nngp_test: &'a DMatrix<f64>,
}

impl Prior<'_> {
    fn check(&self, points: usize) -> Result<(), DynamicsError> {
        let tests = self.nngp_test_train.nrows();
        check("nngp_train", self.nngp_train, (points, points))?;
        check("nngp_test_train", self.nngp_test_train, (tests, points))?;
        check("nngp_test", self.nngp_test, (tests, tests))
    }

    /// The posterior of the Gaussian process with kernel K, given `targets` (length m) with independent
    /// noise of this variance: what Bayesian inference, or training the readout alone to the end, yields.
    ///
    /// mean K*(K + σ²)⁻¹y, covariance K** − K*(K + σ²)⁻¹K*ᵀ: by a Cholesky factor, or where K has a null
    /// space and there is no noise to fill it, by its spectrum, on its range.
    ///
    /// # Errors
    /// Shapes that do not fit, entries that are not finite, K not positive semidefinite.
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::Prior;
    ///
    /// let (train, cross) = (DMatrix::from_element(1, 1, 2.0), DMatrix::from_element(1, 1, 1.0));
    /// let prior = Prior { nngp_train: &train, nngp_test_train: &cross, nngp_test: &train };
    /// let posterior = prior.posterior(&DVector::from_element(1, 3.0), 0.0)?;
    /// assert!((posterior.mean[0] - 1.5).abs() < 1e-15);
    /// assert!((posterior.covariance[(0, 0)] - 1.5).abs() < 1e-15);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn posterior(
        &self,
        targets: &DVector<f64>,
        noise_variance: f64,
    ) -> Result<Gaussian, DynamicsError> {
        check_nonnegative("noise_variance", noise_variance)?;
        self.check(targets.len())?;
        let gain = match Ridge::well_conditioned(self.nngp_train, noise_variance) {
            Ok(ridge) => ridge.smoother(self.nngp_test_train)?,
            Err(DynamicsError::NotDefinite { .. }) => {
                let spectrum = Spectrum::of(self.nngp_train)?;
                let test = TestPoints::from_zero(&spectrum, self.nngp_test_train)?;
                test.smoother(&spectrum, Training::Ridge { ridge: noise_variance })?
            }
            Err(error) => return Err(error),
        };
        let covariance = self.nngp_test - &gain * self.nngp_test_train.transpose();
        Gaussian { mean: gain * targets, covariance }.finite()
    }

    /// The law of f = f₀ + A(y − f₀(X)) for a smoother A, p×m (that of [`TestPoints::smoother`] or
    /// [`Ridge::smoother`]): mean A y, covariance K** + A K Aᵀ − (A K*ᵀ + K* Aᵀ).
    ///
    /// # Errors
    /// Shapes that do not fit, entries that are not finite, or a result that overflows.
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::Prior;
    ///
    /// let one = |value| DMatrix::from_element(1, 1, value);
    /// let prior = Prior { nngp_train: &one(1.0), nngp_test_train: &one(0.25), nngp_test: &one(1.0) };
    /// let law = prior.trained(one(0.5), &DVector::from_element(1, 3.0))?;
    /// assert_eq!((law.mean[0], law.covariance[(0, 0)]), (1.5, 1.0));           // 1 + ¼ − 2·⅛
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn trained(
        &self,
        a: DMatrix<f64>,
        targets: &DVector<f64>,
    ) -> Result<Gaussian, DynamicsError> {
        self.check(a.ncols())?;
        check("targets", targets, (a.ncols(), 1))?;
        check("nngp_test_train", self.nngp_test_train, a.shape())?;
        let crossed = &a * self.nngp_test_train.transpose();
        let covariance =
            self.nngp_test + &a * self.nngp_train * a.transpose() - &crossed - crossed.transpose();
        Gaussian { mean: a * targets, covariance }.finite()
    }
}

/// The variances of [`Prior::trained`] alone (Lee et al. 2019, eq. 16), length p: no p×p matrix is made. `a` and
/// `nngp_test_train` are p×m, `nngp_train` is m×m, and `variances` are K(x*, x*) of each of the p test points.
///
/// # Errors
/// Shapes that do not fit, entries that are not finite, or a result that overflows.
///
/// ```
/// use nalgebra::{DMatrix, DVector};
/// use ntk::dynamics::trained_variances;
///
/// let one = |value| DMatrix::from_element(1, 1, value);
/// let before = DVector::from_element(1, 1.0);
/// let after = trained_variances(&one(0.5), &one(1.0), &one(0.25), &before)?;
/// assert_eq!(after[0], 1.0);                                               // 1 + ¼ − 2·⅛
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn trained_variances(
    a: &DMatrix<f64>,
    nngp_train: &DMatrix<f64>,
    nngp_test_train: &DMatrix<f64>,
    variances: &DVector<f64>,
) -> Result<DVector<f64>, DynamicsError> {
    let (tests, points) = a.shape();
    check("nngp_train", nngp_train, (points, points))?;
    check("nngp_test_train", nngp_test_train, (tests, points))?;
    check("variances", variances, (tests, 1))?;
    let smoothed = a * nngp_train;
    let after = DVector::from_fn(tests, |i, _| {
        let crossed = nngp_test_train.row(i).dot(&a.row(i));
        variances[i] + smoothed.row(i).dot(&a.row(i)) - 2.0 * crossed
    });
    Ok(finite("covariances", after)?.map(|variance| variance.max(0.0)))
}

impl Gaussian {
    /// With a covariance that is its own transpose and whose diagonal has square roots, if nothing in it
    /// overflowed.
    fn finite(self) -> Result<Self, DynamicsError> {
        let covariance = (&self.covariance + self.covariance.transpose()) * 0.5;
        let mut covariance = finite("covariances", covariance)?;
        for i in 0..covariance.nrows() {
            if covariance[(i, i)] < 0.0 {
                covariance[(i, i)] = 0.0;
            }
        }
        let mean = finite("predictions", self.mean)?;
        Ok(Self { mean, covariance })
    }
}

/// The law over initialisations of networks trained alike (Lee et al. 2019, eq. 16):
/// with A = Θ(x*, X) g(Θ), mean A y and covariance K** + A K Aᵀ − (A K*ᵀ + K* Aᵀ).
///
/// It is not the posterior of any Gaussian process in general (He, Lakshminarayanan & Teh 2020).
///
/// # Errors
/// Shapes that do not fit or entries that are not finite.
///
/// ```
/// use nalgebra::{DMatrix, DVector};
/// use ntk::dynamics::{Prior, Spectrum, TestPoints, Training, ensemble_at_test};
///
/// let one = |value| DMatrix::from_element(1, 1, value);
/// let spectrum = Spectrum::of(&one(2.0))?;
/// let test = TestPoints::from_zero(&spectrum, &one(1.0))?;                  // A = ½
/// let prior = Prior { nngp_train: &one(1.0), nngp_test_train: &one(0.25), nngp_test: &one(1.0) };
/// let trained = Training::until_converged();
/// let law = ensemble_at_test(&spectrum, &DVector::from_element(1, 3.0), &test, prior, trained)?;
/// assert_eq!((law.mean[0], law.covariance[(0, 0)]), (1.5, 1.0));           // 1 + ¼ − 2·⅛
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn ensemble_at_test(
    spectrum: &Spectrum,
    targets: &DVector<f64>,
    test: &TestPoints,
    prior: Prior,
    training: Training,
) -> Result<Gaussian, DynamicsError> {
    prior.trained(test.smoother(spectrum, training)?, targets)
}

/// The same on the training points: with R = 1 − Θg(Θ), mean (1 − R) y and covariance R K R.
///
/// # Errors
/// As for [`ensemble_at_test`].
///
/// ```
/// use nalgebra::{DMatrix, DVector};
/// use ntk::dynamics::{Spectrum, Training, ensemble_at_train};
///
/// let spectrum = Spectrum::of(&DMatrix::from_element(1, 1, 2.0))?;
/// let (k, y) = (DMatrix::from_element(1, 1, 0.5), DVector::from_element(1, 1.0));
/// let law = ensemble_at_train(&spectrum, &y, &k, Training::GradientFlow { time: 1.0 })?;
/// assert!((law.covariance[(0, 0)] - 0.5 * (-4.0f64).exp()).abs() < 1e-16);
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn ensemble_at_train(
    spectrum: &Spectrum,
    targets: &DVector<f64>,
    nngp_train: &DMatrix<f64>,
    training: Training,
) -> Result<Gaussian, DynamicsError> {
    let points = spectrum.points();
    check("nngp_train", nngp_train, (points, points))?;
    let mean = Learner::from_zero(spectrum, targets)?.at_train(training)?;
    let left = spectrum.eigenvalues().map(|lambda| training.residual(lambda));
    let u = spectrum.eigenvectors();
    let r = u * DMatrix::from_diagonal(&left) * u.transpose();
    Gaussian { mean, covariance: &r * nngp_train * &r }.finite()
}

/// The variance of each of p predictions when the targets carry independent noise of variance σ²:
/// σ² ‖Θ(x*, X) g(Θ)‖² row by row. At t = ∞ this is σ² Θ(x*, X) Θ⁻² Θ(X, x*).
///
/// # Errors
/// A negative variance, or test points of another spectrum's size.
///
/// ```
/// use nalgebra::DMatrix;
/// use ntk::dynamics::{Spectrum, TestPoints, Training, label_noise_variance};
///
/// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.2, 0.2, 1.0]))?;
/// let test = TestPoints::from_zero(&spectrum, &DMatrix::from_row_slice(1, 2, &[0.6, 0.6]))?;
/// let variance = label_noise_variance(&spectrum, &test, Training::until_converged(), 1.0)?;
/// assert!((variance[0] - 0.5).abs() < 1e-15);                              // weights ½, ½
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn label_noise_variance(
    spectrum: &Spectrum,
    test: &TestPoints,
    training: Training,
    noise_variance: f64,
) -> Result<DVector<f64>, DynamicsError> {
    check_nonnegative("noise_variance", noise_variance)?;
    let weights = test.filtered(spectrum, training)?;
    let rows = weights.row_iter().map(|row| noise_variance * row.norm_squared());
    finite("variances", DVector::from_iterator(weights.nrows(), rows))
}
