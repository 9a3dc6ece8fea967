use nalgebra::DVector;

/// The larger root adds two numbers of one sign. The smaller one would be a difference: it comes from
/// the product of the roots, the determinant.
pub fn pair_rates(a: f64, b: f64, d: f64) -> (f64, f64) {
    let fast = (a + d + (a - d).hypot(2.0 * b)) / 2.0;
    (fast, determinant(a, b, d) / fast)
}

/// a·d − b² with the rounding of both products made good: nearly parallel points leave little of it.
fn determinant(a: f64, b: f64, d: f64) -> f64 {
    let square = b * b;
    a.mul_add(d, -square) - b.mul_add(b, -square)
}

/// The labels' part along (1, 1), with its rate, and their part along (1, −1), with its rate.
fn modes(rho: f64, y: &DVector<f64>) -> [(f64, f64); 2] {
    [((y[0] + y[1]) / 2.0, 1.0 + rho), ((y[0] - y[1]) / 2.0, 1.0 - rho)]
}

pub fn pair_output(rho: f64, y: &DVector<f64>, t: f64) -> DVector<f64> {
    // 1 − e^{−rate·t}, which keeps its digits while t is short.
    let learned = |(part, rate): (f64, f64)| -part * (-rate * t).exp_m1();
    let [shared, opposed] = modes(rho, y).map(learned);
    DVector::from_vec(vec![shared + opposed, shared - opposed])
}

pub fn late_rate(rho: f64, y: &DVector<f64>) -> f64 {
    let loaded = modes(rho, y).into_iter().filter(|(part, _)| *part != 0.0);
    loaded.map(|(_, rate)| rate).fold(f64::INFINITY, f64::min)
}

pub fn time_until_learned(rho: f64, y: &DVector<f64>, epsilon: f64) -> f64 {
    // The residuals are −(p ± q): the larger of them is |p| + |q|, which falls with time.
    let worst = |t: f64| -> f64 {
        modes(rho, y).iter().map(|(part, rate)| part.abs() * (-rate * t).exp()).sum()
    };
    let never: f64 =
        modes(rho, y).iter().filter(|mode| mode.1 == 0.0).map(|mode| mode.0.abs()).sum();
    if worst(0.0) <= epsilon {
        return 0.0;
    }
    if never >= epsilon {
        return f64::INFINITY;
    }
    let mut late = 1.0;
    while worst(late) > epsilon {
        late *= 2.0;
    }
    let mut early = 0.0;
    for _ in 0..100 {
        let middle = (early + late) / 2.0;
        if worst(middle) > epsilon { early = middle } else { late = middle }
    }
    late
}
