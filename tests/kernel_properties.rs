//! What must hold of every kernel, whatever its value; and its value against Monte Carlo.

use nalgebra::{DMatrix, DVector};
use ntk::kernel::{
    Activation, ActivationName, Architecture, Covariance, Dual, KernelError, Linear, Relu,
};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

#[path = "../solutions/ex06-relu-kernel/solution.rs"]
mod ex06;

const CLOSED: [&str; 5] = ["relu", "leaky-relu:0.2", "abs", "linear", "erf"];
const ALL: [&str; 8] = ["relu", "leaky-relu:-0.5", "abs", "linear", "erf", "tanh", "gelu", "sin"];

fn network(name: &str, depth: usize) -> Architecture<Box<dyn Activation>> {
    Architecture::new(depth, name.parse::<ActivationName>().unwrap().activation())
}

fn normal(rows: usize, columns: usize, seed: u64) -> DMatrix<f64> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    DMatrix::from_fn(rows, columns, |_, _| StandardNormal.sample(&mut rng))
}

fn row(xs: &DMatrix<f64>, i: usize) -> Vec<f64> {
    xs.row(i).iter().copied().collect()
}

#[test]
fn gram_matrices_are_symmetric_and_positive_semidefinite() {
    for (seed, name) in ALL.into_iter().enumerate() {
        let xs = normal(12, 3, seed as u64);
        let biased = network(name, 2).with_gain(1.3).with_bias(0.2);
        for gram in [biased.ntk_gram(&xs).unwrap(), biased.nngp_gram(&xs).unwrap()] {
            assert_eq!(gram, gram.transpose(), "{name}");
            let eigenvalues = gram.symmetric_eigen().eigenvalues;
            assert!(eigenvalues.min() > -1e-13 * eigenvalues.max(), "{name}: {eigenvalues}");
        }
    }
}

#[test]
fn the_terms_sum_to_the_ntk_and_the_last_is_the_nngp() {
    let xs = normal(6, 4, 1);
    for name in ALL {
        for depth in [0, 1, 4] {
            let network = network(name, depth).with_gain(1.4).with_bias(0.3);
            let (x, y) = (row(&xs, depth), row(&xs, 5));
            let (terms, ntk) = (network.terms(&x, &y).unwrap(), network.ntk(&x, &y).unwrap());
            assert_eq!(terms.len(), depth + 1);
            assert!((terms.iter().sum::<f64>() - ntk).abs() < 1e-13 * ntk.abs().max(1.0), "{name}");
            assert_eq!(terms[depth], network.nngp(&x, &y).unwrap());
        }
    }
}

#[test]
fn kernels_do_not_see_rotations() {
    let xs = normal(2, 6, 3);
    let rotation = normal(6, 6, 4).qr().q();
    let turned = &xs * rotation;
    for name in CLOSED {
        let network = network(name, 3).with_bias(0.4);
        let before = network.ntk(&row(&xs, 0), &row(&xs, 1)).unwrap();
        let after = network.ntk(&row(&turned, 0), &row(&turned, 1)).unwrap();
        assert!((before - after).abs() < 1e-14 * before.abs().max(1.0), "{name}");
    }
}

#[test]
fn kernels_fall_as_the_angle_grows() {
    for (name, opposite) in [("relu", 1.0), ("erf", 1.0), ("linear", 1.0), ("abs", 0.5)] {
        for depth in [1, 2, 10] {
            let network = network(name, depth);
            let at = |share: f64| {
                let angle = share * opposite * std::f64::consts::PI;
                network.nngp(&[1.0, 0.0], &[angle.cos(), angle.sin()]).unwrap()
            };
            let falling =
                (1..=500).all(|k| at(f64::from(k) / 500.0) < at(f64::from(k - 1) / 500.0));
            assert!(falling, "{name} depth {depth}");
        }
    }
}

#[test]
fn known_values_of_the_ledger() {
    let relu = Architecture::new(1, Relu);
    assert_eq!(relu.ntk(&[1.0, 0.0], &[-1.0, 0.0]).unwrap(), 0.0);
    assert!((relu.ntk(&[0.6, 0.8], &[0.6, 0.8]).unwrap() - 1.0).abs() < 1e-15);
    let deep = Architecture::new(8, Relu).ntk(&[2.0], &[2.0]).unwrap();
    assert!((deep - 9.0 / 256.0 * 4.0).abs() < 1e-15);
    // He gain, depth 256 (CLAIMS C53): the ratio to the diagonal nears 1/4 from any angle.
    let he = Architecture::new(256, Relu).with_gain(2f64.sqrt());
    for (angle, expected) in [(std::f64::consts::FRAC_PI_2, 0.2606), (0.3, 0.2822)] {
        let ratio = he.ntk(&[1.0, 0.0], &[f64::cos(angle), f64::sin(angle)]).unwrap() / 257.0;
        assert!((ratio - expected).abs() < 1e-4, "{ratio}");
    }
    let opposite = he.ntk(&[1.0, 0.0], &[-1.0, 0.0]).unwrap() / 257.0;
    assert!((opposite - 0.2596).abs() < 1e-4, "{opposite}");
    let linear = Architecture::new(1000, Linear);
    assert!((linear.ntk(&[1.0], &[0.5]).unwrap() / 500.5 - 1.0).abs() < 1e-12);
}

#[test]
fn duals_are_what_monte_carlo_says() {
    let lambda = Covariance::new(1.3, 0.8, -0.4);
    let draws = 400_000;
    let z = normal(2, draws, 5);
    type Function = fn(f64) -> f64;
    let functions: [(&str, Function, Function); 5] = [
        ("relu", |z| z.max(0.0), |z| f64::from(z > 0.0)),
        ("abs", f64::abs, f64::signum),
        ("tanh", f64::tanh, |z| z.cosh().powi(-2)),
        ("sin", f64::sin, f64::cos),
        (
            "erf",
            |z| libm::erf(z / 2f64.sqrt()),
            |z| (2.0 / std::f64::consts::PI).sqrt() * (-z * z / 2.0).exp(),
        ),
    ];
    for (name, value, slope) in functions {
        let dual = name.parse::<ActivationName>().unwrap().activation().dual(&lambda);
        for (g, expected) in [(value, dual.nngp.value()), (slope, dual.kdot)] {
            let products = z.column_iter().map(|z| {
                let v =
                    lambda.std_y * (lambda.rho * z[0] + (1.0 - lambda.rho.powi(2)).sqrt() * z[1]);
                g(lambda.std_x * z[0]) * g(v)
            });
            let products = DVector::from_iterator(draws, products);
            let standard_error = (products.variance() / draws as f64).sqrt();
            let off = (products.mean() - expected) / standard_error;
            assert!(off.abs() < 4.0, "{name}: {off:.1} standard errors off");
        }
    }
}

#[test]
fn kdot_is_the_derivative_of_the_nngp_at_fixed_norms() {
    // Price's theorem: ∂E[φφ]/∂c = E[φ′φ′].
    for name in ALL {
        let activation = name.parse::<ActivationName>().unwrap().activation();
        let at = |rho: f64| activation.dual(&Covariance::new(1.2, 0.9, rho));
        let h = 1e-5;
        let slope = (at(0.3 + h).nngp.value() - at(0.3 - h).nngp.value()) / (2.0 * h * 1.2 * 0.9);
        assert!((slope - at(0.3).kdot).abs() < 1e-8, "{name}: {slope} for {}", at(0.3).kdot);
    }
}

#[test]
fn no_finite_input_gives_nan() {
    let values = [0.0, -0.0, 5e-324, 1e-300, 1e-150, 1.0, -1.0, 1e10, 1e150, -1e153];
    for name in CLOSED {
        for (gain, bias) in [(1.0, 0.0), (0.0, 0.0), (1e150, 0.0), (1e-150, 1e150), (2.0, 1e-150)] {
            for depth in [0, 1, 2, 400] {
                let network = network(name, depth).with_gain(gain).with_bias(bias);
                for x in values {
                    for y in values {
                        let (x, y) = ([x, 0.5 * x], [y, -y]);
                        let found = [network.ntk(&x, &y), network.nngp(&x, &y)];
                        let what =
                            format!("{name} depth {depth} gain {gain} bias {bias}: {x:?} {y:?}");
                        assert!(found.iter().all(is_number_or_overflow), "{what}: {found:?}");
                    }
                }
                let kept: Vec<f64> =
                    values.into_iter().filter(|v| v.abs() * gain < 1e150).collect();
                let xs = DMatrix::from_fn(kept.len(), 1, |i, _| kept[i]);
                let gram = network.ntk_gram(&xs).unwrap_or_default();
                assert!(!gram.iter().any(|value| value.is_nan()), "{name} {depth} {gain} {bias}");
            }
        }
    }
}

fn is_number_or_overflow(found: &Result<f64, KernelError>) -> bool {
    match found {
        Ok(value) => value.is_finite(),
        Err(error) => matches!(error, KernelError::TooLarge { .. }),
    }
}

#[test]
fn bad_input_is_refused_by_row_and_column() {
    let relu = Architecture::new(1, Relu);
    let mut xs = normal(4, 3, 6);
    xs[(2, 1)] = f64::NAN;
    let Err(KernelError::NotFinite { data: "x", row: 2, column: 1, value }) = relu.ntk_gram(&xs)
    else {
        panic!("not refused")
    };
    assert!(value.is_nan());
    xs[(2, 1)] = 1e200;
    assert_eq!(relu.ntk_gram(&xs), Err(KernelError::TooLarge { data: "x", row: 2 }));
    assert_eq!(
        relu.ntk_cross(&normal(2, 3, 7), &xs),
        Err(KernelError::TooLarge { data: "y", row: 2 })
    );
    assert_eq!(
        relu.ntk_cross(&normal(2, 3, 7), &normal(2, 4, 7)),
        Err(KernelError::Dimension { left: 3, right: 4 })
    );
    assert_eq!(relu.ntk(&[1.0], &[1.0, 2.0]), Err(KernelError::Dimension { left: 1, right: 2 }));
    assert_eq!(relu.ntk(&[], &[]), Err(KernelError::Empty { data: "x" }));
    assert_eq!(relu.nngp_gram(&DMatrix::zeros(0, 3)), Err(KernelError::Empty { data: "x" }));
    assert_eq!(Architecture::new(0, Relu).kdot(&[1.0], &[1.0]), Err(KernelError::NoHiddenLayer));
    assert!(matches!(
        relu.with_gain(f64::NAN).ntk(&[1.0], &[1.0]),
        Err(KernelError::Parameter { name: "gain", .. })
    ));
}

#[test]
fn the_solution_of_exercise_six_agrees() {
    let relu = Architecture::new(1, Relu);
    let xs = normal(9, 4, 8);
    let points: Vec<DVector<f64>> = xs.row_iter().map(|row| row.transpose()).collect();
    for x in &points {
        for y in &points {
            let (a, b) = (x.as_slice(), y.as_slice());
            assert!((ex06::nngp_relu(x, y) - relu.nngp(a, b).unwrap()).abs() < 1e-14);
            assert!((ex06::kdot_relu(x, y) - relu.kdot(a, b).unwrap()).abs() < 1e-15);
            assert!((ex06::ntk_relu(x, y) - relu.ntk(a, b).unwrap()).abs() < 1e-14);
        }
    }
    assert!((ex06::ntk_gram(&xs) - relu.ntk_gram(&xs).unwrap()).amax() < 1e-14);
}

/// As ReLU, but without a kernel for the zero vector, as |z|^½ has none.
struct NoneAtZero;

impl Activation for NoneAtZero {
    fn dual(&self, lambda: &Covariance) -> Dual {
        let kdot = if lambda.std_x == 0.0 { f64::INFINITY } else { Relu.dual(lambda).kdot };
        Dual { kdot, ..Relu.dual(lambda) }
    }
}

/// Points that only fill a register are no points of the data: their kernels refuse nothing.
#[test]
fn only_the_given_points_are_judged() {
    let xs = normal(3, 4, 31);
    let theta = Architecture::new(1, NoneAtZero).ntk_gram(&xs).unwrap();
    assert!((theta - Architecture::new(1, Relu).ntk_gram(&xs).unwrap()).amax() < 1e-13);
    let with_zero = DMatrix::zeros(1, 4);
    assert!(Architecture::new(1, NoneAtZero).ntk_gram(&with_zero).is_err());
}
