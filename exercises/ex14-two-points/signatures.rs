use nalgebra::DVector;

ntk_harness::exercise! {
    fn two_point_prediction(
        theta_11: f64,
        theta_12: f64,
        theta_22: f64,
        theta_1: f64,
        theta_2: f64,
        y1: f64,
        y2: f64,
    ) -> f64;

    fn kernel_weights(
        theta_11: f64,
        theta_12: f64,
        theta_22: f64,
        theta_1: f64,
        theta_2: f64,
    ) -> (f64, f64)
        where given(two_point_prediction) => {
            let predict = |y1, y2| {
                two_point_prediction(theta_11, theta_12, theta_22, theta_1, theta_2, y1, y2)
            };
            (predict(1.0, 0.0), predict(0.0, 1.0))
        };

    fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>) -> f64;

    fn two_point_relu_prediction(
        x1: &DVector<f64>,
        x2: &DVector<f64>,
        x_star: &DVector<f64>,
        y1: f64,
        y2: f64,
    ) -> f64
        where given(two_point_prediction, ntk_relu) => {
            let (theta_11, theta_22) = (ntk_relu(x1, x1), ntk_relu(x2, x2));
            let (theta_1, theta_2) = (ntk_relu(x_star, x1), ntk_relu(x_star, x2));
            let theta_12 = ntk_relu(x1, x2);
            two_point_prediction(theta_11, theta_12, theta_22, theta_1, theta_2, y1, y2)
        };

    fn averaging_scale(x1: &DVector<f64>, x2: &DVector<f64>, x_star: &DVector<f64>) -> f64
        where given(two_point_relu_prediction) => {
            1.0 / two_point_relu_prediction(x1, x2, x_star, 1.0, 1.0)
        };
}
