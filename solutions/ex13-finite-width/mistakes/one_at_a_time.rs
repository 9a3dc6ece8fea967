//! You fitted each power alone, as if the other were not there. Each then takes over what belongs to the
//! other. Fit both at once.
//!
//! Chapter 13, "Two powers at once".

use nalgebra::DVector;

pub fn two_powers(
    widths: &DVector<f64>,
    values: &DVector<f64>,
    errors: &DVector<f64>,
) -> ((f64, f64), (f64, f64)) {
    let alone = |power: f64| {
        let x = widths.map(|n| n.powf(power)).component_div(errors);
        (x.dot(&values.component_div(errors)) / x.norm_squared(), 1.0 / x.norm())
    };
    (alone(-0.5), alone(-1.0))
}
