use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Spectrum, tangent_gram};
use ntk::kernel::{Architecture, Relu};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::Value;

use super::{agree, calls, get, numbers};

type Unary = fn(f64) -> f64;

/// A number and its derivative along one parameter: forward differentiation, where the exercise goes
/// backward.
#[derive(Clone, Copy)]
struct Dual(f64, f64);

/// f(x) and its derivative by the weight (row, column) of a layer.
fn derivative(call: &FrozenCall, weights: &[DMatrix<f64>], x: &[f64], by: [usize; 3]) -> f64 {
    let (phi, slope): (Unary, Unary) = (get(call, "phi"), get(call, "slope"));
    let gain = if call.arguments.contains_key("gain") { get(call, "gain") } else { 1.0 };
    let mut below: Vec<Dual> = x.iter().map(|&x| Dual(x, 0.0)).collect();
    for (number, layer) in weights.iter().enumerate() {
        let factor = if number == 0 { 1.0 } else { gain / (layer.ncols() as f64).sqrt() };
        let sum = |row: usize| {
            below.iter().enumerate().fold(Dual(0.0, 0.0), |sum, (column, input)| {
                let weight = layer[(row, column)];
                let own = if by == [number, row, column] { input.0 } else { 0.0 };
                Dual(sum.0 + factor * weight * input.0, sum.1 + factor * (weight * input.1 + own))
            })
        };
        let sums: Vec<Dual> = (0..layer.nrows()).map(sum).collect();
        if number + 1 == weights.len() {
            return sums[0].1;
        }
        below = sums.iter().map(|h| Dual(phi(h.0), slope(h.0) * h.1)).collect();
    }
    unreachable!("the last layer returns")
}

/// A row of the Jacobian: layer after layer, row after row.
fn gradient(call: &FrozenCall, weights: &[DMatrix<f64>], x: &[f64]) -> Vec<f64> {
    let mut gradient = Vec::new();
    for (number, layer) in weights.iter().enumerate() {
        for row in 0..layer.nrows() {
            let by = |column| derivative(call, weights, x, [number, row, column]);
            gradient.extend((0..layer.ncols()).map(by));
        }
    }
    gradient
}

fn kernel(call: &FrozenCall, weights: &[DMatrix<f64>]) -> Vec<f64> {
    let xs: DMatrix<f64> = get(call, "xs");
    let rows: Vec<Vec<f64>> = (0..xs.nrows())
        .map(|i| gradient(call, weights, xs.row(i).transpose().as_slice()))
        .collect();
    let jacobian = DMatrix::from_fn(rows.len(), rows[0].len(), |i, p| rows[i][p]);
    numbers(&Value::from(&tangent_gram(&jacobian).expect("finite")))
}

fn two_layers(call: &FrozenCall) -> Vec<DMatrix<f64>> {
    let readout: DVector<f64> = get(call, "readout");
    vec![get(call, "first"), DMatrix::from_row_slice(1, readout.len(), readout.as_slice())]
}

#[test]
fn exercise_02_differentiates_as_dual_numbers_do() {
    agree("ex02", "gradient", |call| {
        let x: DVector<f64> = get(call, "x");
        gradient(call, &two_layers(call), x.as_slice())
    });
    agree("ex02", "empirical_ntk", |call| kernel(call, &two_layers(call)));
    agree("ex02", "ntk_by_layers", |call| kernel(call, &get::<Vec<DMatrix<f64>>>(call, "weights")));
}

#[test]
fn exercise_02_has_the_ranks_of_the_library() {
    ranks("kernel_rank", |call| get(call, "theta"));
    // The kernel that the exercise does not compute.
    ranks("relu_rank", |call| {
        Architecture::new(1, Relu).ntk_gram(&get(call, "xs")).expect("finite points")
    });
}

fn ranks(function: &str, theta: impl Fn(&FrozenCall) -> DMatrix<f64>) {
    for call in calls("ex02", function) {
        let spectrum = Spectrum::with_tolerance(&theta(&call), 1e-10).expect("a kernel");
        let Value::Integer(rank) = call.expected else { panic!("a rank is a whole number") };
        assert_eq!(rank, spectrum.rank() as i64, "{function}, {}", call.name);
    }
}
