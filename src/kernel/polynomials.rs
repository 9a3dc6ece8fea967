//! The angle and its sine excess as polynomials, for loops that the compiler can vectorise.
//!
//! tests/goldens/polynomials.py makes the coefficients, by interpolation with 60 digits.

/// asin(√z)/√z on [0, ½], lowest power first; relative error 3.3e-17.
pub(crate) const ARCSINE: [f64; 19] = [
    1.0,
    0.16666666666664987,
    0.07500000000401816,
    0.044642856762615,
    0.030381963396751827,
    0.022371584779320355,
    0.017364281439103527,
    0.01380344589589198,
    0.013191002571753903,
    -0.002601537848299688,
    0.07871611357002127,
    -0.2968705430689824,
    1.0082016650534187,
    -2.4908808126226116,
    4.6420689099888435,
    -6.229299875397985,
    5.7579408313146985,
    -3.278933156739812,
    0.8892904367638688,
];

/// The same on [0, ¼], where fewer powers do; relative error 2.6e-17.
pub(crate) const ARCSINE_BELOW_HALF: [f64; 13] = [
    1.0,
    0.16666666666664942,
    0.07500000000385201,
    0.044642856805998936,
    0.03038195969768514,
    0.022371749733164054,
    0.01735977964134998,
    0.01388484282640208,
    0.012170138592391726,
    0.0065293020047365695,
    0.019513468251252167,
    -0.016187392271599134,
    0.03187962140081284,
];

/// (sin t − t cos t)/(π z√z) on [0, ½] with z = sin²(t/2); relative error 7.9e-17.
pub(crate) const EXCESS: [f64; 17] = [
    0.8488263631567752,
    0.08488263631564939,
    0.02728370453541686,
    0.01263134428404986,
    0.00703337844369046,
    0.0043819416760071065,
    0.0029519281427413877,
    0.0020263446200959666,
    0.0020566310752102874,
    -0.001696027926351303,
    0.01295116886172863,
    -0.03626422946039703,
    0.08376094970953472,
    -0.1325222819716472,
    0.14471339063653973,
    -0.09565068859406703,
    0.03057346376752368,
];

/// a·b + c: fused where `FMA` says that the processor can, since emulating it would be slow.
#[inline(always)]
pub(crate) fn multiply_add<const FMA: bool>(a: f64, b: f64, c: f64) -> f64 {
    if FMA { a.mul_add(b, c) } else { a * b + c }
}

/// The polynomial with these coefficients at z.
#[inline(always)]
pub(crate) fn horner<const FMA: bool, const N: usize>(coefficients: &[f64; N], z: f64) -> f64 {
    let mut value = coefficients[N - 1];
    for k in (0..N - 1).rev() {
        value = multiply_add::<FMA>(value, z, coefficients[k]);
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_polynomials_meet_their_functions_to_rounding() {
        for k in 1..=1000 {
            let z = f64::from(k) / 2000.0;
            let t = 2.0 * z.sqrt().asin();
            let arcsine = |value: f64| (value * 2.0 * z.sqrt() / t - 1.0).abs();
            assert!(arcsine(horner::<true, 19>(&ARCSINE, z)) < 5e-16);
            assert!(z > 0.25 || arcsine(horner::<true, 13>(&ARCSINE_BELOW_HALF, z)) < 5e-16);
            let excess = crate::kernel::covariance::sine_excess(t);
            let error = horner::<false, 17>(&EXCESS, z) * z * z.sqrt() / excess - 1.0;
            assert!(error.abs() < 3e-15, "at z = {z}: {error:e}");
        }
    }
}
