use nalgebra::DMatrix;

use super::{NetworkError, Scalar};

/// What is descended, always a sum over samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Loss {
    /// ½ Σ (f − y)².
    Squared,
    /// −Σ y ln p. With one output p = 1/(1 + e^{−f}) and y is the probability of class 1; with several
    /// p = softmax f, and each row of targets must sum to 1.
    CrossEntropy,
}

impl Loss {
    /// The loss of outputs f (C×m); `residuals` becomes ∂/∂f: f − y, or p − y.
    pub(crate) fn evaluate<T: Scalar>(
        self,
        f: &DMatrix<T>,
        targets: &DMatrix<T>,
        residuals: &mut DMatrix<T>,
    ) -> f64 {
        residuals.copy_from(f);
        match self {
            Self::Squared => {
                *residuals -= targets;
                residuals.iter().map(|r| r.wide().powi(2)).sum::<f64>() / 2.0
            }
            Self::CrossEntropy if f.nrows() == 1 => {
                let mut loss = 0.0;
                for (r, y) in residuals.iter_mut().zip(targets) {
                    let (f, y) = (r.wide(), y.wide());
                    // ln(1 + eᶠ) − y f, with the exponential of a negative number.
                    loss += f.max(0.0) + (-f.abs()).exp().ln_1p() - y * f;
                    *r = T::of(1.0 / (1.0 + (-f).exp()) - y);
                }
                loss
            }
            Self::CrossEntropy => {
                let mut loss = 0.0;
                let samples = residuals.column_iter_mut().zip(f.column_iter());
                for ((mut r, f), y) in samples.zip(targets.column_iter()) {
                    let largest = f.max();
                    r.apply(|f| *f = (*f - largest).exp());
                    let sum = r.sum();
                    let log_sum = sum.wide().ln();
                    for ((p, f), y) in r.iter_mut().zip(&f).zip(&y) {
                        // −ln p, of which nothing is lost where p itself is too small for a number.
                        if *y > T::zero() {
                            loss += y.wide() * (log_sum - (f.wide() - largest.wide()));
                        }
                        *p = *p / sum - *y;
                    }
                }
                loss
            }
        }
    }

    /// Are these targets for this loss? m×C.
    pub(crate) fn check(self, targets: &DMatrix<f64>) -> Result<(), NetworkError> {
        if self == Self::Squared {
            return Ok(());
        }
        if let Some(&value) = targets.iter().find(|y| !(0.0..=1.0).contains(*y)) {
            let allowed = "a probability, for cross-entropy";
            return Err(NetworkError::Parameter { name: "target", value, allowed });
        }
        let sums = targets.row_iter().map(|row| row.sum());
        match sums.into_iter().find(|sum| targets.ncols() > 1 && (sum - 1.0).abs() > 1e-9) {
            Some(value) => {
                let allowed = "1: the probabilities of the classes";
                Err(NetworkError::Parameter { name: "sum of a row of targets", value, allowed })
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_given_up_still_has_its_loss() {
        let targets = DMatrix::from_column_slice(2, 1, &[0.0, 1.0]);
        for margin in [1.0_f64, 104.0, 800.0] {
            let f = DMatrix::from_column_slice(2, 1, &[margin, 0.0]);
            let mut residuals = DMatrix::zeros(2, 1);
            let loss = Loss::CrossEntropy.evaluate(&f, &targets, &mut residuals);
            let exact = margin + (-margin).exp().ln_1p();
            assert!((loss / exact - 1.0).abs() < 1e-15, "margin {margin}: {loss}");
            let (f, targets) = (f.map(|f| f as f32), targets.map(|y| y as f32));
            let mut residuals = DMatrix::zeros(2, 1);
            let loss = Loss::CrossEntropy.evaluate(&f, &targets, &mut residuals);
            assert!((loss / exact - 1.0).abs() < 1e-6, "margin {margin} in f32: {loss}");
            assert!((residuals.sum()).abs() < 1e-6);
        }
    }
}
