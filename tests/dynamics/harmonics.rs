//! Kernels of the angle on the sphere and the cube, and how many samples they need.

use std::f64::consts::PI;

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{
    Harmonic, Ridge, Spectrum, cube_spectrum, learning_curve, power_law, sphere_spectrum,
};
use ntk::kernel::{Architecture, Erf, LeakyRelu, Relu};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::assert_near;

#[test]
fn the_circle_spectrum_of_two_layer_relu_is_its_closed_form() {
    let relu = Architecture::new(1, Relu);
    let at = |angle: f64| [angle.cos(), angle.sin()];
    let theta = sphere_spectrum(2, 40, |t| relu.ntk(&[1.0, 0.0], &at(t)).unwrap()).unwrap();
    let nngp = sphere_spectrum(2, 40, |t| relu.nngp(&[1.0, 0.0], &at(t)).unwrap()).unwrap();
    let pi2 = std::f64::consts::PI.powi(2);
    for (degree, (theta, nngp)) in theta.iter().zip(&nngp).enumerate() {
        let k2 = (degree * degree) as f64;
        let (expected, expected_nngp) = match degree {
            1 => (0.25, 0.125),
            _ if degree % 2 == 1 => (0.0, 0.0),
            _ => ((k2 + 3.0) / (pi2 * (k2 - 1.0).powi(2)), 2.0 / (pi2 * (k2 - 1.0).powi(2))),
        };
        assert!((theta.eigenvalue - expected).abs() < 1e-15, "Θ, degree {degree}");
        assert!((nngp.eigenvalue - expected_nngp).abs() < 1e-15, "K, degree {degree}");
    }
}

#[test]
fn the_sphere_spectrum_falls_as_its_power_law_and_sums_to_the_diagonal() {
    let deep = Architecture::new(2, LeakyRelu { slope: 0.3 });
    let at = |angle: f64| deep.ntk(&[1.0, 0.0], &[angle.cos(), angle.sin()]).unwrap();
    for dimension in [2, 3, 5] {
        let spectrum = sphere_spectrum(dimension, 400, at).unwrap();
        let trace: f64 = spectrum.iter().map(|h| h.eigenvalue * h.multiplicity).sum();
        assert!((trace / at(0.0) - 1.0).abs() < 0.02, "d = {dimension}: {trace}");
        // By degree the NTK falls as k^{−d}.
        let by_degree: Vec<f64> = spectrum[1..].iter().map(|h| h.eigenvalue).collect();
        let (exponent, _) = power_law(&by_degree, 40, 200).unwrap();
        assert!((exponent + dimension as f64).abs() < 0.1, "d = {dimension}: {exponent}");
    }
}

#[test]
fn erf_networks_are_odd_and_have_no_even_harmonics() {
    let erf = Architecture::new(2, Erf);
    let at = |angle: f64| erf.ntk(&[1.0, 0.0], &[angle.cos(), angle.sin()]).unwrap();
    let spectrum = sphere_spectrum(3, 8, at).unwrap();
    assert!(spectrum.iter().step_by(2).all(|h| h.eigenvalue.abs() < 1e-15));
    assert!(spectrum[1].eigenvalue > 0.1);
}

fn theta(angle: f64) -> f64 {
    Architecture::new(1, Relu).ntk(&[1.0, 0.0], &[angle.cos(), angle.sin()]).unwrap()
}

/// The 2ᵈ corners, as rows of length one.
fn corners(dimension: usize) -> DMatrix<f64> {
    let side = 1.0 / (dimension as f64).sqrt();
    let sign = |i: usize, j: usize| if i >> j & 1 == 0 { side } else { -side };
    DMatrix::from_fn(1 << dimension, dimension, sign)
}

#[test]
fn the_cube_spectrum_is_that_of_the_gram_matrix_over_all_corners() {
    let gram = Architecture::new(1, Relu).ntk_gram(&corners(7)).unwrap() / 128.0;
    let harmonics = cube_spectrum(7, theta).unwrap();
    let mut expected: Vec<f64> = harmonics
        .iter()
        .flat_map(|h| std::iter::repeat_n(h.eigenvalue, h.multiplicity as usize))
        .collect();
    expected.sort_by(|a, b| b.total_cmp(a));
    let found = Spectrum::of(&gram).unwrap();
    assert_eq!(expected.len(), 128);
    assert_near(found.eigenvalues(), &DVector::from_vec(expected), 1e-15);
    // Blind to odd degrees from 3 on, as on the sphere.
    assert!(harmonics[3].eigenvalue.abs() < 1e-16 && harmonics[4].eigenvalue > 1e-5);
}

#[test]
fn the_sphere_spectrum_keeps_its_digits_in_many_dimensions() {
    for dimension in [3, 20, 300, 784, 3072, 10_000, 1_000_000] {
        for max_degree in [1, 4, 30] {
            let linear = sphere_spectrum(dimension, max_degree, f64::cos).unwrap();
            let share = linear[1].eigenvalue * dimension as f64;
            assert!(
                (share - 1.0).abs() < 1e-12,
                "d = {dimension}, to degree {max_degree}: {share}"
            );
        }
    }
    // By mpmath with 40 digits, from Funk–Hecke over [0, π].
    let exact = 5.057_478_826_123_553e-8;
    let found = sphere_spectrum(3072, 4, theta).unwrap()[2].eigenvalue;
    assert!((found / exact - 1.0).abs() < 1e-7, "{found:e}");
}

/// Against mpmath with 150 digits.
#[test]
fn learning_curves_do_not_see_the_rounding_of_high_degrees() {
    for (dimension, samples, exact) in [
        (60, 500.0, 0.00695067),
        (60, 5000.0, 1.54286e-5),
        (100, 500.0, 0.0227),
        (100, 5000.0, 1.05e-4),
        (200, 500.0, 0.097),
        (200, 5000.0, 7.0e-4),
    ] {
        let spectrum = cube_spectrum(dimension, theta).unwrap();
        let trace: f64 = spectrum.iter().map(|h| h.eigenvalue * h.multiplicity).sum();
        assert!((trace - 1.0).abs() < 1e-12, "d = {dimension}: {trace}");
        let found = learning_curve(&spectrum, samples, 1).unwrap();
        assert!((found / exact - 1.0).abs() < 0.02, "d = {dimension}, m = {samples}: {found}");
    }
}

#[test]
fn as_many_samples_as_modes_learn_all() {
    let flat = [Harmonic { degree: 0, eigenvalue: 0.1, multiplicity: 10.0 }];
    for samples in [9.999_999, 10.0, 10.1, 1e6] {
        let error = learning_curve(&flat, samples, 0).unwrap();
        assert!((0.0..1.1e-7).contains(&error), "m = {samples}: {error}");
    }
}

#[test]
fn a_cube_of_a_thousand_dimensions_has_a_trace() {
    let harmonics = cube_spectrum(1000, theta).unwrap();
    // In so many dimensions a degree has what its power of cos θ has in the kernel's series.
    let share = |k: usize| harmonics[k].eigenvalue * harmonics[k].multiplicity;
    for (k, expected) in [(0, 0.5 / PI), (1, 0.5), (2, 0.75 / PI)] {
        assert!((share(k) / expected - 1.0).abs() < 0.01, "degree {k}: {}", share(k));
    }
    assert!(harmonics.iter().all(|h| h.eigenvalue.is_finite() && h.multiplicity.is_finite()));
    assert!(cube_spectrum(0, theta).is_err() && cube_spectrum(1001, theta).is_err());
}

/// Regression itself, from samples drawn anew 60 times.
#[test]
fn the_learning_curve_is_that_of_regression() {
    let dimension = 10;
    let (relu, all) = (Architecture::new(1, Relu), corners(dimension));
    let harmonics = cube_spectrum(dimension, theta).unwrap();
    let product = |x: nalgebra::DMatrixView<f64>| {
        DMatrix::from_fn(x.nrows(), 1, |i, _| x[(i, 0)] * x[(i, 1)] * dimension as f64)
    };
    let truth = product(all.as_view());
    for samples in [30, 60, 120] {
        let (mut sum, mut square) = (0.0, 0.0);
        let draws = 60;
        for draw in 0..draws {
            let mut rng = ChaCha8Rng::seed_from_u64(draw);
            let rows = rand::seq::index::sample(&mut rng, all.nrows(), samples).into_vec();
            let xs = all.select_rows(&rows);
            let ridge = Ridge::new(&relu.ntk_gram(&xs).unwrap(), 1e-9).unwrap();
            let cross = relu.ntk_cross(&all, &xs).unwrap();
            let f = ridge.at_test(&cross, &product(xs.as_view())).unwrap();
            // Corners of the sample have no error: the mean is over the others.
            let error = (f - &truth).norm_squared() / (all.nrows() - samples) as f64;
            sum += error;
            square += error * error;
        }
        let mean = sum / draws as f64;
        let se = ((square / draws as f64 - mean * mean) / draws as f64).sqrt();
        let law = learning_curve(&harmonics, samples as f64, 2).unwrap();
        assert!((mean - law).abs() < 4.0 * se + 0.06 * law, "m = {samples}: {mean} ± {se}, {law}");
    }
}

#[test]
fn a_target_waits_for_as_many_samples_as_there_are_functions_of_its_degree() {
    let harmonics = cube_spectrum(20, theta).unwrap();
    let at = |samples, degree| learning_curve(&harmonics, samples, degree).unwrap();
    assert!(at(95.0, 2) > 0.7 && at(190.0, 2) < 0.5 && at(760.0, 2) < 0.03);
    assert!(at(95.0, 1) < 0.03);
    // What the kernel is blind to is never learned.
    assert!(at(1e5, 3) >= 1.0);
    assert!(learning_curve(&harmonics, 0.0, 2).is_err());
    assert!(learning_curve(&harmonics, 10.0, 21).is_err());
    assert!(learning_curve(&harmonics, f64::NAN, 2).is_err());
}
