use nalgebra::{DMatrix, DVector};

/// φ, φ′ and φ″ of tanh.
pub fn tanh(z: f64) -> [f64; 3] {
    let value = z.tanh();
    let slope = 1.0 - value * value;
    [value, slope, -2.0 * value * slope]
}

fn preactivations(w: &DMatrix<f64>, x: &DVector<f64>) -> DVector<f64> {
    w * x
}

/// Θ̂(x, y) = (1/n) Σᵢ [φ(s)φ(t) + aᵢ² (x·y) φ′(s)φ′(t)] with s = wᵢ·x and t = wᵢ·y.
pub fn kernel(w: &DMatrix<f64>, a: &DVector<f64>, x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (s, t) = (preactivations(w, x), preactivations(w, y));
    let neurons = s.iter().zip(&t).zip(a).map(|((&s, &t), &a)| {
        let ([p, p1, _], [q, q1, _]) = (tanh(s), tanh(t));
        p * q + a * a * x.dot(y) * p1 * q1
    });
    neurons.sum::<f64>() / a.len() as f64
}

/// The part of one neuron: the gradient with respect to its wᵢ, and to its aᵢ.
fn neuron_gradients(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> Vec<(DVector<f64>, f64)> {
    let (s, t, n) = (preactivations(w, x), preactivations(w, y), a.len() as f64);
    let both = x.dot(y);
    (0..a.len())
        .map(|i| {
            let ([p, p1, p2], [q, q1, q2]) = (tanh(s[i]), tanh(t[i]));
            // d/ds and d/dt of the neuron's term; the chain rule turns them into x and y.
            let by_s = p1 * q + a[i] * a[i] * both * p2 * q1;
            let by_t = p * q1 + a[i] * a[i] * both * p1 * q2;
            ((x * by_s + y * by_t) / n, 2.0 * a[i] * both * p1 * q1 / n)
        })
        .collect()
}

pub fn kernel_gradient(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
) -> DVector<f64> {
    let neurons = neuron_gradients(w, a, x, y);
    let first = neurons.iter().flat_map(|(by_w, _)| by_w.iter().copied());
    let readout = neurons.iter().map(|(_, by_a)| *by_a);
    DVector::from_vec(first.chain(readout).collect())
}

pub fn drift_and_bound(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    dw: &DMatrix<f64>,
    da: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    pieces: usize,
) -> (f64, f64) {
    let distance = dw.norm().hypot(da.norm());
    let steepest = (0..=pieces)
        .map(|piece| {
            let share = piece as f64 / pieces as f64;
            kernel_gradient(&(w + dw * share), &(a + da * share), x, y).norm()
        })
        .fold(0.0, f64::max);
    let change = kernel(&(w + dw), &(a + da), x, y) - kernel(w, a, x, y);
    (change.abs(), distance * steepest)
}

pub fn typical_pull(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    z: &DVector<f64>,
) -> (f64, f64) {
    let (u, root_n) = (preactivations(w, z), (a.len() as f64).sqrt());
    let (mut parts, mut output_gradient) = (0.0, 0.0);
    for (i, (by_w, by_a)) in neuron_gradients(w, a, x, y).iter().enumerate() {
        let [p, p1, _] = tanh(u[i]);
        let (f_by_w, f_by_a) = (z * (a[i] * p1 / root_n), p / root_n);
        // Odd in aᵢ: a random sign makes the parts independent with mean zero, so the mean of the
        // squared sum is the sum of the squares.
        parts += (by_w.dot(&f_by_w) + by_a * f_by_a).powi(2);
        output_gradient += f_by_w.norm_squared() + f_by_a * f_by_a;
    }
    (parts.sqrt(), kernel_gradient(w, a, x, y).norm() * output_gradient.sqrt())
}

pub fn relu_jump(
    w: &DMatrix<f64>,
    a: &DVector<f64>,
    x: &DVector<f64>,
    y: &DVector<f64>,
    neuron: usize,
) -> (f64, f64) {
    let start = w.row(neuron).transpose();
    let side = start.dot(x);
    // Where the flip happens: the start without its part along x.
    let flip = &start - x * (side / x.norm_squared());
    // The gate at y just beside the flip, on the side where w·x has this sign. If y is parallel to x,
    // the flip lies on y's boundary too, and the side decides.
    let at_y = flip.dot(y);
    let gates = |sign: f64| {
        let on_the_boundary = at_y.abs() <= 1e-12 * start.norm() * y.norm();
        let open_at_y = if on_the_boundary { sign * x.dot(y) > 0.0 } else { at_y > 0.0 };
        f64::from(u8::from(sign > 0.0 && open_at_y))
    };
    // φ(w·x) is 0 on both sides: only the first layer's term jumps.
    let weight = a[neuron] * a[neuron] * x.dot(y) / a.len() as f64;
    let sign = side.signum();
    (side.abs() / x.norm(), weight * (gates(-sign) - gates(sign)))
}
