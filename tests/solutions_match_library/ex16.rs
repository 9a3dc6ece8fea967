use nalgebra::{DMatrix, DVector};
use ntk::kernel::{Architecture, Linear};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::Value;

use super::{agree, get, numbers};

/// The output as a function of all weights, which are named by layer: what difference quotients need.
struct Network {
    layers: Vec<DMatrix<f64>>,
    factor: f64,
}

impl Network {
    fn of(call: &FrozenCall) -> Network {
        let first: DMatrix<f64> = get(call, "first");
        let readout: DVector<f64> = get(call, "readout");
        let gain: f64 = get(call, "gain");
        let factor = gain / (first.nrows() as f64).sqrt();
        let hidden: Vec<DMatrix<f64>> = get(call, "hidden");
        let last = DMatrix::from_row_slice(1, readout.len(), readout.as_slice());
        let layers = [first].into_iter().chain(hidden).chain([last]).collect();
        Network { layers, factor }
    }

    fn output(&self, x: &DVector<f64>) -> f64 {
        let (first, rest) = self.layers.split_first().expect("there are layers");
        rest.iter().fold(first * x, |h, weights| weights * h * self.factor)[0]
    }

    /// ∂f(x)/∂(one layer's weights). The output is linear in each single weight, so the difference of
    /// two outputs is the derivative, whatever the step.
    fn gradient(&mut self, layer: usize, x: &DVector<f64>) -> DVector<f64> {
        let count = self.layers[layer].len();
        DVector::from_fn(count, |k, _| {
            self.layers[layer][k] += 1.0;
            let above = self.output(x);
            self.layers[layer][k] -= 2.0;
            let below = self.output(x);
            self.layers[layer][k] += 1.0;
            (above - below) / 2.0
        })
    }

    fn terms(&mut self, x: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
        DVector::from_fn(self.layers.len(), |layer, _| {
            self.gradient(layer, x).dot(&self.gradient(layer, y))
        })
    }
}

fn axis(dimension: usize, place: usize) -> DVector<f64> {
    DVector::from_fn(dimension, |k, _| if k == place { 1.0 } else { 0.0 })
}

#[test]
fn exercise_16_is_what_difference_quotients_say() {
    agree("ex16", "end_to_end", |call| {
        let network = Network::of(call);
        let d = network.layers[0].ncols();
        (0..d).map(|place| network.output(&axis(d, place))).collect()
    });
    agree("ex16", "layer_terms", |call| {
        let terms = Network::of(call).terms(&get(call, "x"), &get(call, "y"));
        numbers(&Value::from(&terms))
    });
    agree("ex16", "kernel_matrix", |call| {
        let mut network = Network::of(call);
        let d = network.layers[0].ncols();
        let kernel = DMatrix::from_fn(d, d, |i, j| network.terms(&axis(d, i), &axis(d, j)).sum());
        numbers(&Value::from(&kernel))
    });
}

#[test]
fn exercise_16_has_the_limit_of_the_library() {
    agree("ex16", "limit_kernel", |call| {
        let (x, y): (DVector<f64>, DVector<f64>) = (get(call, "x"), get(call, "y"));
        let depth = get::<usize>(call, "layers") - 1;
        let network = Architecture::new(depth, Linear).with_gain(get(call, "gain"));
        vec![network.ntk(x.as_slice(), y.as_slice()).expect("finite")]
    });
}
