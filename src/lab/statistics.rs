//! From numbers over seeds to an estimate and its standard error.

use nalgebra::DMatrix;

/// An estimate with its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    pub value: f64,
    pub se: f64,
}

impl Measured {
    /// The ratio to another, independent estimate, with both errors carried through.
    ///
    /// ```
    /// use ntk_lab::Measured;
    /// let above = Measured { value: 6.0, se: 0.3 };
    /// let m = above.over(Measured { value: 2.0, se: 0.0 });
    /// assert!((m.value - 3.0).abs() < 1e-15 && (m.se - 0.15).abs() < 1e-15);
    /// ```
    pub fn over(self, below: Self) -> Self {
        let value = self.value / below.value;
        let relative = (self.se / self.value).hypot(below.se / below.value);
        Self { value, se: value.abs() * relative }
    }
}

/// The mean over independent networks. Of fewer than two, the error is infinite.
///
/// ```
/// let m = ntk_lab::mean(&[1.0, 2.0, 3.0]);
/// assert_eq!((m.value, m.se), (2.0, (1.0f64 / 3.0).sqrt()));
/// ```
pub fn mean(values: &[f64]) -> Measured {
    let count = values.len() as f64;
    let value = values.iter().sum::<f64>() / count;
    if values.len() < 2 {
        return Measured { value, se: f64::INFINITY };
    }
    let variance = values.iter().map(|v| (v - value).powi(2)).sum::<f64>() / (count - 1.0);
    Measured { value, se: (variance / count).sqrt() }
}

/// √(mean of squares), with the error of the mean carried through the root.
///
/// ```
/// let m = ntk_lab::root_mean_square(&[3.0, 3.0, 3.0]);
/// assert_eq!((m.value, m.se), (3.0, 0.0));
/// ```
pub fn root_mean_square(values: &[f64]) -> Measured {
    let squares: Vec<f64> = values.iter().map(|v| v * v).collect();
    let square = mean(&squares);
    let value = square.value.sqrt();
    Measured { value, se: square.se / (2.0 * value) }
}

/// exp(mean of logarithms): what is typical of positive numbers with a long tail.
///
/// ```
/// let m = ntk_lab::geometric_mean(&[1.0, 4.0, 16.0]);
/// assert!((m.value - 4.0).abs() < 1e-12 && (m.se - 4.0 * 4f64.ln() / 3f64.sqrt()).abs() < 1e-12);
/// ```
pub fn geometric_mean(values: &[f64]) -> Measured {
    let log = mean(&values.iter().map(|v| v.ln()).collect::<Vec<f64>>());
    let value = log.value.exp();
    Measured { value, se: value * log.se }
}

/// The exponent of a power law: the least-squares slope of ln value against ln x, whose error follows
/// from those of the values, which must be independent. Fewer than two points have no slope: NaN.
///
/// ```
/// use ntk_lab::{Measured, slope};
/// let at = |x: f64| (x, Measured { value: 5.0 / x, se: 0.01 / x });
/// let m = slope(&[at(1.0), at(2.0), at(4.0)]);
/// assert!((m.value + 1.0).abs() < 1e-12);
/// assert!((m.se - 0.002 / (2f64.sqrt() * 2f64.ln())).abs() < 1e-12);
/// ```
pub fn slope(points: &[(f64, Measured)]) -> Measured {
    let count = points.len() as f64;
    let centre = points.iter().map(|(x, _)| x.ln()).sum::<f64>() / count;
    let spread: f64 = points.iter().map(|(x, _)| (x.ln() - centre).powi(2)).sum();
    let weight = |x: f64| (x.ln() - centre) / spread;
    let value = points.iter().map(|(x, m)| weight(*x) * m.value.ln()).sum();
    let variance: f64 = points.iter().map(|(x, m)| (weight(*x) * m.se / m.value).powi(2)).sum();
    Measured { value, se: variance.sqrt() }
}

/// How far along the way from one prediction to another a vector stands: 0 at `from`, 1 at `to`. What is
/// across the way does not count.
///
/// ```
/// use nalgebra::DMatrix;
/// let at = |x: f64, y: f64| DMatrix::from_row_slice(2, 1, &[x, y]);
/// assert_eq!(ntk_lab::along(&at(1.0, 5.0), &at(0.0, 0.0), &at(2.0, 0.0)), 0.5);
/// ```
pub fn along(measured: &DMatrix<f64>, from: &DMatrix<f64>, to: &DMatrix<f64>) -> f64 {
    let way = to - from;
    (measured - from).dot(&way) / way.norm_squared()
}
