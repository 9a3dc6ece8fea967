//! Laws that hold for every network and all points: drawn, and shrunk to the simplest case where one fails.

use nalgebra::DMatrix;
use ntk::kernel::{Activation, ActivationName, Architecture, Relu};
use proptest::prelude::*;
use proptest::strategy::Just;

type Network = Architecture<Box<dyn Activation>>;

/// Any closed form, depth to 10, gains to 3, biases over six decades.
fn network() -> impl Strategy<Value = (String, f64, f64, usize)> {
    let activation = prop_oneof![
        Just("relu".to_string()),
        Just("abs".to_string()),
        Just("linear".to_string()),
        Just("erf".to_string()),
        (-2.0..2.0).prop_map(|slope: f64| format!("leaky-relu:{slope}")),
    ];
    let bias = prop_oneof![Just(0.0), decades(-3.0, 3.0)];
    (activation, decades(-1.0, 0.5), bias, 0..=10_usize)
}

fn built((name, gain, bias, depth): &(String, f64, f64, usize)) -> Network {
    let activation = name.parse::<ActivationName>().expect("it is one").activation();
    Architecture::new(*depth, activation).with_gain(*gain).with_bias(*bias)
}

fn decades(from: f64, to: f64) -> impl Strategy<Value = f64> {
    (from..to).prop_map(|exponent| 10f64.powf(exponent))
}

/// Up to five points of up to four dimensions, of lengths over six decades; some nearly parallel.
fn points() -> impl Strategy<Value = DMatrix<f64>> {
    (2..=5_usize, 1..=4_usize).prop_flat_map(|(rows, columns)| {
        let entries = prop::collection::vec(-1.0..1.0, rows * columns);
        let lengths = prop::collection::vec(decades(-3.0, 3.0), rows);
        let angle = prop_oneof![Just(1.0), decades(-12.0, 0.0)];
        (entries, lengths, angle).prop_map(move |(entries, lengths, angle)| {
            let shared = |j: usize| if angle < 1.0 { 1.0 + j as f64 } else { 0.0 };
            let entry = |i: usize, j: usize| shared(j) + angle * entries[i * columns + j];
            DMatrix::from_fn(rows, columns, |i, j| lengths[i] * entry(i, j))
        })
    })
}

fn row(xs: &DMatrix<f64>, i: usize) -> Vec<f64> {
    xs.row(i).iter().copied().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A block computes many pairs at a time; each is what the pair alone gives, to the documented error.
    #[test]
    fn every_entry_of_a_matrix_is_the_kernel_of_its_pair(network in network(), xs in points()) {
        let network = built(&network);
        let (ntk, nngp) = (network.ntk_gram(&xs).unwrap(), network.nngp_gram(&xs).unwrap());
        let cross = network.ntk_cross(&xs, &xs).unwrap();
        for i in 0..xs.nrows() {
            for j in 0..xs.nrows() {
                let (x, y) = (row(&xs, i), row(&xs, j));
                let (theta, k) = (network.ntk(&x, &y).unwrap(), network.nngp(&x, &y).unwrap());
                for (gram, pair) in [(&ntk, theta), (&nngp, k), (&cross, theta)] {
                    let scale = (gram[(i, i)] * gram[(j, j)]).sqrt();
                    let error = (gram[(i, j)] - pair).abs() / pair.abs().max(1e-3 * scale).max(1e-300);
                    prop_assert!(error < 2e-13, "entry ({}, {}): {} for {}, off by {:e}", i, j, gram[(i, j)], pair, error);
                }
            }
        }
    }

    /// Θ = Σ ℓ from 0: a sum from 1 lacks the first layer's term, and fails here.
    #[test]
    fn the_terms_sum_to_the_recursion(network in network(), xs in points()) {
        let network = built(&network);
        let (x, y) = (row(&xs, 0), row(&xs, 1));
        let (terms, ntk) = (network.terms(&x, &y).unwrap(), network.ntk(&x, &y).unwrap());
        prop_assert_eq!(terms.len(), network.depth + 1);
        let size: f64 = terms.iter().map(|term| term.abs()).sum();
        prop_assert!((terms.iter().sum::<f64>() - ntk).abs() <= 1e-14 * size);
        prop_assert_eq!(terms[network.depth], network.nngp(&x, &y).unwrap());
    }

    /// The trace bounds the rounding that may push an eigenvalue of a singular Θ below 0.
    #[test]
    fn matrices_are_symmetric_and_positive_semidefinite(network in network(), xs in points()) {
        let network = built(&network);
        for gram in [network.ntk_gram(&xs).unwrap(), network.nngp_gram(&xs).unwrap()] {
            prop_assert_eq!(&gram, &gram.transpose());
            // With lengths divided out, so that a short point's eigenvalue does not hide in a long one's rounding.
            let roots = gram.diagonal().map(|value| if value > 0.0 { value.sqrt() } else { 1.0 });
            let cosines = gram.map_with_location(|i, j, value| value / roots[i] / roots[j]);
            prop_assert!(cosines.symmetric_eigenvalues().min() > -1e-13);
        }
    }

    #[test]
    fn without_biases_piecewise_linear_kernels_are_homogeneous(
        network in network().prop_filter("piecewise linear", |network| network.0 != "erf"),
        xs in points(),
        scales in (decades(-20.0, 20.0), decades(-20.0, 20.0)),
    ) {
        let network = built(&network).with_bias(0.0);
        let times = |x: &[f64], scale: f64| x.iter().map(|value| scale * value).collect::<Vec<_>>();
        let (x, y) = (row(&xs, 0), row(&xs, 1));
        // A power of two leaves every digit.
        let (s, t) = (scales.0.log2().round().exp2(), scales.1.log2().round().exp2());
        let scaled = network.ntk(&times(&x, s), &times(&y, t)).unwrap();
        let expected = s * t * network.ntk(&x, &y).unwrap();
        prop_assert!((scaled - expected).abs() <= 1e-15 * expected.abs(), "{} for {}", scaled, expected);
    }

    /// Strictly, even between angles that no cosine tells apart.
    #[test]
    fn kernels_fall_as_the_angle_grows(
        name in prop_oneof![Just("relu"), Just("erf"), Just("linear")],
        depth in 0..=10_usize,
        exponent in -7.0..-0.2,
        growth in 1.01..2.0,
    ) {
        let network = Architecture::new(depth, name.parse::<ActivationName>().unwrap().activation());
        let angle = f64::powf(10.0, exponent);
        let layer = |angle: f64| network.layers(&[1.0, 0.0], &[angle.cos(), angle.sin()]).unwrap();
        for (near, far) in layer(angle).iter().zip(layer(angle * growth)) {
            prop_assert!(near.nngp.theta() < far.nngp.theta());
            prop_assert!(near.nngp.value() >= far.nngp.value());
        }
    }

    /// C07: (Θ(u) − Θ(−u))/2 = u/2 for two layers, whence the blindness to odd harmonics from 3 on. Not of
    /// the NNGP kernel, and of no deeper network.
    #[test]
    fn the_odd_part_of_two_layer_relu_is_half_the_cosine(angle in 0.0..std::f64::consts::PI) {
        let (cos, sin) = (angle.cos(), angle.sin());
        let relu = Architecture::new(1, Relu);
        let ahead = relu.ntk(&[1.0, 0.0], &[cos, sin]).unwrap();
        let behind = relu.ntk(&[1.0, 0.0], &[-cos, -sin]).unwrap();
        prop_assert!(((ahead - behind) / 2.0 - cos / 2.0).abs() < 3e-16);
    }
}
