use nalgebra::{Complex, DMatrix, DVector};
use ntk_checker::frozen::FrozenCall;

use super::{agree, get};

// The library's kernels are the limit's; here the network is finite. The second derivation: Θ̂ on
// complex parameters, whose imaginary part after a step of i·h is h times the derivative, exactly.
type C = Complex<f64>;
const STEP: f64 = 1e-40;

struct Network {
    w: DMatrix<C>,
    a: DVector<C>,
}

impl Network {
    fn of(call: &FrozenCall) -> Self {
        let (w, a): (DMatrix<f64>, DVector<f64>) = (get(call, "w"), get(call, "a"));
        Self { w: w.map(C::from), a: a.map(C::from) }
    }

    fn moved(&self, call: &FrozenCall, share: f64) -> Self {
        let (dw, da): (DMatrix<f64>, DVector<f64>) = (get(call, "dw"), get(call, "da"));
        Self {
            w: &self.w + dw.map(|d| C::from(d * share)),
            a: &self.a + da.map(|d| C::from(d * share)),
        }
    }

    fn width(&self) -> f64 {
        f64::from(u32::try_from(self.a.len()).expect("a small network"))
    }

    /// ∇f as a list in the exercise's order.
    fn output_gradient(&self, x: &DVector<f64>) -> Vec<C> {
        let hidden: Vec<C> = (&self.w * x.map(C::from)).iter().map(|z| z.tanh()).collect();
        let root = self.width().sqrt();
        let first = hidden.iter().zip(&self.a).flat_map(|(h, a)| {
            let back = a * (C::from(1.0) - h * h) / root;
            x.iter().map(move |x| back * x)
        });
        first.chain(hidden.iter().map(|h| h / root)).collect()
    }

    fn kernel(&self, x: &DVector<f64>, y: &DVector<f64>) -> C {
        let (left, right) = (self.output_gradient(x), self.output_gradient(y));
        left.iter().zip(right).map(|(l, r)| l * r).sum()
    }

    fn kernel_gradient(&self, x: &DVector<f64>, y: &DVector<f64>) -> Vec<f64> {
        let (d, weights) = (self.w.ncols(), self.w.len());
        let by = |k: usize| {
            let mut stepped = Network { w: self.w.clone(), a: self.a.clone() };
            let step = C::new(0.0, STEP);
            if k < weights {
                stepped.w[(k / d, k % d)] += step;
            } else {
                stepped.a[k - weights] += step;
            }
            stepped.kernel(x, y).im / STEP
        };
        (0..weights + self.a.len()).map(by).collect()
    }
}

fn norm(list: &[f64]) -> f64 {
    list.iter().map(|entry| entry * entry).sum::<f64>().sqrt()
}

fn points(call: &FrozenCall) -> (DVector<f64>, DVector<f64>) {
    (get(call, "x"), get(call, "y"))
}

#[test]
fn exercise_20_is_what_complex_steps_say() {
    agree("ex20", "kernel_gradient", |call| {
        let (x, y) = points(call);
        Network::of(call).kernel_gradient(&x, &y)
    });
    agree("ex20", "drift_and_bound", |call| {
        let ((x, y), start) = (points(call), Network::of(call));
        let pieces = u32::try_from(get::<usize>(call, "pieces")).expect("few pieces");
        let (dw, da): (DMatrix<f64>, DVector<f64>) = (get(call, "dw"), get(call, "da"));
        let steepest = (0..=pieces)
            .map(|k| {
                norm(&start.moved(call, f64::from(k) / f64::from(pieces)).kernel_gradient(&x, &y))
            })
            .fold(0.0, f64::max);
        let change = start.moved(call, 1.0).kernel(&x, &y).re - start.kernel(&x, &y).re;
        vec![change.abs(), steepest * (dw.norm_squared() + da.norm_squared()).sqrt()]
    });
}

/// The mean over signs by going through all of them.
#[test]
fn exercise_20_averages_over_every_sign() {
    agree("ex20", "typical_pull", |call| {
        let ((x, y), network) = (points(call), Network::of(call));
        let z: DVector<f64> = get(call, "z");
        let neurons = network.a.len();
        let squares: f64 = (0..1_usize << neurons)
            .map(|signs| {
                let flip = |i: usize, a: C| if signs >> i & 1 == 1 { -a } else { a };
                let a = DVector::from_fn(neurons, |i, _| flip(i, network.a[i]));
                let flipped = Network { w: network.w.clone(), a };
                let velocity = flipped.output_gradient(&z);
                let pull = flipped.kernel_gradient(&x, &y);
                pull.iter().zip(velocity).map(|(p, v)| p * v.re).sum::<f64>().powi(2)
            })
            .sum();
        let count = f64::from(1_u32 << neurons);
        let velocity: Vec<f64> = network.output_gradient(&z).iter().map(|v| v.re).collect();
        let bound = norm(&network.kernel_gradient(&x, &y)) * norm(&velocity);
        vec![(squares / count).sqrt(), bound]
    });
}

/// The gates a little before the flip and a little after it, counted.
#[test]
fn exercise_20_jumps_where_a_gate_does() {
    agree("ex20", "relu_jump", |call| {
        let ((x, y), neuron) = (points(call), get::<usize>(call, "neuron"));
        let (w, a): (DMatrix<f64>, DVector<f64>) = (get(call, "w"), get(call, "a"));
        let (start, direction) = (w.row(neuron).transpose(), x.normalize());
        let to_flip = -start.dot(&direction);
        let term = |beyond: f64| {
            let moved = &start + &direction * (to_flip + beyond * to_flip.signum());
            let open = moved.dot(&x) > 0.0 && moved.dot(&y) > 0.0;
            if open { a[neuron].powi(2) * x.dot(&y) / Network::of(call).width() } else { 0.0 }
        };
        vec![to_flip.abs(), term(1e-10) - term(-1e-10)]
    });
}
