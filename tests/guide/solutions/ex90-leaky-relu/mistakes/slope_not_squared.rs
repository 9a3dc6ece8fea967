//! Where both gates are shut, both factors are slope, so the product is slope². You took slope once,
//! as if only one of them leaked.
//!
//! Chapter 6, "Two gates and an angle".

use nalgebra::DVector;

use crate::solution;

pub fn kdot_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64 {
    let agree = solution::kdot_leaky(x, y, 0.0);
    solution::kdot_leaky(x, y, slope) + agree * (slope - slope * slope)
}

pub fn nngp_leaky(x: &DVector<f64>, y: &DVector<f64>, slope: f64) -> f64 {
    let agree = solution::nngp_leaky(x, y, 0.0);
    solution::nngp_leaky(x, y, slope) + agree * (slope - slope * slope)
}
