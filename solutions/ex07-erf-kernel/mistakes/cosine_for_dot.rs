//! You multiplied K̇ by the cosine between the inputs. The factor is their dot product, lengths and
//! all (and bias² with it): the gradient of w·x by w is x itself.
//!
//! Chapter 7, "Two terms again".

use nalgebra::DVector;

use crate::solution::{kdot_erf, nngp_erf};

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64 {
    let (x, y) = (x.clone().push(bias), y.clone().push(bias));
    let norms = x.norm() * y.norm();
    let cosine = if norms == 0.0 { 0.0 } else { x.dot(&y) / norms };
    nngp_erf(&x, &y) + cosine * kdot_erf(&x, &y)
}
