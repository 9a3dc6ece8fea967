//! Kernels, ensembles and posteriors against neural-tangents 0.6.5 (tests/goldens/from_jax.py).

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Prior, Spectrum, TestPoints, Training, ensemble_at_test};
use ntk::kernel::{ActivationName, Architecture};
use serde_json::Value;

fn goldens() -> Value {
    serde_json::from_str(include_str!("goldens/from_jax.json")).unwrap()
}

fn matrix(value: &Value) -> DMatrix<f64> {
    let rows: Vec<Vec<f64>> = serde_json::from_value(value.clone()).unwrap();
    DMatrix::from_fn(rows.len(), rows[0].len(), |i, j| rows[i][j])
}

fn assert_near(found: &DMatrix<f64>, golden: &DMatrix<f64>, allowed: f64, what: &str) {
    let error = (found - golden).amax() / golden.amax();
    assert!(error < allowed, "{what} off by {error:.1e}");
}

#[test]
fn kernels_of_six_activations_agree() {
    let goldens = goldens();
    let (train, test) = (matrix(&goldens["train"]), matrix(&goldens["test"]));
    for golden in goldens["kernels"].as_array().unwrap() {
        let name: ActivationName = golden["activation"].as_str().unwrap().parse().unwrap();
        let depth = golden["depth"].as_u64().unwrap() as usize;
        let architecture = Architecture::new(depth, name.activation())
            .with_gain(golden["gain"].as_f64().unwrap())
            .with_bias(golden["bias"].as_f64().unwrap());
        let what = format!("{name:?} depth {depth}");
        let ntk = architecture.ntk_cross(&test, &train).unwrap();
        assert_near(&ntk, &matrix(&golden["ntk"]), 1e-13, &what);
        let nngp = architecture.nngp_cross(&test, &train).unwrap();
        assert_near(&nngp, &matrix(&golden["nngp"]), 1e-13, &what);
    }
}

#[test]
fn ensembles_over_time_ridge_and_posterior_agree() {
    let goldens = goldens();
    let (train, test) = (matrix(&goldens["train"]), matrix(&goldens["test"]));
    let targets = matrix(&goldens["targets"]);
    let network = Architecture::new(2, ntk::kernel::Relu).with_gain(2f64.sqrt()).with_bias(0.125);
    let theta = network.ntk_gram(&train).unwrap();
    let spectrum = Spectrum::of(&theta).unwrap();
    let points =
        TestPoints::from_zero(&spectrum, &network.ntk_cross(&test, &train).unwrap()).unwrap();
    let prior = Prior {
        nngp_train: &network.nngp_gram(&train).unwrap(),
        nngp_test_train: &network.nngp_cross(&test, &train).unwrap(),
        nngp_test: &network.nngp_gram(&test).unwrap(),
    };
    let outputs: Vec<DVector<f64>> = targets.column_iter().map(|y| y.into_owned()).collect();

    for golden in goldens["ensemble"].as_array().unwrap() {
        let training = Training::GradientFlow { time: golden["time"].as_f64().unwrap() };
        let laws: Vec<_> = outputs
            .iter()
            .map(|y| ensemble_at_test(&spectrum, y, &points, prior, training).unwrap())
            .collect();
        let mean = DMatrix::from_columns(&[laws[0].mean.clone(), laws[1].mean.clone()]);
        assert_near(&mean, &matrix(&golden["mean"]), 1e-12, "ensemble mean");
        let covariance = matrix(&golden["covariance"]);
        assert_near(&laws[0].covariance, &covariance, 1e-11, "ensemble covariance");
    }

    for (c, y) in outputs.iter().enumerate() {
        let posterior = prior.posterior(y, 0.0).unwrap();
        let mean = matrix(&goldens["posterior"]["mean"]).column(c).into_owned();
        assert!((posterior.mean - mean).amax() < 1e-11);
        let covariance = matrix(&goldens["posterior"]["covariance"]);
        assert_near(&posterior.covariance, &covariance, 1e-11, "posterior covariance");

        let relative = goldens["ridge"]["relative"].as_f64().unwrap();
        let ridge = Training::Ridge { ridge: relative * theta.trace() / theta.nrows() as f64 };
        let found = Learner::from_zero(&spectrum, y).unwrap().at_test(&points, ridge).unwrap();
        let golden = matrix(&goldens["ridge"]["mean"]).column(c).into_owned();
        assert!((found - golden).amax() < 1e-12);
    }
}
