//! Cross-entropy instead of squared error: ḟ = −Θ(p − y) with p = σ(f), or softmax f.
//!
//! The flow is no longer linear and has no matrix exponential. With hard labels it has no limit either:
//! margins grow like ln t, and at finite width the lazy regime is left.

use nalgebra::{DMatrix, DVector};

use super::DynamicsError;
use super::error::{check, finite};
use super::ode::Integrator;

/// A classification problem for gradient flow on cross-entropy summed over m points.
///
/// One column of outputs: logistic, p = σ(f). More columns: softmax over them.
#[derive(Debug, Clone)]
pub struct CrossEntropyFlow {
    /// Θ(X, X) over `unit`, m×m.
    theta_train: DMatrix<f64>,
    /// f₀(X), m×C.
    f0: DMatrix<f64>,
    /// Probabilities, m×C.
    targets: DMatrix<f64>,
    tolerance: f64,
    /// About max Θᵢᵢ, a power of two: in units of Θ where it is 1, the dual has the size of outputs.
    unit: f64,
}

/// The outputs at one time.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossEntropyState {
    pub time: f64,
    /// f(X), m×C.
    pub train: DMatrix<f64>,
    /// What weighs Θ(x*, X) in f(x*) = f₀(x*) + Θ(x*, X) u: the integral of y − p, m×C.
    pub dual: DMatrix<f64>,
}

impl CrossEntropyFlow {
    /// From Θ(X, X) (m×m), initial outputs and target probabilities (both m×C; C = 1 is logistic).
    /// Each time step is accurate to 1e-10.
    ///
    /// # Errors
    /// Shapes that do not fit, entries that are not finite, targets outside [0, 1] or, with several
    /// columns, in rows that do not sum to 1.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::CrossEntropyFlow;
    /// let (theta, f0) = (DMatrix::identity(2, 2), DMatrix::zeros(2, 1));
    /// let labels = DMatrix::from_column_slice(2, 1, &[1.0, 0.0]);
    /// assert!(CrossEntropyFlow::new(&theta, &f0, &labels).is_ok());
    /// assert!(CrossEntropyFlow::new(&theta, &f0, &(labels * 2.0)).is_err());
    /// ```
    pub fn new(
        theta_train: &DMatrix<f64>,
        f0: &DMatrix<f64>,
        targets: &DMatrix<f64>,
    ) -> Result<Self, DynamicsError> {
        let points = theta_train.nrows();
        if points == 0 || targets.ncols() == 0 {
            return Err(DynamicsError::Empty { what: "theta_train" });
        }
        check("theta_train", theta_train, (points, points))?;
        check("targets", targets, (points, targets.ncols()))?;
        check("f0", f0, targets.shape())?;
        if let Some(&value) = targets.iter().find(|&&y| !(0.0..=1.0).contains(&y)) {
            return Err(DynamicsError::Parameter { name: "targets", value, allowed: "in [0, 1]" });
        }
        let sums = targets.column_sum();
        if let Some(&value) =
            sums.iter().find(|sum| targets.ncols() > 1 && (*sum - 1.0).abs() > 1e-9)
        {
            let (name, allowed) = ("sum of a row of targets", "1");
            return Err(DynamicsError::Parameter { name, value, allowed });
        }
        let largest = theta_train.diagonal().amax();
        let unit = if largest > 0.0 { largest.log2().round().exp2() } else { 1.0 };
        Ok(Self {
            theta_train: theta_train / unit,
            f0: f0.clone(),
            targets: targets.clone(),
            tolerance: 1e-10,
            unit,
        })
    }

    /// With another tolerance of each time step, relative to max(1, |u| max Θᵢᵢ).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::CrossEntropyFlow;
    /// let one = DMatrix::from_element(1, 1, 1.0);
    /// let quick = CrossEntropyFlow::new(&one, &one, &one)?.with_tolerance(1e-5);
    /// assert_eq!(quick.at(&[1.0])?.len(), 1);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn with_tolerance(self, tolerance: f64) -> Self {
        Self { tolerance: tolerance.abs().max(1e-14), ..self }
    }

    /// The outputs at `times`, finite and in rising order.
    ///
    /// # Errors
    /// Times that fall, are negative or infinite; or ten million steps between two of them.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::CrossEntropyFlow;
    ///
    /// // One point with label 1: ḟ = 1/(1 + e^f), so f + e^f = t + 1.
    /// let (one, zero) = (DMatrix::from_element(1, 1, 1.0), DMatrix::zeros(1, 1));
    /// let states = CrossEntropyFlow::new(&one, &zero, &one)?.at(&[5.0])?;
    /// let f = states[0].train[0];
    /// assert!((f + f.exp() - 6.0).abs() < 1e-8);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn at(&self, times: &[f64]) -> Result<Vec<CrossEntropyState>, DynamicsError> {
        // du/dt = y − p, as d(su)/d(st) with s the unit.
        let pull = |u: &DMatrix<f64>| &self.targets - probabilities(&self.train_outputs(u));
        let start = DMatrix::zeros(self.f0.nrows(), self.f0.ncols());
        let mut flow = Integrator::new(pull, start, self.tolerance);
        let mut last = 0.0;
        times
            .iter()
            .map(|&time| {
                if !((time * self.unit).is_finite() && time >= last) {
                    let allowed = "finite (times Θ as well), not negative, and in rising order";
                    return Err(DynamicsError::Parameter { name: "time", value: time, allowed });
                }
                last = time;
                let scaled = flow.advance(time * self.unit)?;
                let train = finite("outputs", self.train_outputs(scaled))?;
                Ok(CrossEntropyState { time, train, dual: scaled / self.unit })
            })
            .collect()
    }

    /// From the dual times the unit.
    fn train_outputs(&self, scaled: &DMatrix<f64>) -> DMatrix<f64> {
        &self.f0 + &self.theta_train * scaled
    }
}

impl CrossEntropyState {
    /// f(x*) = f₀(x*) + Θ(x*, X) u on p test points; `theta_test_train` is p×m and `f0` p×C.
    ///
    /// # Errors
    /// Shapes that do not fit, or entries that are not finite.
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::CrossEntropyFlow;
    ///
    /// let (one, zero) = (DMatrix::from_element(1, 1, 1.0), DMatrix::zeros(1, 1));
    /// let states = CrossEntropyFlow::new(&one, &zero, &one)?.at(&[5.0])?;
    /// assert_eq!(states[0].test(&one, &zero)?, states[0].train);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn test(
        &self,
        theta_test_train: &DMatrix<f64>,
        f0: &DMatrix<f64>,
    ) -> Result<DMatrix<f64>, DynamicsError> {
        let tests = theta_test_train.nrows();
        check("theta_test_train", theta_test_train, (tests, self.dual.nrows()))?;
        check("f0", f0, (tests, self.dual.ncols()))?;
        finite("outputs", f0 + theta_test_train * &self.dual)
    }
}

/// p of each row of outputs: σ(f) for one column, softmax for more.
///
/// ```
/// use nalgebra::DMatrix;
/// use ntk::dynamics::probabilities;
/// assert_eq!(probabilities(&DMatrix::zeros(1, 1))[0], 0.5);
/// assert_eq!(probabilities(&DMatrix::from_element(1, 4, 900.0))[0], 0.25);
/// ```
pub fn probabilities(outputs: &DMatrix<f64>) -> DMatrix<f64> {
    if outputs.ncols() == 1 {
        return outputs.map(|f| 1.0 / (1.0 + (-f).exp()));
    }
    let mut p = outputs.clone();
    for mut row in p.row_iter_mut() {
        let largest = row.max();
        row.apply(|f| *f = (*f - largest).exp());
        row /= row.sum();
    }
    p
}

/// D^{1/2} Θ D^{1/2} with D = diag(pᵢ(1 − pᵢ)): the symmetric kernel of the logistic loss near p. It has
/// the non-zero spectrum of the Gauss–Newton matrix JᵀDJ. To a few roundings for the p given: where p has
/// been rounded to 1, the weight is 0, and no digit of it is left in p.
///
/// # Errors
/// Shapes that do not fit, or probabilities outside [0, 1].
///
/// ```
/// use nalgebra::{DMatrix, DVector};
/// use ntk::dynamics::weighted_kernel;
/// let p = DVector::from_vec(vec![0.5, 0.2]);
/// let kernel = weighted_kernel(&DMatrix::from_element(2, 2, 1.0), &p)?;
/// assert!((kernel[(0, 1)] - 0.5 * 0.4).abs() < 1e-16);
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn weighted_kernel(
    theta: &DMatrix<f64>,
    p: &DVector<f64>,
) -> Result<DMatrix<f64>, DynamicsError> {
    let root = DMatrix::from_diagonal(&logistic_curvature(theta, p)?.map(f64::sqrt));
    Ok(&root * theta * &root)
}

/// D Θ, the operator in ṗ = −DΘ(p − y). Not symmetric, but similar to [`weighted_kernel`].
///
/// # Errors
/// As for [`weighted_kernel`].
///
/// ```
/// use nalgebra::{DMatrix, DVector};
/// use ntk::dynamics::probability_operator;
/// let p = DVector::from_vec(vec![0.5, 0.2]);
/// let operator = probability_operator(&DMatrix::from_element(2, 2, 1.0), &p)?;
/// assert!((operator[(0, 1)] - 0.25).abs() < 1e-16 && (operator[(1, 0)] - 0.16).abs() < 1e-16);
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn probability_operator(
    theta: &DMatrix<f64>,
    p: &DVector<f64>,
) -> Result<DMatrix<f64>, DynamicsError> {
    Ok(DMatrix::from_diagonal(&logistic_curvature(theta, p)?) * theta)
}

/// The diagonal p(1 − p).
fn logistic_curvature(
    theta: &DMatrix<f64>,
    p: &DVector<f64>,
) -> Result<DVector<f64>, DynamicsError> {
    check("theta", theta, (p.len(), p.len()))?;
    if let Some(&value) = p.iter().find(|&&p| !(0.0..=1.0).contains(&p)) {
        return Err(DynamicsError::Parameter { name: "p", value, allowed: "in [0, 1]" });
    }
    Ok(p.map(|p| p * (1.0 - p)))
}
