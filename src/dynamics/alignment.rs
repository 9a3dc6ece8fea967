//! How a kernel and a target fit each other.

use nalgebra::{DMatrix, DVector};

use super::error::check;
use super::{DynamicsError, Spectrum};

/// Kernel–target alignment yᵀΘy/(‖Θ‖_F ‖y‖²), in [0, 1] for positive semidefinite Θ (Cristianini et al.
/// 2001). NaN when either is zero.
///
/// # Errors
/// Shapes that do not fit, or entries that are not finite.
///
/// ```
/// use nalgebra::{DMatrix, DVector};
/// use ntk::dynamics::alignment;
/// let y = DVector::from_vec(vec![1.0, -1.0]);
/// assert!((alignment(&(&y * y.transpose()), &y)? - 1.0).abs() < 1e-15);
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn alignment(theta: &DMatrix<f64>, targets: &DVector<f64>) -> Result<f64, DynamicsError> {
    let points = targets.len();
    check("theta", theta, (points, points))?;
    check("targets", targets, (points, 1))?;
    // Scaled to entries of order one: no square can overflow.
    let (theta, targets) = (theta / theta.amax(), targets / targets.amax());
    Ok(targets.dot(&(&theta * &targets)) / (theta.norm() * targets.norm_squared()))
}

impl Spectrum {
    /// √(yᵀΘ⁻¹y): the least RKHS norm of a function through `targets`, and the distance ‖θ_∞ − θ₀‖ that
    /// gradient flow travels from f₀ = 0. Infinite if Θ is singular and the targets are out of its range
    /// by more than 1e-8 of their norm.
    ///
    /// # Errors
    /// A length other than m, an entry that is not finite, or a norm beyond the largest f64.
    ///
    /// ```
    /// use nalgebra::{DMatrix, DVector};
    /// use ntk::dynamics::Spectrum;
    ///
    /// let spectrum = Spectrum::of(&DMatrix::from_element(2, 2, 1.0))?;          // rank 1
    /// let norm = |y| spectrum.rkhs_norm(&DVector::from_vec(y));
    /// assert!((norm(vec![3.0, 3.0])? - 3.0).abs() < 1e-14);
    /// assert_eq!(norm(vec![3.0, 1.0])?, f64::INFINITY);
    /// # Ok::<(), ntk::dynamics::DynamicsError>(())
    /// ```
    pub fn rkhs_norm(&self, targets: &DVector<f64>) -> Result<f64, DynamicsError> {
        check("targets", targets, (self.points(), 1))?;
        let largest = targets.amax();
        if largest == 0.0 {
            return Ok(0.0);
        }
        // Scaled to entries of order one, so that no square leaves the range of f64.
        let targets = targets / largest;
        let (mut square, mut unreachable) = (0.0, 0.0);
        for (&lambda, c) in self.eigenvalues().iter().zip(&self.coordinates(&targets)) {
            if lambda > 0.0 {
                square += c * c / lambda;
            } else {
                unreachable += c * c;
            }
        }
        if unreachable.sqrt() > 1e-8 * targets.norm() {
            return Ok(f64::INFINITY);
        }
        let norm = square.sqrt() * largest;
        if norm.is_finite() { Ok(norm) } else { Err(DynamicsError::Overflow { what: "norm" }) }
    }
}
