use nalgebra::RealField;

/// The number type of a network: f64 or f32.
pub trait Scalar: RealField + Copy {
    /// The nearest number of this type.
    fn of(value: f64) -> Self;
    /// The same number as an f64.
    fn wide(self) -> f64;
    /// erf(z).
    fn erf(self) -> Self;
}

impl Scalar for f64 {
    fn of(value: f64) -> Self {
        value
    }

    fn wide(self) -> f64 {
        self
    }

    fn erf(self) -> Self {
        libm::erf(self)
    }
}

impl Scalar for f32 {
    fn of(value: f64) -> Self {
        value as f32
    }

    fn wide(self) -> f64 {
        f64::from(self)
    }

    fn erf(self) -> Self {
        libm::erff(self)
    }
}
