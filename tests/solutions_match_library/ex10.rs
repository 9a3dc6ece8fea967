use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Spectrum, Training, fisher, natural_gradient, tangent_gram, weighted_fisher};
use ntk_checker::frozen::FrozenCall;
use ntk_harness::Value;

use super::{agree, get, numbers};

#[test]
fn exercise_10_is_the_fisher_information_of_the_library() {
    let jacobian = |call: &FrozenCall| get::<DMatrix<f64>>(call, "jacobian");
    // With the exercise's own threshold, where a mode either counts or does not.
    let spectrum = |call: &FrozenCall| {
        let gram = tangent_gram(&jacobian(call)).expect("finite");
        Spectrum::with_tolerance(&gram, 1e-10).expect("a kernel")
    };
    let weighted = |call: &FrozenCall, weights: DVector<f64>| {
        let matrix = weighted_fisher(&jacobian(call), &weights).expect("a weight for each row");
        numbers(&Value::from(&matrix))
    };
    agree("ex10", "fisher", |call| {
        weighted(call, get::<DVector<f64>>(call, "noise").map(|deviation| deviation.powi(-2)))
    });
    agree("ex10", "empirical_fisher", |call| {
        weighted(call, get::<DVector<f64>>(call, "residuals").map(|residual| residual.powi(2)))
    });
    // On the parameters' side, which the exercise avoids.
    agree("ex10", "fisher_spectrum", |call| {
        let mut values =
            fisher(&jacobian(call)).expect("finite").symmetric_eigenvalues().as_slice().to_vec();
        values.sort_by(|a, b| b.total_cmp(a));
        values
    });
    agree("ex10", "natural_step", |call| {
        let residuals: DVector<f64> = get(call, "residuals");
        // The library leaves out only what rounding has made: the exercise's modes of zero go before.
        let spectrum = spectrum(call);
        let moving = spectrum.eigenvectors().columns(0, spectrum.rank());
        let jacobian = moving * moving.tr_mul(&jacobian(call));
        let step = natural_gradient(&jacobian, &residuals, get(call, "damping"));
        numbers(&Value::from(&step.expect("shapes fit")))
    });
    agree("ex10", "natural_rates", |call| {
        let training = Training::NaturalGradient { damping: get(call, "damping"), time: 1.0 };
        let spectrum = spectrum(call);
        let rate = |&lambda: &f64| -training.residual(lambda).ln();
        spectrum.eigenvalues().iter().map(rate).collect()
    });
}
