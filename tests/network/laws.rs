//! The real network: its gradient against two independent ones, its tangent kernel against JJᵀ, and
//! what training, scaling, doubling, freezing and decay must do whatever is drawn.

use nalgebra::{DMatrix, DVector};
use ntk_network::{
    Activation, Decay, Descent, Design, Linearised, Loss, Network, NetworkError, Scaling, Settings,
    Trained, normals,
};

const SMOOTH: [Activation; 3] = [Activation::Erf, Activation::Tanh, Activation::Linear];

fn points(samples: usize, dimension: usize) -> DMatrix<f64> {
    normals(samples, dimension, 0.6, 99, 0)
}

fn targets(samples: usize, outputs: usize) -> DMatrix<f64> {
    normals(samples, outputs, 1.0, 98, 0)
}

/// Everything switched on: biases, gain, output scale, doubling, three outputs.
fn full(activation: Activation, scaling: Scaling) -> Design {
    Design {
        outputs: 3,
        gain: 1.3,
        bias: 0.4,
        scaling,
        output_scale: 0.7,
        doubled: true,
        ..Design::new(4, 2, 7, activation)
    }
}

fn drawn(design: Design) -> Network<f64> {
    Network::draw(design, 5).unwrap()
}

/// Moves every parameter a little and not alike, so that a doubled network's halves differ.
fn shaken(network: &Network<f64>) -> Network<f64> {
    let theta = network.parameters();
    let noise: DMatrix<f64> = normals(theta.len(), 1, 0.3, 4, 0);
    let moved: Vec<f64> = theta.iter().zip(&noise).map(|(a, b)| a + b).collect();
    network.with_parameters(&moved).unwrap()
}

fn flat(outputs: &DMatrix<f64>) -> DVector<f64> {
    DVector::from_column_slice(outputs.as_slice())
}

#[test]
fn the_jacobian_is_the_difference_quotient() {
    let xs = points(5, 4);
    for activation in SMOOTH.into_iter().chain([Activation::Relu]) {
        for scaling in [Scaling::Ntk, Scaling::Standard, Scaling::MeanField] {
            let network = shaken(&drawn(full(activation, scaling)));
            let theta = network.parameters();
            let jacobian = network.jacobian(&xs).unwrap();
            for p in (0..theta.len()).step_by(11) {
                let at = |shift: f64| {
                    let mut moved = theta.clone();
                    moved[p] += shift;
                    flat(&network.with_parameters(&moved).unwrap().outputs(&xs).unwrap())
                };
                let quotient = (at(1e-5) - at(-1e-5)) / 2e-5;
                let error = (quotient - jacobian.column(p)).amax();
                assert!(error < 1e-8, "{activation:?}, {scaling:?}, parameter {p}: {error:e}");
            }
        }
    }
}

/// a + bε with ε² = 0: a gradient that knows nothing of layers, matrices or reverse mode.
#[derive(Clone, Copy)]
struct Dual(f64, f64);

impl std::ops::Add for Dual {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0, self.1 + other.1)
    }
}

impl std::ops::Mul for Dual {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0, self.0 * other.1 + self.1 * other.0)
    }
}

/// f(x) of a network of two hidden tanh layers with n units, written out from its definition.
fn two_hidden_layers(theta: &[Dual], x: &[f64], n: usize, gain: f64, bias: f64) -> Dual {
    let constant = |value: f64| Dual(value, 0.0);
    let tanh = |z: Dual| Dual(z.0.tanh(), z.1 * (1.0 - z.0.tanh().powi(2)));
    let mut entering: Vec<Dual> = x.iter().map(|&value| constant(value)).collect();
    let mut rest = theta;
    for (layer, rows) in [n, n, 1].into_iter().enumerate() {
        let columns = entering.len();
        let (weights, after) = rest.split_at(rows * columns);
        let (biases, after) = after.split_at(rows);
        rest = after;
        let factor = if layer == 0 { 1.0 } else { gain / (n as f64).sqrt() };
        let h: Vec<Dual> = (0..rows)
            .map(|i| {
                let start = constant(bias) * biases[i];
                (0..columns).fold(start, |sum, j| {
                    sum + constant(factor) * weights[j * rows + i] * entering[j]
                })
            })
            .collect();
        entering = if layer < 2 { h.into_iter().map(tanh).collect() } else { h };
    }
    entering[0]
}

#[test]
fn the_gradient_is_that_of_dual_numbers() {
    let (n, gain, bias) = (6, 1.4, 0.3);
    let design = Design { gain, bias, ..Design::new(3, 2, n, Activation::Tanh) };
    let network = drawn(design);
    let (xs, theta) = (points(2, 3), network.parameters());
    let jacobian = network.jacobian(&xs).unwrap();
    for sample in 0..2 {
        let x: Vec<f64> = xs.row(sample).iter().copied().collect();
        for p in 0..theta.len() {
            let seeded: Vec<Dual> =
                theta.iter().enumerate().map(|(q, &v)| Dual(v, f64::from(p == q))).collect();
            let f = two_hidden_layers(&seeded, &x, n, gain, bias);
            assert!((f.1 - jacobian[(sample, p)]).abs() < 1e-14, "∂f/∂θ{p}");
            assert!((f.0 - network.outputs(&xs).unwrap()[sample]).abs() < 1e-14);
        }
    }
}

#[test]
fn the_tangent_kernel_is_the_jacobian_times_its_transpose() {
    for activation in SMOOTH.into_iter().chain([Activation::Relu]) {
        for scaling in [Scaling::Ntk, Scaling::Standard, Scaling::MeanField] {
            for samples in [1, 3, 9] {
                let xs = points(samples, 4);
                let network = shaken(&drawn(full(activation, scaling)));
                let tangents = network.tangents(&xs).unwrap();
                let j = network.jacobian(&xs).unwrap();
                let explicit = &j * j.transpose();
                let error = (tangents.ntk() - &explicit).amax() / explicit.amax();
                assert!(error < 1e-12, "{activation:?}, {scaling:?}: {error:e}");
                let layers: DMatrix<f64> =
                    tangents.layers().iter().fold(explicit * 0.0, |sum, layer| sum + layer);
                assert!((layers - tangents.ntk()).amax() < 1e-12);
            }
        }
    }
}

#[test]
fn each_layer_contributes_the_block_of_its_own_parameters() {
    let xs = points(3, 4);
    let all = drawn(Design::new(4, 2, 8, Activation::Erf));
    let blocks = all.tangents(&xs).unwrap().layers();
    for (layer, block) in blocks.iter().enumerate() {
        let trained = Trained::Only(vec![layer]);
        let alone = drawn(Design { trained, ..Design::new(4, 2, 8, Activation::Erf) });
        let j = alone.jacobian(&xs).unwrap();
        assert!((&j * j.transpose() - block).amax() < 1e-12, "layer {layer}");
        assert!((alone.tangents(&xs).unwrap().ntk() - block).amax() < 1e-15);
    }
}

/// θ ← θ − η(Jᵀr + decay) by explicit matrices, for every loss and decay.
#[test]
fn a_step_is_minus_the_rate_times_the_gradient() {
    let xs = points(5, 4);
    let probabilities = DMatrix::from_row_slice(5, 3, &[0.5, 0.25, 0.25].repeat(5));
    for (loss, y) in [(Loss::Squared, targets(5, 3)), (Loss::CrossEntropy, probabilities)] {
        for decay in [Decay::None, Decay::ToZero(0.2), Decay::ToInit(0.2)] {
            let mut network = shaken(&drawn(full(Activation::Tanh, Scaling::Ntk)));
            let start = DVector::from_vec(network.parameters());
            let settings = Settings { learning_rate: 0.05, loss, decay };
            let mut expected = start.clone();
            for _ in 0..3 {
                let at = network.with_parameters(expected.as_slice()).unwrap();
                let f = at.outputs(&xs).unwrap();
                let r = match loss {
                    Loss::Squared => &f - &y,
                    Loss::CrossEntropy => ntk::dynamics::probabilities(&f) - &y,
                };
                let pull = match decay {
                    Decay::None => &expected * 0.0,
                    Decay::ToZero(lambda) => &expected * lambda,
                    Decay::ToInit(lambda) => (&expected - &start) * lambda,
                };
                expected -= (at.jacobian(&xs).unwrap().transpose() * flat(&r) + pull) * 0.05;
            }
            Descent::new(&mut network, &xs, &y, settings).unwrap().run(3).unwrap();
            let error = (DVector::from_vec(network.parameters()) - expected).amax();
            assert!(error < 1e-12, "{loss:?}, {decay:?}: {error:e}");
        }
    }
}

/// One output: the logistic loss, whose gradient must be that of the loss it reports.
#[test]
fn the_residual_is_the_derivative_of_the_loss() {
    let (xs, y) = (points(4, 4), DMatrix::from_column_slice(4, 1, &[1.0, 0.0, 0.3, 1.0]));
    let settings = Settings { loss: Loss::CrossEntropy, ..Settings::new(0.0) };
    let mut network = drawn(Design::new(4, 1, 20, Activation::Erf));
    let loss_at = |scale: f64| {
        let theta: Vec<f64> = network.parameters().iter().map(|p| p * scale).collect();
        let mut moved = network.with_parameters(&theta).unwrap();
        Descent::new(&mut moved, &xs, &y, settings).unwrap().loss()
    };
    let quotient = (loss_at(1.0 + 1e-6) - loss_at(1.0 - 1e-6)) / 2e-6;
    let theta = DVector::from_vec(network.parameters());
    let jacobian = network.jacobian(&xs).unwrap();
    let r = Descent::new(&mut network, &xs, &y, settings).unwrap().residuals();
    assert!((flat(&r).dot(&(jacobian * theta)) - quotient).abs() < 1e-8);
}

#[test]
fn the_linearisation_is_descent_on_explicit_parameters() {
    let (xs, test) = (points(4, 4), points(9, 4));
    for decay in [Decay::None, Decay::ToZero(0.3), Decay::ToInit(0.3)] {
        let network = drawn(Design { bias: 0.2, ..Design::new(4, 2, 9, Activation::Erf) });
        let settings = Settings { decay, ..Settings::new(0.1) };
        let y = targets(4, 1);
        let theta0 = DVector::from_vec(network.parameters());
        let (j, f0) = (network.jacobian(&xs).unwrap(), flat(&network.outputs(&xs).unwrap()));
        let mut theta = theta0.clone();
        for _ in 0..20 {
            let r = &f0 + &j * (&theta - &theta0) - flat(&y);
            let pull = match decay {
                Decay::None => &theta * 0.0,
                Decay::ToZero(lambda) => &theta * lambda,
                Decay::ToInit(lambda) => (&theta - &theta0) * lambda,
            };
            theta -= (j.transpose() * r + pull) * 0.1;
        }
        let mut linear = Linearised::of(&network, &xs, &y, settings).unwrap();
        linear.run(20);
        let expected = flat(&network.outputs(&test).unwrap())
            + network.jacobian(&test).unwrap() * (&theta - &theta0);
        let error = (flat(&linear.outputs_at(&test).unwrap()) - expected).amax();
        assert!(error < 1e-12, "{decay:?}: {error:e}");
        if decay == Decay::None {
            assert!((linear.movement() - (theta - theta0).norm()).abs() < 1e-12);
        }
    }
}

#[test]
fn frozen_layers_keep_every_bit() {
    let trained = Trained::Only(vec![2]);
    let mut network = drawn(Design { trained, ..Design::new(4, 3, 12, Activation::Relu) });
    let before = network.clone();
    let (xs, y) = (points(5, 4), targets(5, 1));
    Descent::new(&mut network, &xs, &y, Settings::new(0.1)).unwrap().run(5).unwrap();
    let moved = network.movement(&before);
    assert_eq!([moved[0], moved[1], moved[3]], [0.0; 3]);
    assert!(moved[2] > 0.0);
}

#[test]
fn a_doubled_network_starts_at_zero_with_the_kernel_of_one_half() {
    let xs = points(6, 4);
    let plain = Design::new(4, 2, 30, Activation::Relu);
    let doubled = drawn(Design { doubled: true, ..plain.clone() });
    assert_eq!(doubled.outputs(&xs).unwrap(), DMatrix::zeros(6, 1));
    let difference =
        doubled.tangents(&xs).unwrap().ntk() - drawn(plain).tangents(&xs).unwrap().ntk();
    assert!(difference.amax() < 1e-14);
}

/// NTK and standard scaling draw the same function; its kernel grows with n under the one only.
#[test]
fn scalings_agree_at_initialisation_and_part_in_training() {
    let xs = points(6, 4);
    let with = |scaling, width| {
        drawn(Design { scaling, gain: 1.2, ..Design::new(4, 1, width, Activation::Erf) })
    };
    let outputs = |scaling| with(scaling, 300).outputs(&xs).unwrap();
    let (ntk, mean_field) = (outputs(Scaling::Ntk), outputs(Scaling::MeanField));
    assert!((&ntk - outputs(Scaling::Standard)).amax() < 1e-12);
    assert!((&ntk - mean_field * 300f64.sqrt()).amax() < 1e-12);
    let readout = |scaling, width| with(scaling, width).tangents(&xs).unwrap().layers()[1].trace();
    for (scaling, power) in
        [(Scaling::Ntk, 0.0), (Scaling::Standard, 1.0), (Scaling::MeanField, -1.0)]
    {
        // Θ̂'s readout part is an average over n neurons times n^power: 4 % noise at these widths.
        let grown = readout(scaling, 4000) / readout(scaling, 250);
        assert!((grown / 16f64.powf(power) - 1.0).abs() < 0.2, "{scaling:?}: {grown}");
    }
}

/// To first order in η every residual falls by the same share, whatever the kernel.
#[test]
fn the_natural_gradient_shrinks_all_residuals_alike() {
    let (xs, y) = (points(4, 4), targets(4, 1));
    let mut network = drawn(Design::new(4, 1, 400, Activation::Tanh));
    let mut descent = Descent::new(&mut network, &xs, &y, Settings::new(1e-4)).unwrap();
    let before = descent.residuals();
    descent.natural_step(&xs, 0.0).unwrap();
    let error = (descent.residuals() - &before * (1.0 - 1e-4)).amax();
    assert!(error < 1e-6 * before.amax(), "{error:e}");
}

#[test]
fn training_that_explodes_says_when_and_how() {
    let (xs, y) = (points(6, 4), targets(6, 1));
    let mut network = drawn(Design::new(4, 2, 64, Activation::Linear));
    let error = Descent::new(&mut network, &xs, &y, Settings::new(50.0)).unwrap().run(1000);
    match error {
        Err(NetworkError::Exploded { step, loss }) => {
            assert!((1..50).contains(&step));
            assert!(loss.is_nan() || loss > 1e6);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_does_not_fit_is_named() {
    let mut network = drawn(Design::new(4, 1, 5, Activation::Relu));
    let wrong = Descent::new(&mut network, &points(3, 5), &targets(3, 1), Settings::new(0.1));
    assert!(matches!(wrong.err(), Some(NetworkError::Shape { what: "xs", .. })));
    let mut xs = points(3, 4);
    xs[(2, 1)] = f64::NAN;
    assert_eq!(
        network.outputs(&xs).err(),
        Some(NetworkError::NotFinite { what: "xs", row: 2, column: 1 })
    );
    let settings = Settings { loss: Loss::CrossEntropy, ..Settings::new(0.1) };
    let hot = DMatrix::from_element(3, 1, 2.0);
    let wrong = Descent::new(&mut network, &points(3, 4), &hot, settings).err();
    assert!(matches!(wrong, Some(NetworkError::Parameter { name: "target", .. })));
    assert!(Network::<f64>::draw(Design::new(4, 1, 0, Activation::Relu), 1).is_err());
}

fn trained<T: ntk_network::Scalar>(seed: u64) -> Vec<f64> {
    let mut network = Network::<T>::draw(Design::new(4, 2, 48, Activation::Erf), seed).unwrap();
    let (xs, y) = (points(6, 4), targets(6, 1));
    Descent::new(&mut network, &xs, &y, Settings::new(0.2)).unwrap().run(30).unwrap();
    network.parameters()
}

#[test]
fn the_same_seed_gives_the_same_bits_in_any_number_of_threads() {
    let alone: Vec<Vec<f64>> = (0..8).map(trained::<f64>).collect();
    let together: Vec<Vec<f64>> = std::thread::scope(|scope| {
        let handles: Vec<_> =
            (0..8).map(|seed| scope.spawn(move || trained::<f64>(seed))).collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).collect()
    });
    assert_eq!(alone, together);
    assert_ne!(alone[0], alone[1]);
}

#[test]
fn single_precision_trains_the_same_network() {
    let (wide, narrow) = (trained::<f64>(3), trained::<f32>(3));
    let worst = wide.iter().zip(&narrow).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    assert!(worst < 1e-4 && worst > 0.0, "{worst:e}");
}
