//! Training beyond the common case: cross-entropy, mean-field scaling in deep networks, and how the tangent
//! kernel moves along the way.

use nalgebra::{DMatrix, DVector};
use ntk_network::{
    Activation, Descent, Design, Drift, Loss, Network, Scaling, Settings, Trained, normals,
};

fn points(samples: usize, dimension: usize) -> DMatrix<f64> {
    let mut xs: DMatrix<f64> = normals(samples, dimension, 1.0, 77, 0);
    xs.row_iter_mut().for_each(|mut row| row /= row.norm());
    xs
}

fn drawn(design: Design) -> Network<f64> {
    Network::draw(design, 5).unwrap()
}

/// One class for each sample, in turn.
fn classes(samples: usize, classes: usize) -> DMatrix<f64> {
    DMatrix::from_fn(samples, classes, |i, c| f64::from(i % classes == c))
}

fn loss_at(network: &Network<f64>, theta: &[f64], xs: &DMatrix<f64>, y: &DMatrix<f64>) -> f64 {
    let mut moved = network.with_parameters(theta).unwrap();
    let settings = Settings { loss: Loss::CrossEntropy, ..Settings::new(0.0) };
    Descent::new(&mut moved, xs, y, settings).unwrap().loss()
}

/// A step divided by the rate is the slope of the loss that is reported, in every parameter, for deep
/// networks in every scaling.
#[test]
fn a_cross_entropy_step_follows_the_difference_quotients_of_its_loss() {
    for scaling in [Scaling::Ntk, Scaling::Standard, Scaling::MeanField] {
        for outputs in [1, 3] {
            let design = Design {
                outputs,
                scaling,
                bias: 0.3,
                gain: 1.2,
                ..Design::new(4, 3, 6, Activation::Tanh)
            };
            let (xs, mut network) = (points(5, 4), drawn(design));
            let y = if outputs == 1 { classes(5, 2).columns(0, 1).into() } else { classes(5, 3) };
            let before = network.clone();
            let theta = before.parameters();
            let rate = 1e-3;
            let settings = Settings { loss: Loss::CrossEntropy, ..Settings::new(rate) };
            Descent::new(&mut network, &xs, &y, settings).unwrap().step().unwrap();
            let after = network.parameters();
            for p in (0..theta.len()).step_by(7) {
                let at = |shift: f64| {
                    let mut moved = theta.clone();
                    moved[p] += shift;
                    loss_at(&before, &moved, &xs, &y)
                };
                let slope = (at(1e-5) - at(-1e-5)) / 2e-5;
                let stepped = (theta[p] - after[p]) / rate;
                assert!((slope - stepped).abs() < 1e-8, "{scaling:?}, {outputs}, θ{p}");
            }
        }
    }
}

/// Three classes of points on a sphere: all are learnt, the loss falls at every step, and on the way the
/// outputs go where the kernel of the moment says, ḟ = −Θ̂(p − y).
#[test]
fn cross_entropy_learns_the_classes_along_the_kernel_of_the_moment() {
    let (xs, y) = (points(12, 8), classes(12, 3));
    let design = Design { outputs: 3, ..Design::new(8, 2, 256, Activation::Relu) };
    let mut network = drawn(design);
    let rate = 0.05;
    let settings = Settings { loss: Loss::CrossEntropy, ..Settings::new(rate) };

    let flat = |matrix: &DMatrix<f64>| DVector::from_column_slice(matrix.as_slice());
    let ntk = network.tangents(&xs).unwrap().ntk();
    let mut descent = Descent::new(&mut network, &xs, &y, settings).unwrap();
    let predicted = flat(&descent.outputs()) - ntk * flat(&descent.residuals()) * rate;
    let mut loss = descent.loss();
    descent.step().unwrap();
    let moved = (flat(&descent.outputs()) - &predicted).amax();
    assert!(moved < 0.01, "{moved}: of second order in the rate");

    for _ in 0..2000 {
        let next = descent.step().unwrap();
        assert!(next < loss);
        loss = next;
    }
    assert!(loss < 0.2, "{loss}, of 12 ln 3 at first");
    let f = descent.outputs();
    for (i, row) in f.row_iter().enumerate() {
        assert_eq!(row.transpose().imax(), i % 3, "sample {i}");
    }
}

/// How far training moves the tangent features of a network with three hidden layers at this width.
fn features_moved(scaling: Scaling, width: usize, rate: f64) -> f64 {
    let (xs, y) = (points(6, 4), classes(6, 2).columns(0, 1).into_owned());
    let mut network = drawn(Design { scaling, ..Design::new(4, 3, width, Activation::Tanh) });
    let mut drift = Drift::from(&network, &xs).unwrap();
    let mut descent = Descent::new(&mut network, &xs, &y, Settings::new(rate)).unwrap();
    let steps = descent.run_until(0.1, 4000).unwrap();
    assert!(descent.worst_residual() <= 0.1, "{scaling:?}, n = {width}: not learnt");
    drift.record(steps, descent.network()).unwrap().features
}

/// The mark of μP: with the rate grown like n, features move as much at any width. Under NTK scaling what
/// moves dies out like 1/√n.
#[test]
fn deep_mean_field_networks_learn_features_at_any_width() {
    let (narrow, wide) = (64, 512);
    let mean_field = |n: usize| features_moved(Scaling::MeanField, n, 0.2 * n as f64);
    let ntk = |n: usize| features_moved(Scaling::Ntk, n, 0.2);
    let kept = mean_field(wide) / mean_field(narrow);
    let lost = ntk(wide) / ntk(narrow);
    assert!((0.6..1.7).contains(&kept), "mean-field: {kept}");
    assert!((0.2..0.5).contains(&lost), "NTK: {lost}, where 1/√8 is expected");
}

#[test]
fn a_recorded_drift_is_that_of_explicit_jacobians() {
    let xs = points(4, 3);
    let mut network = drawn(Design { bias: 0.2, ..Design::new(3, 2, 11, Activation::Erf) });
    let mut drift = Drift::from(&network, &xs).unwrap();
    let before = network.jacobian(&xs).unwrap();
    assert_eq!(drift.record(0, &network).unwrap().kernel, 0.0);

    let y = normals(4, 1, 1.0, 1, 0);
    let mut descent = Descent::new(&mut network, &xs, &y, Settings::new(0.1)).unwrap();
    descent.run(25).unwrap();
    let moved = drift.record(descent.steps(), descent.network()).unwrap().clone();
    let after = network.jacobian(&xs).unwrap();

    let gram = |j: &DMatrix<f64>| j * j.transpose();
    let kernel = (gram(&after) - gram(&before)).norm() / gram(&before).norm();
    assert!((moved.kernel - kernel).abs() < 1e-12);
    let features = (&after - &before).norm() / before.norm();
    assert!((moved.features - features).abs() < 1e-7);
    // Columns 0 to 43 are the first layer's: 11 units of 3 weights and a bias.
    let first = |j: &DMatrix<f64>| gram(&j.columns(0, 44).into_owned());
    let layer = (first(&after) - first(&before)).norm() / first(&before).norm();
    assert!((moved.layers[0] - layer).abs() < 1e-12);
    let steps: Vec<usize> = drift.records().iter().map(|moved| moved.step).collect();
    assert_eq!(steps, [0, 25]);
}

/// f linear in its parameters: one layer of weights, or all but the last frozen.
#[test]
fn the_kernel_of_a_linear_model_stands_still() {
    let (xs, y): (_, DMatrix<f64>) = (points(5, 3), normals(5, 1, 1.0, 1, 0));
    let last = Trained::Only(vec![1]);
    for design in [
        Design::new(3, 0, 1, Activation::Linear),
        Design { trained: last, ..Design::new(3, 1, 40, Activation::Relu) },
    ] {
        let mut network = drawn(design);
        let mut drift = Drift::from(&network, &xs).unwrap();
        let mut descent = Descent::new(&mut network, &xs, &y, Settings::new(0.3)).unwrap();
        descent.run(50).unwrap();
        let moved = drift.record(descent.steps(), descent.network()).unwrap();
        assert_eq!((moved.kernel, moved.features), (0.0, 0.0));
        assert!(moved.layers.iter().all(|&layer| layer == 0.0));
    }
}

/// The widest, until every label is right to a tenth; the kernel has moved by 10/√n at most.
#[test]
#[ignore = "half a minute and 300 MB"]
fn the_widest_networks_train() {
    for (depth, width) in [(1, 65536), (3, 4096)] {
        let (xs, y) = (points(8, 10), classes(8, 2).columns(0, 1).into_owned());
        let mut network = drawn(Design::new(10, depth, width, Activation::Erf));
        let mut drift = Drift::from(&network, &xs).unwrap();
        let mut descent = Descent::new(&mut network, &xs, &y, Settings::new(0.5)).unwrap();
        let steps = descent.run_until(0.1, 400).unwrap();
        assert!(descent.worst_residual() <= 0.1, "{depth} layers of {width}");
        let moved = drift.record(steps, descent.network()).unwrap();
        assert!(moved.kernel < 10.0 / (width as f64).sqrt(), "{moved:?}");
        println!("{depth} hidden layers of {width}: {steps} steps, {moved:?}");
    }
}
