use std::f64::consts::{FRAC_2_PI, PI, TAU};

use nalgebra::DVector;

/// The angle between two nonzero vectors, from the chords |x̂ − ŷ| and |x̂ + ŷ| (exercise 06).
fn angle(x: &DVector<f64>, y: &DVector<f64>) -> f64 {
    let (x, y) = (x.normalize(), y.normalize());
    2.0 * (&x - &y).norm().atan2((&x + &y).norm())
}

/// 1 − cos θ′ = (1 − cos θ) − (sin θ − θ cos θ)/π.
///
/// Near θ = 0 the first part is θ²/2 and the second θ³/3π: nothing of their size cancels, and no
/// angle has to be read off a cosine close to 1.
pub fn relu_angle(theta: f64) -> f64 {
    let half = (theta / 2.0).sin();
    let one_minus_cosine = 2.0 * half * half - (theta.sin() - theta * theta.cos()) / PI;
    2.0 * (one_minus_cosine / 2.0).sqrt().asin()
}

pub fn ntk_relu(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let mut norms = x.norm() * y.norm(); // √(Kˡ(x, x) Kˡ(y, y))
    if norms == 0.0 {
        return 0.0;
    }
    let mut theta = angle(x, y);
    let mut ntk = x.dot(y);
    for _ in 0..depth {
        let kdot = gain * gain * (PI - theta) / TAU; // of the angle that enters the layer
        norms *= gain * gain / 2.0; // half of all gates are open
        theta = relu_angle(theta);
        ntk = norms * theta.cos() + ntk * kdot;
    }
    ntk
}

/// Θᴸ from the rule of one hidden layer: (a, b, c), the entries of Λ, to (K(x,x), K(y,y), K(x,y))
/// and K̇, without gain.
fn recursion(
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
    layer: impl Fn(f64, f64, f64) -> ([f64; 3], f64),
) -> f64 {
    let [mut a, mut b, mut c] = [x.dot(x), y.dot(y), x.dot(y)];
    let mut ntk = c;
    for _ in 0..depth {
        let (nngp, kdot) = layer(a, b, c);
        [a, b, c] = nngp.map(|k| gain * gain * k);
        ntk = c + ntk * gain * gain * kdot;
    }
    ntk
}

pub fn ntk_erf(x: &DVector<f64>, y: &DVector<f64>, depth: usize, gain: f64) -> f64 {
    let k = |a: f64, b: f64, c: f64| FRAC_2_PI * (c / ((1.0 + a) * (1.0 + b)).sqrt()).asin();
    recursion(x, y, depth, gain, |a, b, c| {
        let kdot = FRAC_2_PI / ((1.0 + a) * (1.0 + b) - c * c).sqrt();
        ([k(a, a, a), k(b, b, b), k(a, b, c)], kdot)
    })
}

pub fn dual(phi: fn(f64) -> f64, a: f64, b: f64, c: f64) -> f64 {
    // u = √a z and v = s z + r z′. For parallel inputs v has nothing of its own: r² is zero, or by
    // rounding less. Without variance u is 0, and c with it.
    let s = if a > 0.0 { c / a.sqrt() } else { 0.0 };
    let r = (b - s * s).max(0.0).sqrt();
    let grid = (-80..=80).map(|k| {
        let z = f64::from(k) / 8.0;
        (z, (-z * z / 2.0).exp() / TAU.sqrt() / 8.0)
    });
    let expect =
        |g: &dyn Fn(f64) -> f64| grid.clone().map(|(z, weight)| weight * g(z)).sum::<f64>();
    expect(&|z| phi(a.sqrt() * z) * expect(&|own| phi(s * z + r * own)))
}

pub fn ntk_any(
    phi: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    x: &DVector<f64>,
    y: &DVector<f64>,
    depth: usize,
    gain: f64,
) -> f64 {
    recursion(x, y, depth, gain, |a, b, c| {
        let nngp = [dual(phi, a, a, a), dual(phi, b, b, b), dual(phi, a, b, c)];
        (nngp, dual(slope, a, b, c))
    })
}
