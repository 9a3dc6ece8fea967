//! Dynamics against brute force: matrix exponentials, powers, small time steps and random draws, none of
//! which the library uses.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{
    CrossEntropyFlow, DecayToZero, DynamicsError, Learner, Prior, Ridge, Spectrum, TestPoints,
    Training, alignment, ensemble_at_test, ensemble_at_train, fisher, label_noise_variance,
    power_law, probabilities, probability_operator, sphere_spectrum, tangent_gram, weighted_fisher,
    weighted_kernel,
};
use ntk::kernel::{Architecture, Erf, LeakyRelu, Relu};
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

#[test]
fn gradient_flow_is_the_matrix_exponential() {
    let example = example();
    let Example { theta, theta_test_train, f0, f0_test, targets } = &example;
    for time in [0.0, 0.1, 1.0, 7.0] {
        let left = (theta * -time).exp();
        let learnt = DMatrix::identity(8, 8) - &left;
        let (train, test) = at_both(&example, Training::GradientFlow { time });
        assert_near(&train, &(targets + &left * (f0 - targets)), 1e-12);
        let weights = theta.clone().lu().solve(&(learnt * (targets - f0))).unwrap();
        assert_near(&test, &(f0_test + theta_test_train * weights), 1e-11);
    }
}

#[test]
fn gradient_descent_is_its_own_loop() {
    let example = example();
    let Example { theta, theta_test_train, f0, f0_test, targets } = &example;
    let learning_rate = 1.5 / theta.clone().symmetric_eigen().eigenvalues.max();
    let (mut f, mut f_test) = (f0.clone(), f0_test.clone());
    for steps in 0..40 {
        let training = Training::GradientDescent { learning_rate, steps };
        let (train, test) = at_both(&example, training);
        assert_near(&train, &f, 1e-12);
        assert_near(&test, &f_test, 1e-12);
        let residual = &f - targets;
        f_test -= theta_test_train * &residual * learning_rate;
        f -= theta * residual * learning_rate;
    }
}

#[test]
fn descent_converges_below_the_stability_limit_only() {
    let example = example();
    let spectrum = Spectrum::of(&example.theta).unwrap();
    let learner = Learner::new(&spectrum, &example.f0, &example.targets).unwrap();
    let left = |share: f64| {
        let learning_rate = share * spectrum.stability_limit();
        learner.error_norm(Training::GradientDescent { learning_rate, steps: 20_000 }).unwrap()
    };
    assert!(left(0.99) < 1e-12);
    assert!(left(1.01) > 1e12);
}

#[test]
fn flows_compose_and_end_in_the_interpolant_which_is_ridge_at_zero() {
    let example = example();
    let flow = |time| at_both(&example, Training::GradientFlow { time });
    let (halfway, halfway_test) = flow(1.5);
    let resumed = Example { f0: halfway, f0_test: halfway_test, ..self::example() };
    let (train, test) = at_both(&resumed, Training::GradientFlow { time: 2.5 });
    assert_near(&train, &flow(4.0).0, 1e-13);
    assert_near(&test, &flow(4.0).1, 1e-12);

    let (limit, limit_test) = at_both(&example, Training::until_converged());
    assert_near(&limit, &example.targets, 1e-13);
    assert_near(&flow(1e4).1, &limit_test, 1e-11);
    let (_, barely_ridged) = at_both(&example, Training::Ridge { ridge: 1e-11 });
    assert_near(&barely_ridged, &limit_test, 1e-9);
}

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

#[test]
fn a_singular_kernel_learns_what_it_can_see_at_any_time() {
    // {±x} for six x in three dimensions: rank 6 + 3 of 12 (CLAIMS C07).
    let xs = normal(6, 3, 7);
    let both = DMatrix::from_fn(12, 3, |i, j| if i < 6 { xs[(i, j)] } else { -xs[(i - 6, j)] });
    let relu = Architecture::new(1, Relu);
    let theta = relu.ntk_gram(&both).unwrap();
    let spectrum = Spectrum::of(&theta).unwrap();
    assert_eq!(spectrum.rank(), 9);
    assert_eq!(spectrum.condition_number(), f64::INFINITY);
    let targets = column(12, 8);
    let learner = Learner::from_zero(&spectrum, &targets).unwrap();
    let cross = relu.ntk_cross(&normal(4, 3, 9), &both).unwrap();
    let test = TestPoints::from_zero(&spectrum, &cross).unwrap();
    let at = |time| {
        let training = Training::GradientFlow { time };
        (learner.at_train(training).unwrap(), learner.at_test(&test, training).unwrap())
    };
    // At a finite time, against ∫₀ᵗ e^{−Θs} ds by the exponential of a block matrix.
    let mut block = DMatrix::zeros(24, 24);
    block.view_mut((0, 0), (12, 12)).copy_from(&(-&theta));
    block.view_mut((0, 12), (12, 12)).fill_with_identity();
    let integral = (block * 3.0).exp().view((0, 12), (12, 12)).into_owned();
    assert_near(&at(3.0).0, &(&theta * &integral * &targets), 1e-12);
    assert_near(&at(3.0).1, &(&cross * &integral * &targets), 1e-12);
    // Long after, the limit, and not the rounding of null modes times t.
    assert_near(&at(1e15).1, &at(f64::INFINITY).1, 1e-12);
    let unlearnt = (&at(f64::INFINITY).0 - &targets).norm();
    assert!(unlearnt > 0.1 && (theta * (at(f64::INFINITY).0 - targets)).amax() < 1e-12);
}

/// f of ḟ = rhs(t, f) by the classical Runge–Kutta method with many steps.
fn runge_kutta(
    f0: &DVector<f64>,
    time: f64,
    rhs: impl Fn(f64, &DVector<f64>) -> DVector<f64>,
) -> DVector<f64> {
    let steps = 4000;
    let h = time / f64::from(steps);
    let mut f = f0.clone();
    for k in 0..steps {
        let t = f64::from(k) * h;
        let k1 = rhs(t, &f);
        let k2 = rhs(t + h / 2.0, &(&f + &k1 * (h / 2.0)));
        let k3 = rhs(t + h / 2.0, &(&f + &k2 * (h / 2.0)));
        let k4 = rhs(t + h, &(&f + &k3 * h));
        f += (k1 + k2 * 2.0 + k3 * 2.0 + k4) * (h / 6.0);
    }
    f
}

#[test]
fn decay_to_init_follows_its_differential_equation_and_ends_in_ridge_regression() {
    let example = example();
    let Example { theta, f0, targets, .. } = &example;
    let decay = 0.3;
    let (train, _) = at_both(&example, Training::DecayToInit { decay, time: 2.0 });
    let stepped = runge_kutta(f0, 2.0, |_, f| -(theta * (f - targets)) - (f - f0) * decay);
    assert_near(&train, &stepped, 1e-10);
    let end = at_both(&example, Training::DecayToInit { decay, time: f64::INFINITY });
    let ridge = at_both(&example, Training::Ridge { ridge: decay });
    assert_near(&end.1, &ridge.1, 1e-13);
    let solved = (theta + DMatrix::identity(8, 8) * decay).lu().solve(&(targets - f0)).unwrap();
    assert_near(&ridge.1, &(&example.f0_test + &example.theta_test_train * solved), 1e-12);
}

#[test]
fn decay_to_zero_follows_the_homogeneous_law() {
    let example = example();
    let Example { theta, theta_test_train, f0, f0_test, targets } = &example;
    let spectrum = Spectrum::of(theta).unwrap();
    let learner = Learner::new(&spectrum, f0, targets).unwrap();
    let test = TestPoints::new(&spectrum, theta_test_train, f0_test).unwrap();
    for (weight_layers, decay, time) in
        [(2, 0.3, 3.0), (3, 0.2, 2.0), (5, 0.05, 4.0), (2, 0.0, 1.0)]
    {
        let law = DecayToZero { weight_layers, decay, time };
        let h = f64::from(weight_layers);
        // Train and test outputs together, since the latter follow the former.
        let start = DVector::from_iterator(11, f0.iter().chain(f0_test).copied());
        let stepped = runge_kutta(&start, time, |t, f| {
            let residual = f.rows(0, 8) - targets;
            let alive = (-2.0 * (h - 1.0) * decay * t).exp();
            let pull = |theta: &DMatrix<f64>| theta * &residual * -alive;
            let (train, test) = (pull(theta), pull(theta_test_train));
            DVector::from_iterator(11, train.iter().chain(&test).copied()) - f * (h * decay)
        });
        assert_near(&learner.decayed_at_train(law).unwrap(), &stepped.rows(0, 8).into(), 1e-10);
        assert_near(
            &learner.decayed_at_test(&test, law).unwrap(),
            &stepped.rows(8, 3).into(),
            1e-10,
        );
    }
}

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

#[test]
fn natural_gradient_forgets_the_kernel() {
    let example = example();
    let training = Training::NaturalGradient { damping: 0.0, time: 0.8 };
    let (train, _) = at_both(&example, training);
    let expected = &example.targets + (&example.f0 - &example.targets) * (-0.8f64).exp();
    assert_near(&train, &expected, 1e-13);
}

#[test]
fn the_fisher_matrix_shares_the_nonzero_spectrum_of_the_kernel() {
    let jacobian = normal(4, 9, 31);
    let theta = Spectrum::of(&tangent_gram(&jacobian).unwrap()).unwrap();
    let information = Spectrum::of(&fisher(&jacobian).unwrap()).unwrap();
    assert_eq!(information.rank(), 4);
    let gap = theta.eigenvalues() - information.eigenvalues().rows(0, 4);
    assert!(gap.amax() < 1e-12);
}

#[test]
fn the_weighted_kernel_has_the_spectrum_of_gauss_newton_and_the_operator_is_similar_to_it() {
    let jacobian = normal(5, 12, 32);
    let theta = tangent_gram(&jacobian).unwrap();
    let p = DVector::from_vec(vec![0.1, 0.5, 0.9, 0.3, 0.99]);
    let curvature = p.map(|p| p * (1.0 - p));
    let kernel = weighted_kernel(&theta, &p).unwrap();
    let newton = Spectrum::of(&weighted_fisher(&jacobian, &curvature).unwrap()).unwrap();
    let spectrum = Spectrum::of(&kernel).unwrap();
    assert!((spectrum.eigenvalues() - newton.eigenvalues().rows(0, 5)).amax() < 1e-12);
    let operator = probability_operator(&theta, &p).unwrap();
    assert!((operator.trace() - kernel.trace()).abs() < 1e-12);
    assert!((&operator - operator.transpose()).norm() > 0.1 * operator.norm());
}

#[test]
fn cross_entropy_flow_conserves_its_first_integral() {
    // One point, label 1, kernel θ: f + e^f = θt + f₀ + e^{f₀}.
    let theta = DMatrix::from_element(1, 1, 2.5);
    let (f0, label) = (DMatrix::from_element(1, 1, -0.7), DMatrix::from_element(1, 1, 1.0));
    let flow = CrossEntropyFlow::new(&theta, &f0, &label).unwrap();
    for state in flow.at(&[0.0, 0.1, 1.0, 50.0, 1e4]).unwrap() {
        let f = state.train[0];
        let constant = 2.5 * state.time - 0.7 + (-0.7f64).exp();
        assert!((f + f.exp() - constant).abs() < 1e-6 * constant.abs().max(1.0), "{state:?}");
    }
}

#[test]
fn softmax_of_two_classes_is_logistic_in_their_difference() {
    let example = example();
    let labels: Vec<f64> = (0..8).map(|i| f64::from(i % 2)).collect();
    let one = DMatrix::from_column_slice(8, 1, &labels);
    let two = DMatrix::from_fn(8, 2, |i, c| if c == 0 { labels[i] } else { 1.0 - labels[i] });
    let zeros = |columns| DMatrix::zeros(8, columns);
    // The difference of two outputs moves twice as fast.
    let logistic = CrossEntropyFlow::new(&(&example.theta * 2.0), &zeros(1), &one).unwrap();
    let softmax = CrossEntropyFlow::new(&example.theta, &zeros(2), &two).unwrap();
    let (a, b) = (logistic.at(&[3.0]).unwrap(), softmax.at(&[3.0]).unwrap());
    let p = probabilities(&b[0].train);
    let gap = probabilities(&a[0].train).column(0) - p.column(0);
    assert!(gap.amax() < 1e-9, "off by {:.1e}", gap.amax());
}

#[test]
fn soft_labels_are_reached_and_hard_labels_only_approached() {
    let example = example();
    let soft = DMatrix::from_fn(8, 1, |i, _| 0.1 + 0.1 * i as f64);
    let flow = CrossEntropyFlow::new(&example.theta, &DMatrix::zeros(8, 1), &soft).unwrap();
    let end = flow.at(&[2000.0]).unwrap();
    assert!((probabilities(&end[0].train) - soft).amax() < 1e-6);
    let hard = DMatrix::from_fn(8, 1, |i, _| f64::from(u8::from(i % 2 == 0)));
    let flow = CrossEntropyFlow::new(&example.theta, &DMatrix::zeros(8, 1), &hard).unwrap();
    let states = flow.at(&[100.0, 1000.0, 10000.0]).unwrap();
    let margin = |k: usize| states[k].train.amin();
    let steps = [margin(1) - margin(0), margin(2) - margin(1)];
    // Margins grow like ln t: equally in every decade.
    assert!(steps[0] > 1.0 && (steps[1] - 10f64.ln()).abs() < 0.3, "{steps:?}");
}

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
