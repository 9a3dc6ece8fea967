use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{power_law, sphere_spectrum};
use ntk_checker::frozen::FrozenCall;

use super::{agree, get, two_layer};

#[test]
fn exercise_17_has_the_mean_and_the_power_law_of_the_library() {
    agree("ex17", "sphere_mean", |call| {
        let kernel = |angle: f64| {
            two_layer().ntk(&[1.0, 0.0], &[angle.cos(), angle.sin()]).expect("a finite pair")
        };
        let dimension: usize = get(call, "d");
        vec![sphere_spectrum(dimension, 0, kernel).expect("a dimension")[0].eigenvalue]
    });
    agree("ex17", "decay_exponent", |call| {
        let (from, to): (usize, usize) = (get(call, "from"), get(call, "to"));
        let mut values: Vec<f64> =
            get::<DVector<f64>>(call, "eigenvalues").iter().copied().collect();
        values.sort_by(|one, other| other.total_cmp(one));
        if values[from - 1..to].iter().all(|value| *value > 0.0) && to > from + 1 {
            return vec![-power_law(&values, from, to).expect("a window").0];
        }
        // The library wants three ranks and no gap: the normal equations, solved as a matrix.
        let ranks: Vec<usize> = (from..=to).filter(|rank| values[rank - 1] > 0.0).collect();
        let logs =
            DMatrix::from_fn(
                ranks.len(),
                2,
                |i, j| {
                    if j == 0 { 1.0 } else { (ranks[i] as f64).ln() }
                },
            );
        let y = DVector::from_iterator(ranks.len(), ranks.iter().map(|rank| values[rank - 1].ln()));
        vec![-logs.svd(true, true).solve(&y, 1e-14).expect("a solution")[1]]
    });
}

/// The smaller eigenvalue of a pair by the library's kernel; where that is 1 to the last digit, by
/// the series of 1 − Θ in the angle.
#[test]
fn exercise_17_bounds_by_the_pairs_of_the_library() {
    agree("ex17", "pair_bound", |call| {
        let xs: DMatrix<f64> = get(call, "xs");
        let row = |i: usize| xs.row(i).iter().copied().collect::<Vec<f64>>();
        let pairs = (0..xs.nrows()).flat_map(|i| (0..i).map(move |j| (i, j)));
        let bound = |(i, j): (usize, usize)| {
            let angle = (xs.row(i) - xs.row(j)).norm();
            if angle < 1e-3 + 1e-9 {
                // The chord is 2 sin(θ/2), and 1 − Θ = (θ/2 + …)/π + ….
                let theta = 2.0 * (angle / 2.0).asin();
                let odd = theta - 5.0 / 6.0 * theta.powi(3) + 9.0 / 120.0 * theta.powi(5);
                return odd / std::f64::consts::TAU + theta.powi(2) / 2.0 - theta.powi(4) / 24.0;
            }
            1.0 - two_layer().ntk(&row(i), &row(j)).expect("a finite pair").abs()
        };
        vec![pairs.map(bound).fold(f64::INFINITY, f64::min)]
    });
}

/// The closest pair: the number of pairs within an angle δ is m²/2 times the cap's share, which is
/// in proportion to δ^{d−1}. The angle where that number is one is found by search.
#[test]
fn exercise_17_grows_as_the_closest_pair_falls() {
    let closest = |d: usize, points: f64| {
        let (mut low, mut high): (f64, f64) = (-700.0, 0.0);
        for _ in 0..200 {
            let middle = (low + high) / 2.0;
            let ln_pairs = 2.0 * points.ln() + (d - 1) as f64 * middle;
            if ln_pairs < 0.0 { low = middle } else { high = middle }
        }
        high.exp()
    };
    agree("ex17", "growth", |call: &FrozenCall| {
        let (d, factor, mean): (usize, f64, bool) =
            (get(call, "d"), get(call, "factor"), get(call, "mean_loss"));
        let (few, many) = (1e3, 1e3 * factor);
        // The kernel's two ends, for either number of points; a mean divides both by it.
        let ends = |points: f64| {
            let scale = if mean { points } else { 1.0 };
            (closest(d, points) / scale, points / scale)
        };
        let ((slow, fast), (slower, faster)) = (ends(few), ends(many));
        vec![slow / slower, (faster / slower) / (fast / slow)]
    });
}
