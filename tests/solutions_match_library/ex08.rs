use nalgebra::DVector;
use ntk::kernel::{Activation, Architecture, Covariance, Erf, Quadrature, Relu};
use ntk_checker::frozen::FrozenCall;

use super::{agree, get, kernel};

type Unary = fn(f64) -> f64;
type Dual<'a> = &'a dyn Fn(f64, f64, f64) -> f64;

#[test]
fn exercise_08_is_the_recursion_of_the_library() {
    agree("ex08", "relu_angle", |call| {
        let theta: f64 = get(call, "theta");
        let pair = Covariance {
            one_minus: 2.0 * (theta / 2.0).sin().powi(2),
            one_plus: 2.0 * (theta / 2.0).cos().powi(2),
            ..Covariance::new(1.0, 1.0, theta.cos())
        };
        vec![Relu.dual(&pair).nngp.theta()]
    });
    agree("ex08", "ntk_relu", |call| ntk(call, Relu));
    agree("ex08", "ntk_erf", |call| ntk(call, Erf));
    agree("ex08", "dual", |call| {
        let (a, b, c): (f64, f64, f64) = (get(call, "a"), get(call, "b"), get(call, "c"));
        let rho = if a * b > 0.0 { (c / (a * b).sqrt()).clamp(-1.0, 1.0) } else { 0.0 };
        let pair = Covariance::new(a.sqrt(), b.sqrt(), rho);
        // Of the derivatives the library returns the product's expectation, whatever they are.
        let phi = get::<Unary>(call, "phi");
        vec![Quadrature::new(|_| 1.0, phi).dual(&pair).kdot]
    });
    agree("ex08", "ntk_any", |call| {
        ntk(call, Quadrature::new(get::<Unary>(call, "phi"), get::<Unary>(call, "slope")))
    });
}

#[test]
fn sine_and_identity_have_closed_forms_at_any_depth() {
    agree("ex08", "ntk_any", |call| {
        let phi: Unary = get(call, "phi");
        let (x, y): (DVector<f64>, DVector<f64>) = (get(call, "x"), get(call, "y"));
        let (depth, gain): (usize, f64) = (get(call, "depth"), get(call, "gain"));
        let square = gain * gain;
        // E[sin sin], E[cos cos] = e^{−(a+b)/2} (sinh c, cosh c).
        let sine = |a: f64, b: f64, c: f64| (-(a + b) / 2.0).exp() * c.sinh();
        let cosine = |a: f64, b: f64, c: f64| (-(a + b) / 2.0).exp() * c.cosh();
        let (k, kdot): (Dual<'_>, Dual<'_>) = match phi(1.0) {
            value if value == 1f64.sin() => (&sine, &cosine),
            value if value == 1f64.cos() => (&cosine, &sine),
            1.0 => (&|_, _, c| c, &|_, _, _| 1.0),
            _ => return ntk(call, Quadrature::tanh()),
        };
        let [mut a, mut b, mut c] = [x.dot(&x), y.dot(&y), x.dot(&y)];
        let mut theta = c;
        for _ in 0..depth {
            theta *= square * kdot(a, b, c);
            [a, b, c] = [k(a, a, a), k(b, b, b), k(a, b, c)].map(|k| square * k);
            theta += c;
        }
        vec![theta]
    });
}

fn ntk(call: &FrozenCall, activation: impl Activation) -> Vec<f64> {
    let network = Architecture::new(get(call, "depth"), activation).with_gain(get(call, "gain"));
    kernel(call, |x, y| network.ntk(x, y).expect("finite"))
}
