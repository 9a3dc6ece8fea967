//! The matrices made of a Jacobian.

use nalgebra::DVector;
use ntk::dynamics::{
    Spectrum, fisher, probability_operator, tangent_gram, weighted_fisher, weighted_kernel,
};

use super::normal;

#[test]
fn the_fisher_matrix_shares_the_nonzero_spectrum_of_the_kernel() {
    let jacobian = normal(4, 9, 31);
    let theta = Spectrum::of(&tangent_gram(&jacobian).unwrap()).unwrap();
    let information = Spectrum::of(&fisher(&jacobian).unwrap()).unwrap();
    assert_eq!(information.rank(), 4);
    let gap = theta.eigenvalues() - information.eigenvalues().rows(0, 4);
    assert!(gap.amax() < 1e-12);
}

#[test]
fn the_weighted_kernel_has_the_spectrum_of_gauss_newton_and_the_operator_is_similar_to_it() {
    let jacobian = normal(5, 12, 32);
    let theta = tangent_gram(&jacobian).unwrap();
    let p = DVector::from_vec(vec![0.1, 0.5, 0.9, 0.3, 0.99]);
    let curvature = p.map(|p| p * (1.0 - p));
    let kernel = weighted_kernel(&theta, &p).unwrap();
    let newton = Spectrum::of(&weighted_fisher(&jacobian, &curvature).unwrap()).unwrap();
    let spectrum = Spectrum::of(&kernel).unwrap();
    assert!((spectrum.eigenvalues() - newton.eigenvalues().rows(0, 5)).amax() < 1e-12);
    let operator = probability_operator(&theta, &p).unwrap();
    assert!((operator.trace() - kernel.trace()).abs() < 1e-12);
    assert!((&operator - operator.transpose()).norm() > 0.1 * operator.norm());
}
