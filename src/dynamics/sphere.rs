use super::DynamicsError;
use super::gauss::gauss_legendre;

/// What a kernel of the angle does to the spherical harmonics of one degree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Harmonic {
    /// The degree k.
    pub degree: usize,
    /// Their common Mercer eigenvalue: that of a Gram matrix over m uniform points is about m times it.
    pub eigenvalue: f64,
    /// How many independent harmonics of this degree there are.
    pub multiplicity: f64,
}

/// The Mercer spectrum, over degrees 0 … `max_degree`, of a kernel on the unit sphere of ℝᵈ under its
/// uniform law, by the Funk–Hecke formula λₖ = ∫ κ(θ) Pₖ(cos θ) sin^{d−2}θ dθ / ∫ sin^{d−2}θ dθ, with
/// Pₖ the Gegenbauer polynomial of Pₖ(1) = 1.
///
/// `kernel` gives κ at an angle θ in (0, π) and should be smooth there: the quadrature then has an
/// absolute error of about 1e-15 κ(0).
///
/// # Errors
/// d < 2, or a kernel value that is not finite.
///
/// ```
/// use ntk::dynamics::sphere_spectrum;
/// use ntk::kernel::{Architecture, Relu};
///
/// let two_layers = Architecture::new(1, Relu);
/// let theta = |angle: f64| two_layers.ntk(&[1.0, 0.0], &[angle.cos(), angle.sin()]).unwrap();
/// let spectrum = sphere_spectrum(3, 5, theta)?;
/// assert!((spectrum[0].eigenvalue - 0.25).abs() < 1e-14);
/// assert!(spectrum[3].eigenvalue.abs() < 1e-15);                  // blind to odd degrees from 3 on
/// assert_eq!(spectrum[3].multiplicity, 7.0);
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn sphere_spectrum(
    dimension: usize,
    max_degree: usize,
    mut kernel: impl FnMut(f64) -> f64,
) -> Result<Vec<Harmonic>, DynamicsError> {
    if dimension < 2 {
        let (value, allowed) = (dimension as f64, "at least 2");
        return Err(DynamicsError::Parameter { name: "dimension", value, allowed });
    }
    let d = dimension as f64;
    let mut sums = vec![0.0; max_degree + 1];
    let mut total = 0.0;
    for (row, (x, weight)) in gauss_legendre(100 + 2 * max_degree).into_iter().enumerate() {
        let theta = (x + 1.0) * std::f64::consts::FRAC_PI_2;
        let weight = weight * theta.sin().powf(d - 2.0);
        let value = kernel(theta);
        if !value.is_finite() {
            return Err(DynamicsError::NotFinite { what: "kernel", row, column: 0, value });
        }
        total += weight;
        let (mut before, mut gegenbauer) = (0.0, 1.0);
        for (k, sum) in sums.iter_mut().enumerate() {
            *sum += weight * value * gegenbauer;
            (before, gegenbauer) =
                (gegenbauer, next_degree(k as f64, d, theta.cos(), before, gegenbauer));
        }
    }
    let harmonic = |(degree, sum): (usize, f64)| Harmonic {
        degree,
        eigenvalue: sum / total,
        multiplicity: multiplicity(degree, d),
    };
    Ok(sums.into_iter().enumerate().map(harmonic).collect())
}

/// P_{k+1} from P_{k−1} and P_k: (k + d − 2) P_{k+1} = (2k + d − 2) u P_k − k P_{k−1}.
fn next_degree(k: f64, d: f64, u: f64, before: f64, current: f64) -> f64 {
    if k == 0.0 { u } else { ((2.0 * k + d - 2.0) * u * current - k * before) / (k + d - 2.0) }
}

/// (2k + d − 2)/k · C(k + d − 3, k − 1).
fn multiplicity(degree: usize, d: f64) -> f64 {
    if degree == 0 {
        return 1.0;
    }
    let k = degree as f64;
    let binomial: f64 = (1..degree).map(|i| (i as f64 + d - 2.0) / i as f64).product();
    ((2.0 * k + d - 2.0) / k * binomial).round()
}
