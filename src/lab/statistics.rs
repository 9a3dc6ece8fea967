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
        let se = (self.se / below.value).hypot(value * below.se / below.value);
        Self { value, se }
    }

    /// So many times as much, with the error.
    ///
    /// ```
    /// use ntk_lab::Measured;
    /// assert_eq!(Measured { value: 6.0, se: 0.5 }.times(-2.0), Measured { value: -12.0, se: 1.0 });
    /// ```
    pub fn times(self, factor: f64) -> Self {
        Self { value: factor * self.value, se: factor.abs() * self.se }
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

/// Height and slope of the line of least squares through a law a + b/√x, each point weighing by its error;
/// for a drift times √n, its parts ∝ n^{−1/2} and ∝ 1/n. Fewer than two points have none: NaN.
pub(super) fn line(points: &[(f64, Measured)]) -> (Measured, Measured) {
    let dots = || points.iter().map(|(x, m)| (1.0 / x.sqrt(), m.value, 1.0 / m.se.powi(2)));
    let weight: f64 = dots().map(|(_, _, w)| w).sum();
    let centre = dots().map(|(x, _, w)| w * x).sum::<f64>() / weight;
    let mean = dots().map(|(_, y, w)| w * y).sum::<f64>() / weight;
    let spread: f64 = dots().map(|(x, _, w)| w * (x - centre).powi(2)).sum();
    let slope = dots().map(|(x, y, w)| w * (x - centre) * y).sum::<f64>() / spread;
    let se = (1.0 / weight + centre * centre / spread).sqrt();
    (
        Measured { value: mean - slope * centre, se },
        Measured { value: slope, se: 1.0 / spread.sqrt() },
    )
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_two_exact_points_has_their_height_and_slope() {
        let at = |x: f64, se: f64| (x, Measured { value: 3.0 - 2.0 / x.sqrt(), se });
        let (height, slope) = line(&[at(1.0, 0.1), at(4.0, 0.2), at(16.0, 0.1)]);
        assert!((height.value - 3.0).abs() < 1e-12 && (slope.value + 2.0).abs() < 1e-12);
        // Of two points the height is a sum of both: 2 y₄ − y₁.
        let (height, _) = line(&[at(1.0, 0.1), at(4.0, 0.2)]);
        assert!((height.se - 0.17f64.sqrt()).abs() < 1e-12);
    }
}
