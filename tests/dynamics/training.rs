//! Training at any time: against matrix exponentials, powers and small steps.

use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{DecayToZero, Learner, Spectrum, TestPoints, Training};
use ntk::kernel::{Architecture, Relu};

use super::{Example, assert_near, at_both, column, example, normal};

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
fn natural_gradient_forgets_the_kernel() {
    let example = example();
    let training = Training::NaturalGradient { damping: 0.0, time: 0.8 };
    let (train, _) = at_both(&example, training);
    let expected = &example.targets + (&example.f0 - &example.targets) * (-0.8f64).exp();
    assert_near(&train, &expected, 1e-13);
}

#[test]
fn a_norm_is_seen_at_any_scale_and_a_zero_kernel_is_singular() {
    let rank_one = Spectrum::of(&DMatrix::from_element(2, 2, 1.0)).unwrap();
    let identity = Spectrum::of(&DMatrix::identity(2, 2)).unwrap();
    for scale in [1e-200, 1.0, 1e160] {
        let norm = |spectrum: &Spectrum, y: [f64; 2]| {
            spectrum.rkhs_norm(&(DVector::from_row_slice(&y) * scale)).unwrap() / scale
        };
        assert_eq!(norm(&rank_one, [1.0, -1.0]), f64::INFINITY);
        assert!((norm(&rank_one, [3.0, 3.0]) - 3.0).abs() < 1e-14);
        assert!((norm(&identity, [1.0, 1.0]) - 2f64.sqrt()).abs() < 1e-15);
    }
    assert!(identity.rkhs_norm(&DVector::from_element(2, f64::MAX)).is_err());
    assert_eq!(identity.rkhs_norm(&DVector::zeros(2)), Ok(0.0));
    let zero = Spectrum::of(&DMatrix::zeros(2, 2)).unwrap();
    assert_eq!(zero.condition_number(), f64::INFINITY);
}
