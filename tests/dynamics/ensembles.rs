//! The law of many networks, and of noise in the labels: against many draws.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{
    Learner, Prior, Ridge, Spectrum, TestPoints, Training, ensemble_at_test, ensemble_at_train,
    label_noise_variance, trained_variances,
};
use ntk::kernel::{Architecture, Relu};

use super::{assert_near, column, example, normal};

#[test]
fn the_ensemble_law_is_the_law_of_many_draws() {
    let (xs, zs) = (normal(4, 3, 11), normal(2, 3, 12));
    let relu = Architecture::new(1, Relu);
    let k = |a: &DMatrix<f64>, b: &DMatrix<f64>| relu.nngp_cross(a, b).unwrap();
    let (kxx, kzx, kzz) = (k(&xs, &xs), k(&zs, &xs), k(&zs, &zs));
    let spectrum = Spectrum::of(&relu.ntk_gram(&xs).unwrap()).unwrap();
    let theta_test_train = relu.ntk_cross(&zs, &xs).unwrap();
    let test = TestPoints::from_zero(&spectrum, &theta_test_train).unwrap();
    let targets = column(4, 13);
    let training = Training::GradientFlow { time: 2.0 };
    let prior = Prior { nngp_train: &kxx, nngp_test_train: &kzx, nngp_test: &kzz };
    let law = ensemble_at_test(&spectrum, &targets, &test, prior, training).unwrap();
    let train_law = ensemble_at_train(&spectrum, &targets, &kxx, training).unwrap();

    let smoother = test.smoother(&spectrum, training).unwrap();
    let alone =
        trained_variances(&smoother, &kxx, &kzx, &relu.nngp_diagonal(&zs).unwrap()).unwrap();
    assert_near(&alone, &law.covariance.diagonal(), 1e-15);

    // Draw f₀ on all six points from N(0, K), train each draw, compare moments.
    let all = DMatrix::from_fn(6, 3, |i, j| if i < 4 { xs[(i, j)] } else { zs[(i - 4, j)] });
    let root = k(&all, &all).cholesky().unwrap().l();
    let draws = 20_000;
    let noise = normal(6, draws, 14);
    let mut outputs = DMatrix::zeros(6, draws);
    for draw in 0..draws {
        let f0 = &root * noise.column(draw);
        let learner = Learner::new(&spectrum, &f0.rows(0, 4).into(), &targets).unwrap();
        let here = TestPoints::new(&spectrum, &theta_test_train, &f0.rows(4, 2).into()).unwrap();
        outputs.view_mut((0, draw), (4, 1)).copy_from(&learner.at_train(training).unwrap());
        outputs.view_mut((4, draw), (2, 1)).copy_from(&learner.at_test(&here, training).unwrap());
    }
    let mean = outputs.column_mean();
    let covariance = |i: usize, j: usize| {
        let products =
            (0..draws).map(|d| (outputs[(i, d)] - mean[i]) * (outputs[(j, d)] - mean[j]));
        products.sum::<f64>() / draws as f64
    };
    let laws = [(&train_law, 0, 4), (&law, 4, 2)];
    for (law, first, count) in laws {
        for i in 0..count {
            let variance = law.covariance[(i, i)];
            let standard_error = (variance / draws as f64).sqrt();
            assert!((mean[first + i] - law.mean[i]).abs() < 4.5 * standard_error);
            for j in 0..count {
                let rough = (variance * law.covariance[(j, j)]).sqrt() / (draws as f64).sqrt();
                let gap = covariance(first + i, first + j) - law.covariance[(i, j)];
                assert!(gap.abs() < 4.5 * 1.5 * rough, "entry {i}, {j} off by {gap:.1e}");
            }
        }
    }
}

#[test]
fn label_noise_variance_is_that_of_the_smoother_and_of_draws() {
    let example = example();
    let spectrum = Spectrum::of(&example.theta).unwrap();
    let test = TestPoints::from_zero(&spectrum, &example.theta_test_train).unwrap();
    let trainings = [
        Training::GradientFlow { time: 1.0 },
        Training::until_converged(),
        Training::Ridge { ridge: 0.2 },
    ];
    for training in trainings {
        let variance = label_noise_variance(&spectrum, &test, training, 0.25).unwrap();
        let draws = 4000;
        let noise = normal(8, draws, 21);
        let mut squares = DVector::<f64>::zeros(3);
        for draw in 0..draws {
            let learner = Learner::from_zero(&spectrum, &(noise.column(draw) * 0.5)).unwrap();
            squares += learner.at_test(&test, training).unwrap().map(|f| f * f);
        }
        for (square, variance) in squares.iter().zip(&variance) {
            let ratio = square / draws as f64 / variance;
            assert!((ratio - 1.0).abs() < 4.5 * (2.0 / draws as f64).sqrt(), "ratio {ratio}");
        }
    }
}

/// Where a factor answers instead of the spectrum, it gives the same law.
#[test]
fn ensembles_and_posteriors_by_cholesky_are_those_of_the_spectrum() {
    let xs = normal(12, 4, 31);
    let tests = normal(5, 4, 32);
    let network = Architecture::new(2, Relu).with_bias(0.3);
    let prior = Prior {
        nngp_train: &network.nngp_gram(&xs).unwrap(),
        nngp_test_train: &network.nngp_cross(&tests, &xs).unwrap(),
        nngp_test: &network.nngp_gram(&tests).unwrap(),
    };
    let (theta, cross) = (network.ntk_gram(&xs).unwrap(), network.ntk_cross(&tests, &xs).unwrap());
    let (spectrum, y) = (Spectrum::of(&theta).unwrap(), column(12, 33));
    let points = TestPoints::from_zero(&spectrum, &cross).unwrap();
    for ridge in [0.0, 1e-3, 2.0] {
        let training = Training::Ridge { ridge };
        let expected = ensemble_at_test(&spectrum, &y, &points, prior, training).unwrap();
        let factored = Ridge::well_conditioned(&theta, ridge).unwrap();
        let found = prior.trained(factored.smoother(&cross).unwrap(), &y).unwrap();
        assert_near(&found.mean, &expected.mean, 1e-11);
        assert!((found.covariance - expected.covariance).amax() < 1e-11);

        let k = Spectrum::of(prior.nngp_train).unwrap();
        let seen = TestPoints::from_zero(&k, prior.nngp_test_train).unwrap();
        let gain = seen.smoother(&k, training).unwrap();
        let posterior = prior.posterior(&y, ridge).unwrap();
        assert_near(&posterior.mean, &(&gain * &y), 1e-11);
        let covariance = prior.nngp_test - &gain * prior.nngp_test_train.transpose();
        assert!((posterior.covariance - covariance).amax() < 1e-11);
    }
    // The same point twice: a factor cannot invert K on its range, a spectrum can.
    let twice = DMatrix::from_fn(2, 4, |_, j| xs[(0, j)]);
    let prior = Prior {
        nngp_train: &network.nngp_gram(&twice).unwrap(),
        nngp_test_train: &network.nngp_cross(&tests, &twice).unwrap(),
        nngp_test: &network.nngp_gram(&tests).unwrap(),
    };
    let alike = DVector::from_vec(vec![1.0, 3.0]);
    let both = prior.posterior(&alike, 0.0).unwrap();
    let mean = prior.posterior(&DVector::from_vec(vec![2.0, 2.0]), 0.0).unwrap();
    assert_near(&both.mean, &mean.mean, 1e-12);
}

/// Trained for ever, a network leaves nothing to chance at its data: what remains is rounding, of either sign.
#[test]
fn no_variance_is_negative_where_nothing_is_left_to_chance() {
    for seed in 0..20 {
        let xs = normal(6, 3, 100 + seed);
        let again = xs.map(|x| x * (1.0 + f64::EPSILON));
        let relu = Architecture::new(1, Relu);
        let spectrum = Spectrum::of(&relu.ntk_gram(&xs).unwrap()).unwrap();
        let test = TestPoints::from_zero(&spectrum, &relu.ntk_cross(&again, &xs).unwrap()).unwrap();
        let prior = Prior {
            nngp_train: &relu.nngp_gram(&xs).unwrap(),
            nngp_test_train: &relu.nngp_cross(&again, &xs).unwrap(),
            nngp_test: &relu.nngp_gram(&again).unwrap(),
        };
        let ever = Training::GradientFlow { time: 1e4 };
        let law = ensemble_at_test(&spectrum, &column(6, seed), &test, prior, ever).unwrap();
        let variances = law.covariance.diagonal();
        assert!(variances.iter().all(|v| (0.0..1e-12).contains(v)), "{seed}: {variances}");
    }
}
