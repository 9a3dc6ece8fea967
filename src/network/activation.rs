use std::f64::consts::{FRAC_1_SQRT_2, FRAC_2_PI};

use super::Scalar;

/// The activation φ of every hidden layer, as two functions on numbers.
#[derive(Debug, Clone, Copy)]
pub enum Activation {
    /// max(0, z), with φ′(0) = 0.
    Relu,
    /// erf(z/√2).
    Erf,
    /// tanh z.
    Tanh,
    /// z.
    Linear,
    /// Any φ with its derivative.
    Other { value: fn(f64) -> f64, derivative: fn(f64) -> f64 },
}

impl Activation {
    /// Replaces each pre-activation z by φ(z) and writes φ′(z) beside it.
    pub(crate) fn apply<T: Scalar>(self, values: &mut [T], slopes: &mut [T]) {
        let pairs = values.iter_mut().zip(slopes);
        match self {
            Self::Relu => pairs.for_each(|(z, slope)| {
                let open = *z > T::zero();
                *slope = if open { T::one() } else { T::zero() };
                *z = if open { *z } else { T::zero() };
            }),
            Self::Linear => pairs.for_each(|(_, slope)| *slope = T::one()),
            Self::Tanh => pairs.for_each(|(z, slope)| {
                *z = z.tanh();
                *slope = T::one() - *z * *z;
            }),
            Self::Erf => {
                let (half, height) = (T::of(FRAC_1_SQRT_2), T::of(FRAC_2_PI.sqrt()));
                pairs.for_each(|(z, slope)| {
                    let scaled = *z * half;
                    *slope = height * (-scaled * scaled).exp();
                    *z = scaled.erf();
                });
            }
            Self::Other { value, derivative } => pairs.for_each(|(z, slope)| {
                let wide = z.wide();
                *slope = T::of(derivative(wide));
                *z = T::of(value(wide));
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Activation; 5] = [
        Activation::Relu,
        Activation::Erf,
        Activation::Tanh,
        Activation::Linear,
        Activation::Other { value: f64::sin, derivative: f64::cos },
    ];

    fn at(activation: Activation, z: f64) -> (f64, f64) {
        let (mut value, mut slope) = ([z], [f64::NAN]);
        activation.apply(&mut value, &mut slope);
        (value[0], slope[0])
    }

    #[test]
    fn every_slope_is_the_difference_quotient() {
        for activation in ALL {
            for z in [-2.3, -0.4, 0.3, 1.7] {
                let (up, down) = (at(activation, z + 1e-5).0, at(activation, z - 1e-5).0);
                let slope = at(activation, z).1;
                assert!((slope - (up - down) / 2e-5).abs() < 1e-9, "{activation:?} at {z}");
            }
        }
    }

    #[test]
    fn single_precision_is_double_precision_rounded() {
        for activation in ALL {
            let (mut value, mut slope) = ([0.7f32], [0f32]);
            activation.apply(&mut value, &mut slope);
            let (wide, wide_slope) = at(activation, 0.7);
            assert!((f64::from(value[0]) - wide).abs() < 3e-7, "{activation:?}");
            assert!((f64::from(slope[0]) - wide_slope).abs() < 3e-7, "{activation:?}");
        }
    }
}
