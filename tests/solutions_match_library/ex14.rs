use nalgebra::{DMatrix, DVector};
use ntk::dynamics::{Learner, Spectrum, TestPoints, Training};

use super::{agree, get, kernel, two_layer};

#[test]
fn exercise_14_is_the_regression_of_the_library() {
    let solve = |gram: DMatrix<f64>, cross: DMatrix<f64>, y: DVector<f64>| {
        let spectrum = Spectrum::of(&gram).expect("a kernel");
        let learner = Learner::from_zero(&spectrum, &y).expect("shapes fit");
        let points = TestPoints::from_zero(&spectrum, &cross).expect("shapes fit");
        learner.at_test(&points, Training::until_converged()).expect("no parameter")[0]
    };
    agree("ex14", "two_point_prediction", |call| {
        let number = |name: &str| get::<f64>(call, name);
        let (a, b, d) = (number("theta_11"), number("theta_12"), number("theta_22"));
        vec![solve(
            DMatrix::from_row_slice(2, 2, &[a, b, b, d]),
            DMatrix::from_row_slice(1, 2, &[number("theta_1"), number("theta_2")]),
            DVector::from_vec(vec![number("y1"), number("y2")]),
        )]
    });
    let relu = two_layer();
    agree("ex14", "ntk_relu", |call| kernel(call, |x, y| relu.ntk(x, y).expect("finite")));
    agree("ex14", "two_point_relu_prediction", |call| {
        let point = |name: &str| get::<DVector<f64>>(call, name).transpose();
        let xs = DMatrix::from_rows(&[point("x1"), point("x2")]);
        let star = DMatrix::from_rows(&[point("x_star")]);
        vec![solve(
            relu.ntk_gram(&xs).expect("finite"),
            relu.ntk_cross(&star, &xs).expect("finite"),
            DVector::from_vec(vec![get(call, "y1"), get(call, "y2")]),
        )]
    });
}
