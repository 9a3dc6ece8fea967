use nalgebra::DVector;

ntk_harness::exercise! {
    fn nngp_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64;

    fn kdot_erf(x: &DVector<f64>, y: &DVector<f64>) -> f64;

    fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, bias: f64) -> f64
        where given(nngp_erf, kdot_erf) => {
            let (x, y) = (x.clone().push(bias), y.clone().push(bias));
            nngp_erf(&x, &y) + x.dot(&y) * kdot_erf(&x, &y)
        };

    fn ntk_steep(x: &DVector<f64>, y: &DVector<f64>, steepness: f64) -> f64
        where given(ntk_erf) => {
            let factor = std::f64::consts::SQRT_2 * steepness;
            ntk_erf(&(x * factor), &(y * factor), 0.0)
        };

    fn circle_rates(radius: f64, bias: f64, points: usize) -> DVector<f64>
        where given(ntk_erf) => {
            let angle = |i: usize| std::f64::consts::TAU * i as f64 / points as f64;
            let point = |i| DVector::from_vec(vec![radius * angle(i).cos(), radius * angle(i).sin()]);
            let row: Vec<f64> = (0..points).map(|i| ntk_erf(&point(0), &point(i), bias)).collect();
            DVector::from_fn(points / 2 + 1, |k, _| {
                (0..points).map(|i| row[i] * angle(k * i % points).cos()).sum()
            })
        };
}
