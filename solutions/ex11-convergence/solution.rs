use nalgebra::{DMatrix, DVector};

/// Θ's eigenvalues, the largest first, zeros without rounding.
fn rates(theta: &DMatrix<f64>) -> (DVector<f64>, DMatrix<f64>) {
    let eigen = theta.clone().symmetric_eigen();
    let mut order: Vec<usize> = (0..theta.nrows()).collect();
    order.sort_by(|&i, &j| eigen.eigenvalues[j].total_cmp(&eigen.eigenvalues[i]));
    let u = eigen.eigenvectors.select_columns(&order);
    let lambda = DVector::from_iterator(order.len(), order.iter().map(|&i| eigen.eigenvalues[i]));
    let cutoff = 1e-10 * lambda[0];
    (lambda.map(|lambda| if lambda > cutoff { lambda } else { 0.0 }), u)
}

/// The rates, and the part of the first residual along each mode.
fn modes(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
) -> (DVector<f64>, DVector<f64>) {
    let (lambda, u) = rates(theta);
    let parts = u.tr_mul(&(f0 - y));
    (lambda, parts)
}

/// The size of what no training reaches.
fn beyond_reach(lambda: &DVector<f64>, parts: &DVector<f64>) -> f64 {
    parts.zip_map(lambda, |part, lambda| if lambda > 0.0 { 0.0 } else { part }).norm()
}

pub fn mode_loads(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>) -> DVector<f64> {
    let (_, parts) = modes(theta, f0, y);
    let all = parts.norm_squared();
    parts.map(|part| if all > 0.0 { part * part / all } else { 0.0 })
}

pub fn time_to(theta: &DMatrix<f64>, f0: &DVector<f64>, y: &DVector<f64>, epsilon: f64) -> f64 {
    let (lambda, parts) = modes(theta, f0, y);
    let allowed = epsilon * parts.norm();
    if parts.norm() == 0.0 {
        return 0.0;
    }
    if beyond_reach(&lambda, &parts) > allowed {
        return f64::INFINITY;
    }
    // Newton's method for ln |r(t)|. Its slope is minus the mean rate of what is left, weighed by
    // the squares; slow modes take over, so the mean falls, and no step goes too far.
    let mut time = 0.0;
    loop {
        let left = parts.zip_map(&lambda, |part, lambda| part * (-lambda * time).exp());
        let mean_rate = left.component_mul(&lambda).dot(&left) / left.norm_squared();
        let next = time + (left.norm() / allowed).ln() / mean_rate;
        if next <= time {
            return time;
        }
        time = next;
    }
}

pub fn learning_rates(theta: &DMatrix<f64>) -> (f64, f64) {
    // A step multiplies a mode by 1 − ηλ. The two ends of the spectrum are the worst: they reach −1
    // and 1 first, and they are equally bad where 1 − ηλₘᵢₙ = ηλₘₐₓ − 1.
    let (lambda, _) = rates(theta);
    let moving = lambda.iter().copied().filter(|&lambda| lambda > 0.0);
    let (largest, smallest) = (lambda[0], moving.fold(f64::INFINITY, f64::min));
    (2.0 / largest, 2.0 / (largest + smallest))
}

pub fn steps_to(
    theta: &DMatrix<f64>,
    f0: &DVector<f64>,
    y: &DVector<f64>,
    learning_rate: f64,
    epsilon: f64,
) -> Option<usize> {
    let (lambda, mut left) = modes(theta, f0, y);
    let allowed = epsilon * left.norm();
    if learning_rate * lambda[0] >= 2.0 || beyond_reach(&lambda, &left) > allowed {
        return None;
    }
    let mut steps = 0;
    while left.norm() > allowed {
        left = left.zip_map(&lambda, |part, lambda| part * (1.0 - learning_rate * lambda));
        steps += 1;
    }
    Some(steps)
}
