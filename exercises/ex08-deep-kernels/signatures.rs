use nalgebra::DVector;

ntk_harness::exercise! {
    fn relu_angle(theta: f64) -> f64;

    fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64
        where given(relu_angle) => {
            let mut norms = x.norm() * y.norm();
            let (u, v) = (x / x.norm(), y / y.norm());
            let mut theta = 2.0 * (&u - &v).norm().atan2((&u + &v).norm());
            let mut ntk = x.dot(y);
            for _ in (0..depth).filter(|_| x.norm() * y.norm() > 0.0) {
                let gates = gain * gain * (0.5 - theta / std::f64::consts::TAU);
                norms *= gain * gain / 2.0;
                theta = relu_angle(theta);
                ntk = norms * theta.cos() + ntk * gates;
            }
            ntk
        };

    fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64;

    fn dual(phi: fn(f64) -> f64, a: f64, b: f64, c: f64) -> f64;

    fn ntk_any(
        phi: fn(f64) -> f64,
        slope: fn(f64) -> f64,
        x: &DVector<f64>,
        y: &DVector<f64>,
        depth: usize,
        gain: f64,
    ) -> f64
        where given(dual) => {
            let (mut a, mut b, mut c) = (x.dot(x), y.dot(y), x.dot(y));
            let (mut ntk, square) = (c, gain * gain);
            for _ in 0..depth {
                ntk *= square * dual(slope, a, b, c);
                (a, b, c) = (dual(phi, a, a, a), dual(phi, b, b, b), dual(phi, a, b, c));
                (a, b, c) = (square * a, square * b, square * c);
                ntk += c;
            }
            ntk
        };
}
