use nalgebra::{DMatrix, DVector};
use ntk::kernel::{Architecture, Relu};
use ntk_checker::frozen::FrozenCall;

use super::{agree, get};

#[test]
fn exercise_09_has_the_terms_of_the_library() {
    agree("ex09", "relu_terms", |call| terms(call, get(call, "depth")));
    agree("ex09", "ntk_of_trained", |call| {
        let trained: Vec<bool> = get(call, "trained");
        let terms = terms(call, trained.len() - 1);
        vec![terms.iter().zip(trained).filter(|(_, on)| *on).map(|(term, _)| term).sum()]
    });
}

/// Term ℓ is what the recursion loses when Kˡ is taken as 0, whatever the numbers.
#[test]
fn each_term_of_exercise_09_is_what_the_recursion_loses_without_it() {
    agree("ex09", "layer_terms", |call| {
        let (nngp, kdot): (DVector<f64>, DVector<f64>) = (get(call, "nngp"), get(call, "kdot"));
        let recursion = |nngp: &DVector<f64>| {
            (0..kdot.len()).fold(nngp[0], |theta, l| nngp[l + 1] + theta * kdot[l])
        };
        let without = |l: usize| {
            let mut nngp = nngp.clone();
            nngp[l] = 0.0;
            nngp
        };
        (0..nngp.len()).map(|l| recursion(&nngp) - recursion(&without(l))).collect()
    });
}

/// The terms add up to Θ, computed without them.
#[test]
fn the_terms_of_exercise_09_add_up_to_the_kernel_of_exercise_08() {
    let sum_of = |call: &FrozenCall| {
        let (x, y): (DVector<f64>, DVector<f64>) = (get(call, "x"), get(call, "y"));
        let network = Architecture::new(get(call, "depth"), Relu).with_gain(get(call, "gain"));
        (terms(call, network.depth).iter().sum::<f64>(), network.ntk(x.as_slice(), y.as_slice()))
    };
    agree("ex09", "relu_terms", |call| {
        let (sum, theta) = sum_of(call);
        approx::assert_relative_eq!(sum, theta.expect("finite"), max_relative = 1e-13);
        terms(call, get(call, "depth"))
    });
}

/// With its gates held as they are, the network is a product of matrices in each layer's weights:
/// a gradient's entry is the output with all weights of that layer but one set to zero, divided by
/// the weight left. No backward pass occurs.
#[test]
fn exercise_09_finds_the_gradients_of_a_real_network() {
    agree("ex09", "network_terms", |call| {
        let w3: DVector<f64> = get(call, "w3");
        let weights: [DMatrix<f64>; 3] =
            [get(call, "w1"), get(call, "w2"), DMatrix::from_row_slice(1, w3.len(), w3.as_slice())];
        let gradients = |name: &str| {
            let x: DVector<f64> = get(call, name);
            let gates = gates(&weights, &x);
            let of = |layer: usize| {
                let (rows, columns) = weights[layer].shape();
                let places =
                    (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
                let entry = |place| {
                    let mut unit = weights.clone();
                    unit[layer].fill(0.0);
                    unit[layer][place] = 1.0;
                    output(&unit, &gates, &x)
                };
                DVector::from_iterator(rows * columns, places.map(entry))
            };
            [of(0), of(1), of(2)]
        };
        let (at_x, at_y) = (gradients("x"), gradients("y"));
        at_x.iter().zip(&at_y).map(|(x, y)| x.dot(y)).collect()
    });
}

fn terms(call: &FrozenCall, depth: usize) -> Vec<f64> {
    let (x, y): (DVector<f64>, DVector<f64>) = (get(call, "x"), get(call, "y"));
    let network = Architecture::new(depth, Relu).with_gain(get(call, "gain"));
    network.terms(x.as_slice(), y.as_slice()).expect("finite")
}

/// σ′ of the two hidden layers, times 1/√n.
fn gates(weights: &[DMatrix<f64>; 3], x: &DVector<f64>) -> [DVector<f64>; 2] {
    let scale = 1.0 / (weights[2].ncols() as f64).sqrt();
    let gate = |h: &DVector<f64>| h.map(|z| if z > 0.0 { scale } else { 0.0 });
    let first = &weights[0] * x;
    let first_gate = gate(&first);
    let second = &weights[1] * first.component_mul(&first_gate);
    [first_gate, gate(&second)]
}

fn output(weights: &[DMatrix<f64>; 3], gates: &[DVector<f64>; 2], x: &DVector<f64>) -> f64 {
    let first = (&weights[0] * x).component_mul(&gates[0]);
    let second = (&weights[1] * first).component_mul(&gates[1]);
    (&weights[2] * second)[0]
}
