// FILL: the best answer of a good textbook, and nothing of src/ in it.
use nalgebra::DVector;

pub fn first(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    x.dot(y)
}

pub fn second(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    2.0 * first(x, y)
}
