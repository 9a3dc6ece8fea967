use nalgebra::{DMatrix, DVector};
use ntk::kernel::{Architecture, Quadrature, Relu};

use super::{agree, get};

type Unary = fn(f64) -> f64;

/// A unit at a time, from the definition: no layer is computed as a whole.
fn unit(weights: &[DMatrix<f64>], x: &DVector<f64>, phi: Unary, gain: f64, index: usize) -> f64 {
    let (layer, below) = weights.split_last().expect("a network has a layer");
    let row = layer.row(index);
    if below.is_empty() {
        return row.iter().zip(x).map(|(w, x)| w * x).sum();
    }
    let read = |j: usize| phi(unit(below, x, phi, gain, j));
    let sum: f64 = row.iter().enumerate().map(|(j, w)| w * read(j)).sum();
    gain * sum / (row.len() as f64).sqrt()
}

#[test]
fn exercise_01_goes_forward_as_the_definition_says() {
    agree("ex01", "forward", |call| {
        let (weights, x): (Vec<DMatrix<f64>>, DVector<f64>) =
            (get(call, "weights"), get(call, "x"));
        vec![unit(&weights, &x, get(call, "phi"), get(call, "gain"), 0)]
    });
}

/// The variances are the diagonal of the library's NNGP kernel, depth by depth.
#[test]
fn exercise_01_has_the_variances_of_the_library() {
    agree("ex01", "variance_by_depth", |call| {
        let (x, phi): (DVector<f64>, Unary) = (get(call, "x"), get(call, "phi"));
        let (gain, depth): (f64, usize) = (get(call, "gain"), get(call, "depth"));
        let diagonal = |depth: usize| {
            // ReLU has a kink, for which the library has a closed form and no quadrature.
            let kernel = if (phi(-1.0), phi(1.0)) == (0.0, 1.0) {
                Architecture::new(depth, Relu).with_gain(gain).nngp(x.as_slice(), x.as_slice())
            } else {
                let activation = Quadrature::new(phi, |_| 1.0);
                Architecture::new(depth, activation)
                    .with_gain(gain)
                    .nngp(x.as_slice(), x.as_slice())
            };
            kernel.expect("finite")
        };
        (0..=depth).map(diagonal).collect()
    });
}

/// Mean and error from all pairs: no deviation from a mean is taken.
#[test]
fn exercise_01_estimates_as_all_pairs_do() {
    agree("ex01", "nngp_monte_carlo", |call| {
        let (x, y): (DVector<f64>, DVector<f64>) = (get(call, "x"), get(call, "y"));
        let (phi, draws): (Unary, DMatrix<f64>) = (get(call, "phi"), get(call, "draws"));
        let guess = |i: usize| {
            phi(draws.row(i).transpose().dot(&x)) * phi(draws.row(i).transpose().dot(&y))
        };
        let (guesses, count): (Vec<f64>, f64) =
            ((0..draws.nrows()).map(guess).collect(), draws.nrows() as f64);
        let squares = pairs(&guesses, |one, other| (one - other).powi(2));
        let error = (squares / (2.0 * count * count * (count - 1.0))).sqrt();
        vec![pairs(&guesses, |one, other| (one + other) / 2.0) / (count * count), error]
    });
}

fn pairs(values: &[f64], term: impl Fn(f64, f64) -> f64) -> f64 {
    values.iter().flat_map(|one| values.iter().map(|other| term(*one, *other))).sum()
}

/// (f − f′) of a random pair has the cumulants of f, doubled: m₂ and m₄ from all pairs.
#[test]
fn exercise_01_has_the_kurtosis_of_all_pairs() {
    agree("ex01", "excess_kurtosis", |call| {
        let outputs: DVector<f64> = get(call, "outputs");
        vec![from_pairs(outputs.as_slice())]
    });
}

fn from_pairs(values: &[f64]) -> f64 {
    let all = (values.len() * values.len()) as f64;
    let second = pairs(values, |one, other| (one - other).powi(2)) / all;
    let fourth = pairs(values, |one, other| (one - other).powi(4)) / all;
    // κ₄ of the difference is 2 κ₄, and κ₂ is 2 κ₂.
    2.0 * (fourth / (second * second) - 3.0)
}

/// Readouts of ±√(3 ± √6), with their Gauss–Hermite weights, have the first seven moments of a
/// normal number: enough for the fourth moment of f, by enumeration.
#[test]
fn exercise_01_averages_over_the_readout() {
    agree("ex01", "kurtosis_given_hidden", |call| {
        let (hidden, phi): (DMatrix<f64>, Unary) = (get(call, "hidden"), get(call, "phi"));
        let (mut second, mut fourth) = (0.0, 0.0);
        for row in hidden.row_iter() {
            // Moments of a sum, one independent term at a time.
            let (mut m2, mut m4) = (0.0, 0.0);
            for activation in row.iter().map(|&h| phi(h)) {
                let (a2, a4) = readout_moments(activation);
                (m2, m4) = (m2 + a2, m4 + 6.0 * m2 * a2 + a4);
            }
            second += m2;
            fourth += m4;
        }
        let count = hidden.nrows() as f64;
        vec![count * fourth / (second * second) - 3.0]
    });
}

/// E[(aφ)²] and E[(aφ)⁴] for a ~ N(0, 1), by four nodes.
fn readout_moments(activation: f64) -> (f64, f64) {
    let nodes = [-1.0, 1.0].map(|sign| (3.0 + sign * 6f64.sqrt()).sqrt());
    let weights = [1.0, -1.0].map(|sign| (3.0 + sign * 6f64.sqrt()) / 6.0);
    let moment = |power| {
        nodes.iter().zip(weights).map(|(a, w)| w * (a * activation).powi(power)).sum::<f64>()
    };
    (moment(2), moment(4))
}
