//! Points for experiments on the sphere.

use nalgebra::DMatrix;
use ntk_network::normals;

/// `count` unit vectors in `dimension` dimensions as rows, uniform on the sphere: of this seed, whatever
/// the base seed of a run, so that all networks see the same points.
pub fn unit_vectors(count: usize, dimension: usize, seed: u64) -> DMatrix<f64> {
    let mut xs = normals(count, dimension, 1.0, seed, 0);
    for mut row in xs.row_iter_mut() {
        row.normalize_mut();
    }
    xs
}
