//! Kernels of the angle, on the two domains whose eigenfunctions do not depend on the kernel: the sphere
//! with its spherical harmonics, the corners of the cube with the products of coordinates.

use std::f64::consts::FRAC_PI_2;

use super::DynamicsError;
use super::gauss::gauss_legendre;

/// What a kernel of the angle does to the eigenfunctions of one degree: the spherical harmonics, or on the
/// cube the products of k different coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Harmonic {
    /// The degree k.
    pub degree: usize,
    /// Their common Mercer eigenvalue: that of a Gram matrix over m uniform points is about m times it.
    pub eigenvalue: f64,
    /// How many independent ones of this degree there are.
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
    // sin^{d−2}θ is a bell of width 1/√d around π/2: beyond 9.5 of these it is below 1e-19.
    let reach = FRAC_PI_2.min(9.5 / (d - 2.0).sqrt());
    let places = gauss_legendre(100 + 2 * max_degree).into_iter().map(|(x, weight)| {
        let (beyond, cosine) = (x * reach, -(x * reach).sin());
        let bell =
            if dimension == 2 { 1.0 } else { (0.5 * (d - 2.0) * (-cosine * cosine).ln_1p()).exp() };
        Place { theta: FRAC_PI_2 + beyond, cosine, weight: weight * bell }
    });
    let next = |k, u, before, current| next_gegenbauer(k, d, u, before, current);
    let sums = sums(places, max_degree, &mut kernel, next)?;
    Ok(harmonics(&sums, |degree| multiplicity(degree, d)))
}

/// The Mercer spectrum, over all degrees, of a kernel on the 2ᵈ corners (±1, …, ±1)/√d under their uniform
/// law: λₖ = Σⱼ C(d, j) 2⁻ᵈ κ(θⱼ) Kₖ(j)/Kₖ(0), with cos θⱼ = 1 − 2j/d between corners that differ in j
/// coordinates, and Kₖ the Krawtchouk polynomials. It is the Funk–Hecke formula of the cube.
///
/// An eigenvalue that drowns in the rounding of this sum, about 1e-16 κ(0)/√C(d, k), is not read from it: such
/// degrees share equally what all others leave of the trace, κ(0) = Σ C(d, k) λₖ.
///
/// # Errors
/// d = 0 or above 1000, or a kernel value that is not finite.
///
/// ```
/// use ntk::dynamics::cube_spectrum;
/// use ntk::kernel::{Architecture, Linear};
///
/// let linear = Architecture::new(1, Linear);
/// let theta = |angle: f64| linear.ntk(&[1.0, 0.0], &[angle.cos(), angle.sin()]).unwrap();
/// let spectrum = cube_spectrum(20, theta)?;                       // Θ = 2 x·x′ = Σ 2/20 over coordinates
/// assert!((spectrum[1].eigenvalue - 0.1).abs() < 1e-15 && spectrum[2].eigenvalue.abs() < 1e-15);
/// assert_eq!(spectrum[2].multiplicity, 190.0);
/// # Ok::<(), ntk::dynamics::DynamicsError>(())
/// ```
pub fn cube_spectrum(
    dimension: usize,
    mut kernel: impl FnMut(f64) -> f64,
) -> Result<Vec<Harmonic>, DynamicsError> {
    if !(1..=1000).contains(&dimension) {
        let (value, allowed) = (dimension as f64, "from 1 to 1000");
        return Err(DynamicsError::Parameter { name: "dimension", value, allowed });
    }
    let d = dimension as f64;
    let places = (0..=dimension).map(|differ| {
        let cosine = 1.0 - 2.0 * differ as f64 / d;
        Place { theta: cosine.acos(), cosine, weight: choose(dimension, differ) / 2f64.powf(d) }
    });
    let next = |k: f64, u, before, current| (d * u * current - k * before) / (d - k);
    let mut trace = 0.0;
    let mut of_angle = |theta: f64| {
        let value = kernel(theta);
        if theta == 0.0 {
            trace = value;
        }
        value
    };
    let sums = sums(places, dimension, &mut of_angle, next)?;
    let mut harmonics = harmonics(&sums, |degree| choose(dimension, degree));
    let drowned: Vec<usize> = (0..=dimension).filter(|&k| sums[k].is_rounding()).collect();
    for &k in &drowned {
        harmonics[k].eigenvalue = 0.0;
    }
    let of_all = |value: fn(&Harmonic) -> f64| harmonics.iter().map(value).sum::<f64>();
    let left = trace - of_all(|h| h.multiplicity * h.eigenvalue);
    let modes: f64 = drowned.iter().map(|&k| harmonics[k].multiplicity).sum();
    for &k in &drowned {
        harmonics[k].eigenvalue = left.max(0.0) / modes;
    }
    Ok(harmonics)
}

/// An angle, its cosine and its share of the domain.
struct Place {
    theta: f64,
    cosine: f64,
    weight: f64,
}

/// λₖ as a sum, and the sum of the sizes of its terms.
#[derive(Clone, Copy, Default)]
struct Sum {
    value: f64,
    size: f64,
}

impl Sum {
    /// Is nothing left of the terms but their rounding?
    fn is_rounding(self) -> bool {
        self.value.abs() < 64.0 * f64::EPSILON * self.size
    }
}

/// Σ weight κ(θ) Pₖ(cos θ) / Σ weight for all degrees, the polynomials by a recurrence of three terms.
fn sums(
    places: impl Iterator<Item = Place>,
    max_degree: usize,
    kernel: &mut dyn FnMut(f64) -> f64,
    next: impl Fn(f64, f64, f64, f64) -> f64,
) -> Result<Vec<Sum>, DynamicsError> {
    let mut sums = vec![Sum::default(); max_degree + 1];
    let mut total = 0.0;
    for (row, Place { theta, cosine, weight }) in places.enumerate() {
        let value = kernel(theta);
        if !value.is_finite() {
            return Err(DynamicsError::NotFinite { what: "kernel", row, column: 0, value });
        }
        total += weight;
        let (mut before, mut current) = (0.0, 1.0);
        for (k, sum) in sums.iter_mut().enumerate() {
            let term = weight * value * current;
            sum.value += term;
            sum.size += term.abs();
            (before, current) = (current, next(k as f64, cosine, before, current));
        }
    }
    for sum in &mut sums {
        *sum = Sum { value: sum.value / total, size: sum.size / total };
    }
    Ok(sums)
}

fn harmonics(sums: &[Sum], multiplicity: impl Fn(usize) -> f64) -> Vec<Harmonic> {
    let harmonic = |(degree, sum): (usize, &Sum)| Harmonic {
        degree,
        eigenvalue: sum.value,
        multiplicity: multiplicity(degree),
    };
    sums.iter().enumerate().map(harmonic).collect()
}

/// P_{k+1} from P_{k−1} and P_k: (k + d − 2) P_{k+1} = (2k + d − 2) u P_k − k P_{k−1}.
fn next_gegenbauer(k: f64, d: f64, u: f64, before: f64, current: f64) -> f64 {
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

fn choose(n: usize, k: usize) -> f64 {
    (0..k.min(n - k)).map(|i| (n - i) as f64 / (i + 1) as f64).product::<f64>().round()
}
