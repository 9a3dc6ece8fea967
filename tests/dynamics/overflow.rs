//! What does not fit in an f64.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{
    DynamicsError, Learner, Prior, Ridge, Spectrum, TestPoints, Training, alignment, fisher,
    tangent_gram,
};

#[test]
fn what_overflows_is_an_error_and_never_infinite() {
    let theta = DMatrix::from_row_slice(2, 2, &[1.0, 0.2, 0.2, 1.0]);
    let spectrum = Spectrum::of(&theta).unwrap();
    let huge = DVector::from_vec(vec![1e308, -1e308]);
    let test =
        TestPoints::from_zero(&spectrum, &DMatrix::from_row_slice(1, 2, &[9.0, -9.0])).unwrap();
    let learner = Learner::from_zero(&spectrum, &huge).unwrap();
    let end = Training::until_converged();
    let overflow = |what| Some(DynamicsError::Overflow { what });
    assert_eq!(learner.at_test(&test, end).err(), overflow("predictions"));
    let start = learner.error_norm(Training::GradientFlow { time: 0.0 }).unwrap();
    assert!((start / 2f64.sqrt() / 1e308 - 1.0).abs() < 1e-15); // its square alone is too large
    // Descent beyond the stability limit.
    let one = DVector::from_vec(vec![1.0, 0.0]);
    let descent = Training::GradientDescent { learning_rate: 10.0, steps: 10_000 };
    let small = Learner::from_zero(&spectrum, &one).unwrap();
    assert_eq!(small.at_train(descent).err(), overflow("predictions"));
    let jacobian = DMatrix::from_element(2, 2, 1e200);
    assert_eq!(tangent_gram(&jacobian).err(), overflow("the entries of the matrix"));
    assert_eq!(fisher(&jacobian).err(), overflow("the entries of the matrix"));
    let cross = DMatrix::from_row_slice(1, 2, &[9.0, -9.0]);
    let ridge = Ridge::new(&theta, 0.0).unwrap();
    let columns = DMatrix::from_column_slice(2, 1, huge.as_slice());
    assert_eq!(ridge.at_test(&cross, &columns).err(), overflow("predictions"));
    let prior = Prior {
        nngp_train: &theta,
        nngp_test_train: &(&cross * 1e160),
        nngp_test: &DMatrix::from_element(1, 1, 1.0),
    };
    assert_eq!(prior.posterior(&one, 0.0).err(), overflow("covariances"));
    let far = alignment(&(&theta * 1e300), &huge).unwrap();
    assert!((far - alignment(&theta, &(&huge / 1e308)).unwrap()).abs() < 1e-15);
}
