//! How long the modes of a kernel take, and what their eigenvalues look like together.

use super::error::check_nonnegative;
use super::{DynamicsError, Learner, Spectrum, Training};

impl Spectrum {
    /// The time after which gradient flow has shrunk *every* error vector to ε of its size:
    /// ln(1/ε)/λₘ. Infinite when Θ is singular.
    ///
    /// # Errors
    /// ε outside (0, 1).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk::dynamics::Spectrum;
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.5, 0.5, 1.0]))?;
    /// assert!((spectrum.worst_time_to(0.01)? - 100f64.ln() / 0.5).abs() < 1e-13);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn worst_time_to(&self, epsilon: f64) -> Result<f64, DynamicsError> {
        check_share(epsilon)?;
        Ok((1.0 / epsilon).ln() / self.eigenvalues()[self.points() - 1])
    }
}

impl Learner<'_> {
    /// ‖f − y‖ on the training points.
    ///
    /// # Errors
    /// As for [`Learner::at_train`].
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::{Learner, Spectrum, Training};
    /// let spectrum = Spectrum::of(&DMatrix::from_element(1, 1, 2.0))?;
    /// let learner = Learner::from_zero(&spectrum, &DVector::from_element(1, 3.0))?;
    /// let left = learner.error_norm(Training::GradientFlow { time: 5.0 })?;
    /// assert!((left / (3.0 * (-10.0f64).exp()) - 1.0).abs() < 1e-14);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn error_norm(&self, training: Training) -> Result<f64, DynamicsError> {
        let modes = self.mode_errors(training)?;
        let largest = modes.amax().max(f64::MIN_POSITIVE);
        let norm = largest * (modes / largest).norm(); // the norm of 1e200 is no overflow
        if norm.is_finite() { Ok(norm) } else { Err(DynamicsError::Overflow { what: "errors" }) }
    }

    /// The time after which gradient flow has shrunk ‖f − y‖ to ε of what it was: set by the modes that
    /// these targets load, not by the condition number. Infinite if a mode that is never learnt keeps
    /// more than that; 0 if there is no error to begin with.
    ///
    /// # Errors
    /// ε outside (0, 1).
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::{Learner, Spectrum};
    /// let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.9, 0.9, 1.0]))?;
    /// let time = |y| Learner::from_zero(&spectrum, &DVector::from_vec(y))?.time_to(0.01);
    /// assert!((time(vec![1.0, 1.0])? - 100f64.ln() / 1.9).abs() < 1e-10);
    /// assert!((time(vec![1.0, -1.0])? - 100f64.ln() / 0.1).abs() < 1e-10);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn time_to(&self, epsilon: f64) -> Result<f64, DynamicsError> {
        check_share(epsilon)?;
        let left = |time| self.error_norm(Training::GradientFlow { time });
        let allowed = epsilon * left(0.0)?;
        if allowed == 0.0 {
            return Ok(0.0);
        }
        if left(f64::INFINITY)? > allowed {
            return Ok(f64::INFINITY);
        }
        // The norm falls strictly: bisection, between 0 and a doubling bound.
        let (mut early, mut late) = (0.0, 1.0 / self.spectrum().eigenvalues()[0]);
        while left(late)? > allowed {
            (early, late) = (late, 2.0 * late);
        }
        while late - early > 2.0 * f64::EPSILON * late {
            let middle = early + (late - early) / 2.0;
            if left(middle)? > allowed { early = middle } else { late = middle }
        }
        Ok(late)
    }
}

/// The exponent α and its standard error in valueⱼ ~ j^α, by least squares of logarithms over the ranks
/// `from..=to` (counted from 1) of positive values in falling order.
///
/// On the sphere S^{d−1} the NTK's eigenvalues fall as j^{−d/(d−1)}, the NNGP kernel's as
/// j^{−(d+2)/(d−1)} (ReLU; Bietti & Mairal 2019).
///
/// # Errors
/// Fewer than three ranks, ranks beyond the values, or a value that is not positive.
///
/// ```
/// use ntk::dynamics::power_law;
/// let values: Vec<f64> = (1..=100).map(|j| 3.0 * f64::from(j).powf(-1.5)).collect();
/// let (exponent, standard_error) = power_law(&values, 10, 100)?;
/// assert!((exponent + 1.5).abs() < 1e-12 && standard_error < 1e-12);
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn power_law(values: &[f64], from: usize, to: usize) -> Result<(f64, f64), DynamicsError> {
    if from == 0 || to > values.len() || to < from + 2 {
        let allowed = "at least three ranks, from 1 to the number of values";
        return Err(DynamicsError::Parameter { name: "to", value: to as f64, allowed });
    }
    let mut points = Vec::with_capacity(to - from + 1);
    for rank in from..=to {
        let value = values[rank - 1];
        if value.is_nan() || value <= 0.0 {
            return Err(DynamicsError::Parameter { name: "value", value, allowed: "positive" });
        }
        points.push(((rank as f64).ln(), value.ln()));
    }
    let count = points.len() as f64;
    let mean_x = points.iter().map(|p| p.0).sum::<f64>() / count;
    let mean_y = points.iter().map(|p| p.1).sum::<f64>() / count;
    let spread: f64 = points.iter().map(|p| (p.0 - mean_x).powi(2)).sum();
    let exponent = points.iter().map(|p| (p.0 - mean_x) * (p.1 - mean_y)).sum::<f64>() / spread;
    let scatter: f64 =
        points.iter().map(|p| (p.1 - mean_y - exponent * (p.0 - mean_x)).powi(2)).sum();
    Ok((exponent, (scatter / (count - 2.0) / spread).sqrt()))
}

fn check_share(epsilon: f64) -> Result<(), DynamicsError> {
    check_nonnegative("epsilon", epsilon)?;
    if epsilon > 0.0 && epsilon < 1.0 {
        return Ok(());
    }
    Err(DynamicsError::Parameter { name: "epsilon", value: epsilon, allowed: "in (0, 1)" })
}
