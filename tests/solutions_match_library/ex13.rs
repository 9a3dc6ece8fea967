use nalgebra::{DMatrix, DVector};
use ntk_checker::frozen::FrozenCall;

use super::common::repository;
use super::{agree, calls, get};

/// The rows of the pseudo-inverse, which make coefficients of values, and the coefficients.
fn fitted(columns: &[DVector<f64>], values: &DVector<f64>) -> (DMatrix<f64>, DVector<f64>) {
    let design = DMatrix::from_columns(columns);
    let inverse = design.pseudo_inverse(1e-15).expect("a positive threshold");
    let coefficients = &inverse * values;
    (inverse, coefficients)
}

fn series(call: &FrozenCall) -> [DVector<f64>; 3] {
    ["widths", "values", "errors"].map(|name| get(call, name))
}

/// Singular values and pairs of seeds, where the solution has centred sums.
#[test]
fn exercise_13_is_least_squares_by_other_means() {
    agree("ex13", "rms_over_seeds", |call| {
        let values: DVector<f64> = get(call, "values");
        let (n, q) = (values.len() as f64, values.map(|v| v * v));
        let pairs = q.iter().flat_map(|one| q.iter().map(move |other| (one - other).powi(2)));
        let variance_of_mean = pairs.sum::<f64>() / (2.0 * n * (n - 1.0)) / n;
        let rms = values.norm() / n.sqrt();
        let error = if rms == 0.0 { 0.0 } else { variance_of_mean.sqrt() / (2.0 * rms) };
        vec![rms, error]
    });
    agree("ex13", "fit_exponent", |call| {
        let [widths, values, errors] = series(call);
        let ones = DVector::from_element(widths.len(), 1.0);
        let (rows, line) = fitted(&[ones, widths.map(f64::ln)], &values.map(f64::ln));
        let parts = rows.row(1).transpose().component_mul(&errors.component_div(&values));
        vec![line[1], parts.norm()]
    });
    agree("ex13", "two_powers", |call| {
        let [widths, values, errors] = series(call);
        let power = |p: f64| widths.map(|n| n.powf(p)).component_div(&errors);
        let (rows, powers) = fitted(&[power(-0.5), power(-1.0)], &values.component_div(&errors));
        vec![powers[0], rows.row(0).norm(), powers[1], rows.row(1).norm()]
    });
    agree("ex13", "decide", |call| {
        let (exponent, error): (f64, f64) = (get(call, "exponent"), get(call, "error"));
        let mut candidates = get::<DVector<f64>>(call, "candidates").as_slice().to_vec();
        candidates.sort_by(|a, b| (a - exponent).abs().total_cmp(&(b - exponent).abs()));
        let allowed = |c: &&f64| f64::max(exponent - **c, **c - exponent) <= 4.0 * error;
        let second = candidates.get(1).filter(allowed);
        candidates
            .first()
            .filter(allowed)
            .filter(|_| second.is_none())
            .copied()
            .into_iter()
            .collect()
    });
}

/// Cases that say they are the lab's have the lab's numbers, to the five digits that they give.
#[test]
fn exercise_13_quotes_the_lab() {
    // The words of a case's name, and what the lab calls it.
    const QUOTED: [(&str, &str, &str, &str); 4] = [
        ("how far ReLU kernels are from their limit", "E08", "relu", "distance"),
        ("how far the kernels of tanh networks drift", "E09", "tanh", "drift"),
        ("how far trained erf networks are from the infinite one", "E09", "erf", "from_limit"),
        ("how far trained tanh networks are from the infinite one", "E09", "tanh", "from_limit"),
    ];
    let mut quoted = 0;
    for call in ["fit_exponent", "two_powers"].iter().flat_map(|function| calls("ex13", function)) {
        if !call.name.starts_with("lab ") {
            continue;
        }
        let (_, experiment, variant, key) = QUOTED
            .into_iter()
            .find(|(words, ..)| call.name.contains(words))
            .expect("a known quote");
        let [widths, values, _] = series(&call);
        for (width, value) in widths.iter().zip(&values) {
            let seeds = lab(experiment, variant, key, *width);
            let rms = (seeds.iter().map(|v| v * v).sum::<f64>() / seeds.len() as f64).sqrt();
            assert!(
                (value / rms - 1.0).abs() < 1e-4,
                "{}, width {width}: the lab has {rms} now, exercise.toml {value}",
                call.name
            );
        }
        quoted += 1;
    }
    assert_eq!(quoted, 6);
    for call in calls("ex13", "rms_over_seeds").iter().filter(|call| call.name.starts_with("lab "))
    {
        let seeds = match &call.name[..8] {
            "lab E08:" => lab("E08", "relu", "distance", 1024.0),
            _ => lab("E09", "tanh", "drift", 1024.0),
        };
        for (value, seed) in get::<DVector<f64>>(call, "values").iter().zip(seeds) {
            assert!((value / seed - 1.0).abs() < 1e-4, "{}: {seed} now", call.name);
        }
    }
}

/// What the lab measured at one width, seed by seed.
fn lab(experiment: &str, variant: &str, key: &str, width: f64) -> Vec<f64> {
    let path = repository().join(format!("book/data/lab/{experiment}.json"));
    let text = std::fs::read_to_string(path).expect("the lab's results are in the repository");
    let results: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let points = results["points"].as_array().expect("points");
    let here =
        points.iter().filter(|p| p["variant"] == variant && p["width"].as_f64() == Some(width));
    here.map(|point| point["values"][key].as_f64().expect("a number")).collect()
}
