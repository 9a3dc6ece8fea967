//! The matrices made of the Jacobian J (m×P, row i = ∇f(xᵢ)), which are often taken for one another:
//! Θ = JJᵀ lives on samples, the Fisher matrix JᵀJ on parameters; they share the non-zero spectrum only.
//! The flow of natural gradient in function space is [`Training::NaturalGradient`](super::Training).

use nalgebra::{DMatrix, DVector};

use super::error::{check, check_nonnegative, finite};
use super::{DynamicsError, Spectrum};

const ENTRIES: &str = "the entries of the matrix";

/// JJᵀ, m×m: the empirical NTK on m samples.
///
/// # Errors
/// An entry that is not finite, or one of JJᵀ that overflows.
///
/// ```
/// use nalgebra::DMatrix;
/// use ntk::dynamics::tangent_gram;
/// assert_eq!(tangent_gram(&DMatrix::from_element(2, 5, 1.0))?, DMatrix::from_element(2, 2, 5.0));
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn tangent_gram(jacobian: &DMatrix<f64>) -> Result<DMatrix<f64>, DynamicsError> {
    check("jacobian", jacobian, jacobian.shape())?;
    finite(ENTRIES, jacobian * jacobian.transpose())
}

/// JᵀJ, P×P: the Fisher information of a Gaussian likelihood with unit noise, and the Gauss–Newton matrix
/// of the squared loss.
///
/// # Errors
/// As for [`tangent_gram`].
///
/// ```
/// use nalgebra::DMatrix;
/// use ntk::dynamics::fisher;
/// assert_eq!(fisher(&DMatrix::from_element(2, 3, 1.0))?, DMatrix::from_element(3, 3, 2.0));
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn fisher(jacobian: &DMatrix<f64>) -> Result<DMatrix<f64>, DynamicsError> {
    check("jacobian", jacobian, jacobian.shape())?;
    finite(ENTRIES, jacobian.tr_mul(jacobian))
}

/// Jᵀ diag(weights) J, P×P. With weights p(1 − p): the Fisher and Gauss–Newton matrix of the logistic
/// loss. With weights r²: the *empirical* Fisher matrix of the squared loss, a different object
/// (Kunstner, Hennig & Balles 2019).
///
/// # Errors
/// A number of weights other than m, or an entry that is not finite.
///
/// ```
/// use nalgebra::{DMatrix, DVector};
/// use ntk::dynamics::weighted_fisher;
/// let residuals = DVector::from_vec(vec![0.5, 0.0]);
/// let empirical = weighted_fisher(&DMatrix::identity(2, 2), &residuals.map(|r| r * r))?;
/// assert_eq!(empirical.trace(), 0.25);
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn weighted_fisher(
    jacobian: &DMatrix<f64>,
    weights: &DVector<f64>,
) -> Result<DMatrix<f64>, DynamicsError> {
    check("jacobian", jacobian, jacobian.shape())?;
    check("weights", weights, (jacobian.nrows(), 1))?;
    let mut weighted = jacobian.clone();
    for (mut row, &weight) in weighted.row_iter_mut().zip(weights) {
        row *= weight;
    }
    finite(ENTRIES, jacobian.tr_mul(&weighted))
}

/// The natural-gradient direction θ̇ = −(JᵀJ + damping)⁻¹ Jᵀ r, of length P, through the m×m side:
/// −Jᵀ(JJᵀ + damping)⁻¹ r, with the pseudo-inverse where JJᵀ is singular.
///
/// # Errors
/// Residuals r of a length other than m, entries that are not finite, or a negative damping.
///
/// ```
/// use nalgebra::{DMatrix, DVector};
/// use ntk::dynamics::natural_gradient;
///
/// let jacobian = DMatrix::from_row_slice(1, 2, &[3.0, 4.0]);
/// let direction = natural_gradient(&jacobian, &DVector::from_element(1, 2.0), 0.0)?;
/// assert!(((&jacobian * direction)[0] + 2.0).abs() < 1e-14);             // ḟ = −r, whatever Θ is
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn natural_gradient(
    jacobian: &DMatrix<f64>,
    residuals: &DVector<f64>,
    damping: f64,
) -> Result<DVector<f64>, DynamicsError> {
    check_nonnegative("damping", damping)?;
    check("jacobian", jacobian, jacobian.shape())?;
    check("residuals", residuals, (jacobian.nrows(), 1))?;
    let spectrum = Spectrum::of(&tangent_gram(jacobian)?)?;
    let inverse = |lambda: f64| if lambda > 0.0 { 1.0 / (lambda + damping) } else { 0.0 };
    let weights = spectrum.filtered(inverse, &spectrum.coordinates(residuals));
    finite("the entries of the direction", -jacobian.tr_mul(&weights))
}
