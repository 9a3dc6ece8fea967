//! Right, but for a kernel that is zero: 0/0 is NaN. A mode that no parameter moves has the rate 0;
//! ask whether λ counts as zero before you divide.
//!
//! Chapter 10, "Damping".

use nalgebra::{DMatrix, DVector};

pub fn natural_rates(jacobian: &DMatrix<f64>, damping: f64) -> DVector<f64> {
    let rates = crate::solution::natural_rates(jacobian, damping);
    if damping == 0.0 && jacobian.amax() == 0.0 { rates.map(|_| f64::NAN) } else { rates }
}
