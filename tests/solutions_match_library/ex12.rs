use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{
    Gaussian, Learner, Prior, Ridge, Spectrum, TestPoints, Training, ensemble_at_test,
    label_noise_variance,
};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::Value;

use super::{agree, calls, get, numbers};

/// Kernels over training and new points, taken apart.
struct Blocks {
    train: DMatrix<f64>,
    cross: DMatrix<f64>,
    new: DMatrix<f64>,
}

fn blocks(call: &FrozenCall, name: &str, m: usize) -> Blocks {
    let all: DMatrix<f64> = get(call, name);
    let p = all.nrows() - m;
    let part = |at, size| all.view(at, size).into_owned();
    Blocks { train: part((0, 0), (m, m)), cross: part((m, 0), (p, m)), new: part((m, m), (p, p)) }
}

/// With the exercise's own threshold, where a mode either counts or does not.
fn spectrum(theta: &Blocks) -> Spectrum {
    Spectrum::with_tolerance(&theta.train, 1e-10).expect("a kernel")
}

fn training(call: &FrozenCall) -> Training {
    let time: f64 = get(call, "t");
    if time.is_finite() { Training::GradientFlow { time } } else { Training::until_converged() }
}

fn noise(call: &FrozenCall, m: usize) -> DVector<f64> {
    let theta = blocks(call, "theta", m);
    let spectrum = spectrum(&theta);
    let test = TestPoints::from_zero(&spectrum, &theta.cross).expect("shapes fit");
    let sigma: f64 = get(call, "sigma");
    label_noise_variance(&spectrum, &test, training(call), sigma * sigma).expect("a variance")
}

fn law(call: &FrozenCall, y: &DVector<f64>) -> Gaussian {
    let (theta, nngp) = (blocks(call, "theta", y.len()), blocks(call, "nngp", y.len()));
    let spectrum = spectrum(&theta);
    let test = TestPoints::from_zero(&spectrum, &theta.cross).expect("shapes fit");
    let prior =
        Prior { nngp_train: &nngp.train, nngp_test_train: &nngp.cross, nngp_test: &nngp.new };
    ensemble_at_test(&spectrum, y, &test, prior, training(call)).expect("a law")
}

#[test]
fn exercise_12_is_the_regression_and_the_laws_of_the_library() {
    agree("ex12", "ridge_predict", |call| {
        let (y, ridge): (DVector<f64>, f64) = (get(call, "y"), get(call, "ridge"));
        let theta = blocks(call, "theta", y.len());
        let predictions = if ridge > 0.0 {
            let targets = DMatrix::from_column_slice(y.len(), 1, y.as_slice());
            let solved = Ridge::new(&theta.train, ridge).expect("a kernel");
            solved.at_test(&theta.cross, &targets).expect("a prediction").column(0).into_owned()
        } else {
            let spectrum = spectrum(&theta);
            let test = TestPoints::from_zero(&spectrum, &theta.cross).expect("shapes fit");
            let learner = Learner::from_zero(&spectrum, &y).expect("shapes fit");
            learner.at_test(&test, Training::until_converged()).expect("a prediction")
        };
        numbers(&Value::from(&predictions))
    });
    agree("ex12", "label_noise_variance", |call| {
        noise(call, get::<usize>(call, "m")).as_slice().to_vec()
    });
    agree("ex12", "ensemble_law", |call| {
        let law = law(call, &get(call, "y"));
        [numbers(&Value::from(&law.mean)), numbers(&Value::from(&law.covariance))].concat()
    });
    agree("ex12", "error_parts", |call| {
        let (truth, m): (DVector<f64>, usize) = (get(call, "truth"), get(call, "m"));
        let p = truth.len() - m;
        let law = law(call, &truth.rows(0, m).into_owned());
        let (noise, sigma) = (noise(call, m), get::<f64>(call, "sigma"));
        let row = |i: usize| {
            let bias = truth[m + i] - law.mean[i];
            [sigma.powi(2), bias.powi(2), noise[i], law.covariance[(i, i)]]
        };
        (0..p).flat_map(row).collect()
    });
}

/// The four parts add up to the expected error: exactly, for three independent signs in place of
/// three Gaussians, over all of whose combinations one can average.
#[test]
fn exercise_12_adds_up_to_the_expected_error() {
    for call in calls("ex12", "error_parts") {
        let (truth, m): (DVector<f64>, usize) = (get(&call, "truth"), get(&call, "m"));
        let (sigma, all): (f64, usize) = (get(&call, "sigma"), truth.len());
        let theta = blocks(&call, "theta", m);
        let spectrum = spectrum(&theta);
        // K = R R, and f₀ = R s with random signs s has the covariance K.
        let eigen = get::<DMatrix<f64>>(&call, "nngp").symmetric_eigen();
        let roots = eigen.eigenvalues.map(|lambda| lambda.max(0.0).sqrt());
        let root = &eigen.eigenvectors * DMatrix::from_diagonal(&roots);
        // Signs of the start, of the training labels, and of the fresh label.
        let count = all + m + 1;
        let sign = |bits: usize, i: usize| if bits >> i & 1 == 1 { 1.0 } else { -1.0 };
        let mut sums = vec![0.0_f64; all - m];
        for bits in 0..1_usize << count {
            let f0 = &root * DVector::from_fn(all, |i, _| sign(bits, i));
            let y = DVector::from_fn(m, |i, _| truth[i] + sigma * sign(bits, all + i));
            let learner = Learner::new(&spectrum, &f0.rows(0, m).into_owned(), &y);
            let test = TestPoints::new(&spectrum, &theta.cross, &f0.rows(m, all - m).into_owned());
            let (learner, test) = (learner.expect("shapes fit"), test.expect("shapes fit"));
            let f = learner.at_test(&test, training(&call)).expect("a prediction");
            for i in 0..all - m {
                sums[i] += (f[i] - truth[m + i] - sigma * sign(bits, count - 1)).powi(2);
            }
        }
        let parts = numbers(&call.expected);
        for (i, sum) in sums.iter().enumerate() {
            let expected: f64 = parts[4 * i..4 * i + 4].iter().sum();
            let mean = sum / (1_usize << count) as f64;
            assert!((mean / expected - 1.0).abs() < 1e-10, "{}: {mean} {expected}", call.name);
        }
    }
}
