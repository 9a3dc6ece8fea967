//! Regression by Cholesky factors: against LU and the spectrum.

use nalgebra::DMatrix;
use ntk::dynamics::{DynamicsError, Ridge, Spectrum, TestPoints, Training};
use ntk::kernel::{Architecture, Relu};

use super::normal;

/// ‖A − B‖ relative to ‖B‖, by largest entries.
fn relative(found: &DMatrix<f64>, expected: &DMatrix<f64>) -> f64 {
    (found - expected).amax() / expected.amax()
}

#[test]
fn cholesky_regression_is_lu_and_the_spectrum_for_many_right_hand_sides() {
    for (points, seed) in [(1, 20), (7, 21), (64, 22), (200, 23)] {
        // BBᵀ/p + I/2: a condition number of about 10.
        let b = normal(points, 2 * points, seed);
        let theta = &b * b.transpose() / (2 * points) as f64;
        let theta = (&theta + theta.transpose()) * 0.5;
        let (targets, cross) = (normal(points, 5, seed + 10), normal(3, points, seed + 20));
        let ridge = Ridge::new(&theta, 0.5).unwrap();
        let weights = ridge.weights(&targets).unwrap();
        assert_eq!(ridge.points(), points);

        let ridged = &theta + DMatrix::identity(points, points) * 0.5;
        assert!(relative(&weights, &ridged.clone().lu().solve(&targets).unwrap()) < 1e-12);
        let nalgebras = nalgebra::Cholesky::new(ridged).unwrap().solve(&targets);
        assert!(relative(&weights, &nalgebras) < 1e-12);

        let spectrum = Spectrum::of(&theta).unwrap();
        let test = TestPoints::from_zero(&spectrum, &cross).unwrap();
        let smoother = test.smoother(&spectrum, Training::Ridge { ridge: 0.5 }).unwrap();
        let predicted = ridge.at_test(&cross, &targets).unwrap();
        assert!(relative(&predicted, &(smoother * &targets)) < 1e-12);
    }
}

#[test]
fn cholesky_regression_refuses_what_is_not_positive_definite() {
    let xs = normal(6, 3, 7);
    let both = DMatrix::from_fn(12, 3, |i, j| if i < 6 { xs[(i, j)] } else { -xs[(i - 6, j)] });
    let theta = Architecture::new(1, Relu).ntk_gram(&both).unwrap(); // rank 9
    assert_eq!(Ridge::new(&theta, 0.0).unwrap_err(), DynamicsError::NotDefinite { ridge: 0.0 });
    assert!(Ridge::new(&theta, 1e-300).is_err());
    assert!(Ridge::new(&theta, 0.01).is_ok());
    let indefinite = DMatrix::from_row_slice(2, 2, &[0.0, 1.0, 1.0, 0.0]);
    assert!(matches!(Ridge::new(&indefinite, 0.5), Err(DynamicsError::NotDefinite { .. })));
    assert!(matches!(Ridge::new(&-indefinite, -1.0), Err(DynamicsError::Parameter { .. })));
    let lopsided = DMatrix::from_row_slice(2, 2, &[1.0, 0.5, 0.0, 1.0]);
    assert!(matches!(Ridge::new(&lopsided, 0.0), Err(DynamicsError::NotSymmetric { .. })));
    assert!(matches!(Ridge::new(&DMatrix::zeros(0, 0), 0.0), Err(DynamicsError::Empty { .. })));
    let ridge = Ridge::new(&theta, 1.0).unwrap();
    assert!(matches!(ridge.weights(&normal(11, 1, 1)), Err(DynamicsError::Shape { .. })));
    let unknown = DMatrix::from_element(12, 1, f64::NAN);
    assert!(matches!(ridge.weights(&unknown), Err(DynamicsError::NotFinite { .. })));
    assert_eq!(ridge.weights(&DMatrix::zeros(12, 0)).unwrap().shape(), (12, 0));
}
