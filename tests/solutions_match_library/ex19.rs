use std::f64::consts::PI;

use nalgebra::{DMatrix, DVector};
use ntk::kernel::{Architecture, Relu};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::Value;

use super::{agree, get, numbers, two_layer};

/// The gradient of the network at one sample by difference quotients, the first layer's part and the
/// readout's. ReLU is linear on either side of its kink, so a small step makes no error; a step onto
/// the kink is made towards the shut side.
fn gradients(w: &DMatrix<f64>, a: &DVector<f64>, x: &DVector<f64>) -> (DVector<f64>, DVector<f64>) {
    let output = |w: &DMatrix<f64>, a: &DVector<f64>| {
        (w * x).map(|z| z.max(0.0)).dot(a) / (a.len() as f64).sqrt()
    };
    let here = output(w, a);
    let step: f64 = 1.0 / 1024.0;
    let first = DVector::from_fn(w.len(), |k, _| {
        let neuron = k % w.nrows();
        let (at, input) = ((w.row(neuron) * x)[0], x[k / w.nrows()]);
        if at.abs() < 1e-12 || at < 0.0 || input == 0.0 {
            return 0.0;
        }
        let mut moved = w.clone();
        let step = step.min(at / (2.0 * input.abs()));
        moved[k] += step;
        (output(&moved, a) - here) / step
    });
    let readout = DVector::from_fn(a.len(), |k, _| {
        let mut moved = a.clone();
        moved[k] += 1.0;
        output(w, &moved) - here
    });
    (first, readout)
}

type Gradient = (DVector<f64>, DVector<f64>);

fn block(call: &FrozenCall, part: impl Fn(&Gradient) -> &DVector<f64>) -> Vec<f64> {
    let (w, a): (DMatrix<f64>, DVector<f64>) = (get(call, "w"), get(call, "a"));
    let xs: DMatrix<f64> = get(call, "xs");
    let all: Vec<_> = xs.row_iter().map(|x| gradients(&w, &a, &x.transpose())).collect();
    let m = all.len();
    let block = DMatrix::from_fn(m, m, |i, j| part(&all[i]).dot(part(&all[j])));
    numbers(&Value::from(&block))
        .into_iter()
        .map(|v| if v.abs() < 1e-13 { 0.0 } else { v })
        .collect()
}

#[test]
fn exercise_19_has_the_blocks_that_difference_quotients_say() {
    agree("ex19", "readout_block", |call| block(call, |gradient| &gradient.1));
    agree("ex19", "first_layer_block", |call| block(call, |gradient| &gradient.0));
}

/// The least-norm readout itself, by the pseudo-inverse of the features, in place of a kernel.
#[test]
fn exercise_19_is_linear_regression_on_the_features() {
    agree("ex19", "readout_only_prediction", |call| {
        let (w, xs): (DMatrix<f64>, DMatrix<f64>) = (get(call, "w"), get(call, "xs"));
        let (y, star): (DVector<f64>, DVector<f64>) = (get(call, "y"), get(call, "x_star"));
        let features = (xs * w.transpose()).map(|z| z.max(0.0));
        let readout = features.pseudo_inverse(1e-12).expect("a finite matrix") * y;
        vec![(w * star).map(|z| z.max(0.0)).dot(&readout)]
    });
}

/// The library's kernels integrated by Gauss–Legendre on panels that are short against the waves.
#[test]
fn exercise_19_has_the_spectra_of_the_librarys_kernels() {
    let network: Architecture<Relu> = two_layer();
    agree("ex19", "circle_spectra", |call| {
        let k: usize = get(call, "k");
        let at = |angle: f64| [angle.cos(), angle.sin()];
        let integral = |of: &dyn Fn(f64) -> f64| -> f64 {
            let panels = 8 * k.max(4);
            let width = PI / panels as f64;
            // Five points: exact to degree nine, far below the tolerance on so short a panel.
            const NODES: [(f64, f64); 5] = [
                (-0.906_179_845_938_664, 0.236_926_885_056_189_1),
                (-0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
                (0.0, 0.568_888_888_888_888_9),
                (0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
                (0.906_179_845_938_664, 0.236_926_885_056_189_1),
            ];
            let sum: f64 = (0..panels)
                .flat_map(|panel| NODES.map(|(node, weight)| (panel, node, weight)))
                .map(|(panel, node, weight)| {
                    let angle = width * (panel as f64 + (node + 1.0) / 2.0);
                    weight * of(angle) * (k as f64 * angle).cos()
                })
                .sum();
            sum * width / 2.0 / PI
        };
        let nngp = integral(&|angle| network.nngp(&at(0.0), &at(angle)).expect("finite"));
        let ntk = integral(&|angle| network.ntk(&at(0.0), &at(angle)).expect("finite"));
        // What cancels in the integral leaves rounding.
        [nngp, ntk].into_iter().map(|v| if v.abs() < 1e-13 { 0.0 } else { v }).collect()
    });
}
