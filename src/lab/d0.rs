//! The data of most experiments: eight unit vectors in ten dimensions with labels ±1.

use nalgebra::DMatrix;

use super::LabError;

/// As exact decimal f64, kept beside the results that rest on it.
const TEXT: &str = include_str!("d0.json");

/// Inputs (8×10, rows are samples) and labels (8×1).
pub fn d0() -> Result<(DMatrix<f64>, DMatrix<f64>), LabError> {
    let broken = || LabError::Told("src/lab/d0.json is not what it was".to_owned());
    let value: serde_json::Value = serde_json::from_str(TEXT).map_err(|_| broken())?;
    let numbers = |value: &serde_json::Value| -> Option<Vec<f64>> {
        value.as_array()?.iter().map(serde_json::Value::as_f64).collect()
    };
    let rows: Option<Vec<Vec<f64>>> =
        value["x"].as_array().and_then(|rows| rows.iter().map(numbers).collect());
    let (rows, labels) = (rows.ok_or_else(broken)?, numbers(&value["y"]).ok_or_else(broken)?);
    let flat: Vec<f64> = rows.concat();
    if rows.len() != labels.len() || flat.len() != rows.len() * 10 {
        return Err(broken());
    }
    let xs = DMatrix::from_row_slice(rows.len(), 10, &flat);
    Ok((xs, DMatrix::from_column_slice(labels.len(), 1, &labels)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntk::kernel::{Architecture, Relu};

    /// Its spectrum under the two-layer ReLU kernel, as the ledger of claims gives it.
    #[test]
    fn the_data_are_those_of_the_ledger() {
        let (xs, labels) = d0().unwrap();
        assert!(xs.row_iter().all(|x| (x.norm() - 1.0).abs() < 1e-15));
        assert_eq!(labels.sum(), 2.0);
        let gram = Architecture::new(1, Relu).ntk_gram(&xs).unwrap();
        let mut spectrum: Vec<f64> = gram.symmetric_eigenvalues().iter().copied().collect();
        spectrum.sort_by(f64::total_cmp);
        let ledger = [0.147, 0.376, 0.709, 0.896, 0.995, 1.120, 1.601, 2.156];
        assert!(spectrum.iter().zip(ledger).all(|(a, b)| (a - b).abs() < 6e-4), "{spectrum:?}");
    }
}
