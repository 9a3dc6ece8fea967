//! Laws of training that hold for every kernel, singular ones included: drawn at random.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Ridge, Spectrum, TestPoints, Training};
use proptest::prelude::*;

/// A kernel AAᵀ of five points, of rank 1 to 5 and norm 1; targets; initial outputs.
fn problem() -> impl Strategy<Value = (DMatrix<f64>, DVector<f64>, DVector<f64>)> {
    (1..=5_usize).prop_flat_map(|rank| {
        let entries = |count| prop::collection::vec(-1.0..1.0, count);
        (entries(5 * rank), entries(5), entries(5)).prop_map(move |(a, y, f0)| {
            let a: DMatrix<f64> = DMatrix::from_vec(5, rank, a);
            let theta: DMatrix<f64> = &a * a.transpose();
            (&theta / theta.norm().max(1e-3), DVector::from_vec(y), DVector::from_vec(f0))
        })
    })
}

fn flow(time: f64) -> Training {
    Training::GradientFlow { time }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Training for s and then for t is training for s + t: not so with e^{+Θt}, or with a mean for a sum.
    #[test]
    fn flows_compose((theta, y, f0) in problem(), s in 0.0..50.0, t in 0.0..50.0) {
        let spectrum = Spectrum::of(&theta).unwrap();
        let at = |f0: &DVector<f64>, time: f64| {
            Learner::new(&spectrum, f0, &y).unwrap().at_train(flow(time)).unwrap()
        };
        prop_assert!((at(&at(&f0, s), t) - at(&f0, s + t)).amax() < 1e-13);
        prop_assert!((at(&f0, 0.0) - &f0).amax() < 1e-13);
    }

    /// ḟ = −Θ(f − y) by a central difference: the rate, not its mean over points.
    #[test]
    fn flow_obeys_its_equation((theta, y, f0) in problem(), t in 0.1..20.0) {
        let spectrum = Spectrum::of(&theta).unwrap();
        let learner = Learner::new(&spectrum, &f0, &y).unwrap();
        let at = |time: f64| learner.at_train(flow(time)).unwrap();
        let h = 1e-4;
        let slope = (at(t + h) - at(t - h)) / (2.0 * h);
        prop_assert!((slope + theta * (at(t) - &y)).amax() < 1e-7);
    }

    /// At a training point, Θ(x*, X) is a row of Θ: what is predicted is what is learnt.
    #[test]
    fn a_training_point_is_a_test_point((theta, y, f0) in problem(), t in 0.0..1e3) {
        let spectrum = Spectrum::of(&theta).unwrap();
        let learner = Learner::new(&spectrum, &f0, &y).unwrap();
        let same = TestPoints::new(&spectrum, &theta, &f0).unwrap();
        for training in [flow(t), Training::Ridge { ridge: t }, Training::DecayToInit { decay: 0.1, time: t }] {
            let (train, test) = (learner.at_train(training).unwrap(), learner.at_test(&same, training).unwrap());
            prop_assert!((train - test).amax() < 1e-12);
        }
    }

    /// On the range of Θ both limits interpolate; off it, neither moves.
    #[test]
    fn infinite_time_and_vanishing_ridge_meet((theta, y, f0) in problem()) {
        let spectrum = Spectrum::of(&theta).unwrap();
        let least = spectrum.eigenvalues()[spectrum.rank() - 1];
        prop_assume!(least > 1e-6); // else both are far from their limits
        let learner = Learner::new(&spectrum, &f0, &y).unwrap();
        let limit = learner.at_train(Training::until_converged()).unwrap();
        let ridge = learner.at_train(Training::Ridge { ridge: 1e-9 * least }).unwrap();
        prop_assert!((&limit - &ridge).amax() < 1e-8);
        prop_assert!((&limit - learner.at_train(flow(40.0 / least)).unwrap()).amax() < 1e-12);
        let seen = &theta * (&limit - &y); // what is left is invisible to Θ
        prop_assert!(seen.amax() < 1e-13);
        if spectrum.rank() == 5 {
            prop_assert!((&limit - &y).amax() < 1e-13);
        }
    }

    /// The factor and the spectrum of one kernel, wherever the factor claims to be as good.
    #[test]
    fn a_factor_is_a_spectrum((theta, y, _) in problem(), exponent in -8.0..1.0) {
        let ridge = 10f64.powf(exponent);
        if let Ok(factored) = Ridge::well_conditioned(&theta, ridge) {
            let spectrum = Spectrum::of(&theta).unwrap();
            let learner = Learner::from_zero(&spectrum, &y).unwrap();
            let found = &theta * factored.weights(&DMatrix::from_column_slice(5, 1, y.as_slice())).unwrap();
            let expected = learner.at_train(Training::Ridge { ridge }).unwrap();
            prop_assert!((found.column(0) - expected).amax() < 1e-9);
        }
    }
}
