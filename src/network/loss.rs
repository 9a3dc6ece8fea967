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
                for (mut r, y) in residuals.column_iter_mut().zip(targets.column_iter()) {
                    let largest = r.max();
                    r.apply(|f| *f = (*f - largest).exp());
                    let sum = r.sum();
                    r /= sum;
                    for (p, y) in r.iter_mut().zip(y.iter()) {
                        if *y > T::zero() {
                            loss -= y.wide() * p.wide().max(f64::MIN_POSITIVE).ln();
                        }
                        *p -= *y;
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
