use super::error::check_nonnegative;
use super::{DynamicsError, Harmonic};

/// The mean squared error, on new inputs and in units of the target's variance, of ridgeless regression
/// from m noiseless samples of a target of one degree (Bordelon, Canatar & Pehlevan 2020):
///
/// ```text
/// E = (ρ/(λ + ρ))² / (1 − γ),   Σ Nₖ λₖ/(λₖ + ρ) = m,   mγ = Σ Nₖ (λₖ/(λₖ + ρ))²
/// ```
///
/// with eigenvalues λₖ and multiplicities Nₖ. ρ is the ridge that the modes are to one another. The law is
/// asymptotic in m; negative eigenvalues are taken as the rounding of 0.
///
/// # Errors
/// m = 0 or not finite, or a degree that the spectrum does not have.
///
/// ```
/// use ntk::dynamics::{Harmonic, learning_curve};
/// let flat = [Harmonic { degree: 0, eigenvalue: 0.1, multiplicity: 10.0 }];
/// assert!((learning_curve(&flat, 4.0, 0)? - 0.6).abs() < 1e-14);    // unlearned: 6 of 10 equal modes
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn learning_curve(
    spectrum: &[Harmonic],
    samples: f64,
    degree: usize,
) -> Result<f64, DynamicsError> {
    check_nonnegative("samples", samples)?;
    let target = spectrum.iter().find(|harmonic| harmonic.degree == degree);
    let Some(target) = target.filter(|_| samples > 0.0) else {
        let (name, value, allowed) = match target {
            Some(_) => ("samples", samples, "positive"),
            None => ("degree", degree as f64, "one of the spectrum"),
        };
        return Err(DynamicsError::Parameter { name, value, allowed });
    };
    let eigenvalue = |harmonic: &Harmonic| harmonic.eigenvalue.max(0.0);
    let mean = |share: &dyn Fn(f64) -> f64| -> f64 {
        spectrum.iter().map(|h| h.multiplicity * share(eigenvalue(h))).sum::<f64>() / samples
    };
    // Modes count less than λ/ρ, so ρ is at most the trace over m. By halving its logarithm.
    let trace: f64 = spectrum.iter().map(|h| h.multiplicity * eigenvalue(h)).sum();
    if trace == 0.0 {
        return Ok(1.0); // a kernel that is zero learns nothing
    }
    let (mut low, mut high) = (1e-30 * trace / samples, trace / samples);
    for _ in 0..100 {
        let middle = (low * high).sqrt();
        let learned = mean(&|lambda| lambda / (lambda + middle));
        if learned > 1.0 { low = middle } else { high = middle }
    }
    let left = low / (eigenvalue(target) + low);
    // 1 − γ, which cancels where nearly all is learned, as the mean of s − s² with s = λ/(λ + ρ).
    let rest = mean(&|lambda| lambda / (lambda + low) * (low / (lambda + low)));
    Ok(left * left / rest)
}
