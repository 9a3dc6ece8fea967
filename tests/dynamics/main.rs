//! Dynamics against brute force: matrix exponentials, powers, small time steps and random draws, none of
//! which the library uses.

mod cross_entropy;
mod ensembles;
mod features;
mod harmonics;
mod overflow;
mod regression;
mod training;

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, TestPoints, Training};
use ntk::kernel::{Architecture, Relu};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

fn normal(rows: usize, columns: usize, seed: u64) -> DMatrix<f64> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    DMatrix::from_fn(rows, columns, |_, _| StandardNormal.sample(&mut rng))
}

fn column(rows: usize, seed: u64) -> DVector<f64> {
    normal(rows, 1, seed).column(0).into_owned()
}

/// Eight training and three test points in five dimensions, two-layer ReLU.
struct Example {
    theta: DMatrix<f64>,
    theta_test_train: DMatrix<f64>,
    f0: DVector<f64>,
    f0_test: DVector<f64>,
    targets: DVector<f64>,
}

fn example() -> Example {
    let (xs, zs) = (normal(8, 5, 1), normal(3, 5, 2));
    let relu = Architecture::new(1, Relu);
    Example {
        theta: relu.ntk_gram(&xs).unwrap(),
        theta_test_train: relu.ntk_cross(&zs, &xs).unwrap(),
        f0: column(8, 3),
        f0_test: column(3, 4),
        targets: column(8, 5),
    }
}

fn at_both(example: &Example, training: Training) -> (DVector<f64>, DVector<f64>) {
    let spectrum = Spectrum::of(&example.theta).unwrap();
    let learner = Learner::new(&spectrum, &example.f0, &example.targets).unwrap();
    let test = TestPoints::new(&spectrum, &example.theta_test_train, &example.f0_test).unwrap();
    (learner.at_train(training).unwrap(), learner.at_test(&test, training).unwrap())
}

fn assert_near(found: &DVector<f64>, expected: &DVector<f64>, allowed: f64) {
    let error = (found - expected).amax();
    assert!(error <= allowed, "off by {error:.1e}: {found} for {expected}");
}
