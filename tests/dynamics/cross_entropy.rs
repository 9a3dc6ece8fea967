//! The flow of cross-entropy.

use nalgebra::DMatrix;
use ntk::dynamics::{CrossEntropyFlow, probabilities};

use super::example;

#[test]
fn cross_entropy_flow_conserves_its_first_integral() {
    // One point, label 1, kernel θ: f + e^f = θt + f₀ + e^{f₀}.
    let theta = DMatrix::from_element(1, 1, 2.5);
    let (f0, label) = (DMatrix::from_element(1, 1, -0.7), DMatrix::from_element(1, 1, 1.0));
    let flow = CrossEntropyFlow::new(&theta, &f0, &label).unwrap();
    for state in flow.at(&[0.0, 0.1, 1.0, 50.0, 1e4]).unwrap() {
        let f = state.train[0];
        let constant = 2.5 * state.time - 0.7 + (-0.7f64).exp();
        assert!((f + f.exp() - constant).abs() < 1e-6 * constant.abs().max(1.0), "{state:?}");
    }
}

/// f depends on Θt alone.
#[test]
fn the_flow_is_as_accurate_in_every_unit_of_theta() {
    let one = DMatrix::from_element(1, 1, 1.0);
    for unit in [1e-300, 1e-7, 1.0, 3.0, 1e8, 1e300] {
        let theta = DMatrix::from_element(1, 1, unit);
        let flow = CrossEntropyFlow::new(&theta, &DMatrix::zeros(1, 1), &one).unwrap();
        for state in flow.at(&[10.0 / unit, 1000.0 / unit]).unwrap() {
            let (f, passed) = (state.train[0], state.time * unit);
            assert!((f + f.exp() - passed - 1.0).abs() < 1e-8 * passed, "{unit:e}: {state:?}");
            assert!((state.dual[0] * unit - f).abs() < 1e-12 * f, "{unit:e}: {state:?}");
        }
    }
    let flow = CrossEntropyFlow::new(&(&one * 1e300), &DMatrix::zeros(1, 1), &one).unwrap();
    assert!(flow.at(&[1e10]).is_err());
}

#[test]
fn softmax_targets_are_probabilities() {
    let refused = |row: &[f64]| {
        let targets = DMatrix::from_row_slice(1, row.len(), row);
        let (theta, f0) = (DMatrix::identity(1, 1), DMatrix::zeros(1, row.len()));
        CrossEntropyFlow::new(&theta, &f0, &targets).is_err()
    };
    assert!(refused(&[1.0, 1.0, 0.0]) && refused(&[0.2, 0.2]) && refused(&[1.5, -0.5]));
    assert!(!refused(&[0.25, 0.75]) && !refused(&[0.3]));
}

#[test]
fn softmax_of_two_classes_is_logistic_in_their_difference() {
    let example = example();
    let labels: Vec<f64> = (0..8).map(|i| f64::from(i % 2)).collect();
    let one = DMatrix::from_column_slice(8, 1, &labels);
    let two = DMatrix::from_fn(8, 2, |i, c| if c == 0 { labels[i] } else { 1.0 - labels[i] });
    let zeros = |columns| DMatrix::zeros(8, columns);
    // The difference of two outputs moves twice as fast.
    let logistic = CrossEntropyFlow::new(&(&example.theta * 2.0), &zeros(1), &one).unwrap();
    let softmax = CrossEntropyFlow::new(&example.theta, &zeros(2), &two).unwrap();
    let (a, b) = (logistic.at(&[3.0]).unwrap(), softmax.at(&[3.0]).unwrap());
    let p = probabilities(&b[0].train);
    let gap = probabilities(&a[0].train).column(0) - p.column(0);
    assert!(gap.amax() < 1e-9, "off by {:.1e}", gap.amax());
}

#[test]
fn soft_labels_are_reached_and_hard_labels_only_approached() {
    let example = example();
    let soft = DMatrix::from_fn(8, 1, |i, _| 0.1 + 0.1 * i as f64);
    let flow = CrossEntropyFlow::new(&example.theta, &DMatrix::zeros(8, 1), &soft).unwrap();
    let end = flow.at(&[2000.0]).unwrap();
    assert!((probabilities(&end[0].train) - soft).amax() < 1e-6);
    let hard = DMatrix::from_fn(8, 1, |i, _| f64::from(u8::from(i % 2 == 0)));
    let flow = CrossEntropyFlow::new(&example.theta, &DMatrix::zeros(8, 1), &hard).unwrap();
    let states = flow.at(&[100.0, 1000.0, 10000.0]).unwrap();
    let margin = |k: usize| states[k].train.amin();
    let steps = [margin(1) - margin(0), margin(2) - margin(1)];
    // Margins grow like ln t: equally in every decade.
    assert!(steps[0] > 1.0 && (steps[1] - 10f64.ln()).abs() < 0.3, "{steps:?}");
}
