use nalgebra::{Complex, DMatrix, DVector};
use ntk::dynamics::CrossEntropyFlow;
use ntk_harness::Value;

use super::{agree, get, numbers};

type C = Complex<f64>;
const STEP: f64 = 1e-40;

/// Each row's probabilities as exp(f − ln Σ exp f), of complex outputs.
fn softmax(f: &DMatrix<C>) -> DMatrix<C> {
    let total = |row: usize| {
        let largest = f.row(row).iter().map(|f| f.re).fold(f64::NEG_INFINITY, f64::max);
        let sum: C = f.row(row).iter().map(|f| (f - largest).exp()).sum();
        sum.ln() + largest
    };
    DMatrix::from_fn(f.nrows(), f.ncols(), |i, c| (f[(i, c)] - total(i)).exp())
}

/// ḟ by summing what every point's step does to every other, class by class.
fn output_velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, y: &DMatrix<f64>) -> DMatrix<f64> {
    let p = softmax(&f.map(C::from)).map(|p| p.re);
    DMatrix::from_fn(f.nrows(), f.ncols(), |i, c| {
        (0..f.nrows()).map(|j| theta[(i, j)] * (y[(j, c)] - p[(j, c)])).sum()
    })
}

/// ṗ: the imaginary part of the probabilities after an imaginary step along ḟ.
fn velocity(theta: &DMatrix<f64>, f: &DMatrix<f64>, moving: &DMatrix<f64>) -> DMatrix<f64> {
    assert_eq!(theta.nrows(), f.nrows());
    softmax(&f.zip_map(moving, |f, v| C::new(f, STEP * v))).map(|p| p.im / STEP)
}

/// Two classes with the outputs (f, 0): the softmax of the first is the sigmoid of f.
fn with_a_zero(f: &DVector<f64>) -> DMatrix<f64> {
    DMatrix::from_fn(f.len(), 2, |i, c| if c == 0 { f[i] } else { 0.0 })
}

#[test]
fn exercise_21_has_the_velocities_that_complex_steps_say() {
    agree("ex21", "probability_velocity", |call| {
        let (f, y): (DVector<f64>, DVector<f64>) = (get(call, "f"), get(call, "y"));
        let (theta, f) = (get::<DMatrix<f64>>(call, "theta"), with_a_zero(&f));
        let labels = DMatrix::from_fn(y.len(), 2, |i, c| if c == 0 { y[i] } else { 1.0 - y[i] });
        let mut moving = output_velocity(&theta, &f, &labels);
        moving.column_mut(1).fill(0.0);
        velocity(&theta, &f, &moving).column(0).iter().copied().collect()
    });
    agree("ex21", "softmax_velocity", |call| {
        let [theta, f, y] = ["theta", "f", "y"].map(|name| get::<DMatrix<f64>>(call, name));
        let moving = output_velocity(&theta, &f, &y);
        numbers(&Value::from(&velocity(&theta, &f, &moving)))
    });
}

/// The logistic distribution's density is 1/(2 cosh(f/2))², and ln(1 + e^f) = f/2 + ln(2 cosh(f/2)).
#[test]
fn exercise_21_has_the_loss_and_the_weights_of_hyperbolic_functions() {
    let double_cosh = |f: f64| 2.0 * (f / 2.0).cosh();
    agree("ex21", "cross_entropy", |call| {
        let (f, y): (DVector<f64>, DVector<f64>) = (get(call, "f"), get(call, "y"));
        let point = |(f, y): (&f64, &f64)| double_cosh(*f).ln() + f * (0.5 - y);
        vec![f.iter().zip(&y).map(point).sum()]
    });
    agree("ex21", "weighted_kernel", |call| {
        let (theta, f): (DMatrix<f64>, DVector<f64>) = (get(call, "theta"), get(call, "f"));
        let entry = |i: usize, j: usize| theta[(i, j)] / (double_cosh(f[i]) * double_cosh(f[j]));
        numbers(&Value::from(&DMatrix::from_fn(f.len(), f.len(), entry)))
    });
}

/// The nonzero spectrum is that of the Gauss–Newton matrix, JᵀDJ, for some J with JJᵀ = Θ.
#[test]
fn exercise_21_has_the_spectrum_of_gauss_newton() {
    for call in super::calls("ex21", "weighted_kernel") {
        let (theta, f): (DMatrix<f64>, DVector<f64>) = (get(&call, "theta"), get(&call, "f"));
        let eigen = theta.symmetric_eigen();
        let roots = eigen.eigenvalues.map(|value| value.max(0.0).sqrt());
        let jacobian = &eigen.eigenvectors * DMatrix::from_diagonal(&roots);
        let weights = f.map(|f| (2.0 * (f / 2.0).cosh()).powi(-2));
        let gauss_newton = jacobian.transpose() * DMatrix::from_diagonal(&weights) * &jacobian;
        let sorted = |matrix: DMatrix<f64>| {
            let mut values: Vec<f64> = matrix.symmetric_eigenvalues().iter().copied().collect();
            values.sort_by(f64::total_cmp);
            values
        };
        let frozen = DMatrix::from_row_slice(f.len(), f.len(), &numbers(&call.expected));
        for (ours, theirs) in sorted(frozen).iter().zip(sorted(gauss_newton)) {
            approx::assert_abs_diff_eq!(*ours, theirs, epsilon = 1e-13);
        }
    }
}

#[test]
fn exercise_21_ends_where_the_flow_of_the_library_does() {
    for call in super::calls("ex21", "margin") {
        let [theta, f0, t] = ["theta", "f0", "t"].map(|name| get::<f64>(&call, name));
        // The errors of the steps add up: to the longest times only the equation below goes.
        if theta * t <= 1e4 {
            let one = |value: f64| DMatrix::from_element(1, 1, value);
            let flow = CrossEntropyFlow::new(&one(theta), &one(f0), &one(1.0)).expect("one point");
            let end = flow.with_tolerance(1e-13).at(&[t]).expect("a time")[0].train[0];
            let expected = numbers(&call.expected)[0];
            approx::assert_relative_eq!(expected, end, max_relative = 1e-10);
        }
    }
}

/// f + e^f rises by Θt: bisection, and no derivative.
#[test]
fn exercise_21_solves_the_equation_of_the_margin() {
    agree("ex21", "margin", |call| {
        let [theta, f0, t] = ["theta", "f0", "t"].map(|name| get::<f64>(call, name));
        let (mut low, mut high) = (0.0, theta * t);
        for _ in 0..200 {
            let middle = f64::midpoint(low, high);
            let risen = middle + (f0 + middle).exp() - f0.exp();
            if risen < theta * t { low = middle } else { high = middle }
        }
        vec![f0 + low]
    });
}
