//! You took the exponential of each entry of −Θt. The exponential of a matrix acts on its
//! eigenvalues: for two points, on 1 + ρ and 1 − ρ.
//!
//! Chapter 15, "Two points, two modes".

use nalgebra::DVector;

pub fn pair_output(rho: f64, y: &DVector<f64>, t: f64) -> DVector<f64> {
    let (own, other) = ((-t).exp(), (-rho * t).exp());
    DVector::from_vec(vec![y[0] - own * y[0] - other * y[1], y[1] - other * y[0] - own * y[1]])
}
