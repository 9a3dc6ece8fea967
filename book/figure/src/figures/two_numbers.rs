//! The two-layer linear network on one sample, exactly: all of its training in two numbers.

/// P and Q, the mean squares of aᵢ + wᵢ and of aᵢ − wᵢ, in f = α/√n Σ aᵢwᵢ.
#[derive(Clone, Copy)]
pub struct TwoNumbers {
    pub p: f64,
    pub q: f64,
    /// α√n.
    pub dial: f64,
}

impl TwoNumbers {
    /// At the start of a wide network: f = 0, and aᵢ ± wᵢ have the variance 2.
    pub fn start(dial: f64) -> Self {
        Self { p: 2.0, q: 2.0, dial }
    }

    pub fn output(&self) -> f64 {
        self.dial * (self.p - self.q) / 4.0
    }

    /// The tangent kernel by α²: λ = α²(P + Q)/2.
    pub fn kernel(&self) -> f64 {
        (self.p + self.q) / 2.0
    }

    /// A step of descent at α = 1.
    pub fn step(&mut self, rate: f64, target: f64) {
        let s = rate * (self.output() - target) / self.dial;
        self.p *= (1.0 - s).powi(2);
        self.q *= (1.0 + s).powi(2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::draws::normals;

    #[test]
    fn the_two_numbers_are_those_of_a_network_that_is_trained() {
        const N: usize = 40;
        let (mut a, mut w) = (normals(1, N), normals(2, N));
        let root = (N as f64).sqrt();
        let square = |sign: f64, a: &[f64], w: &[f64]| {
            a.iter().zip(w).map(|(a, w)| (a + sign * w).powi(2)).sum::<f64>() / N as f64
        };
        let mut two = TwoNumbers { p: square(1.0, &a, &w), q: square(-1.0, &a, &w), dial: root };
        for _ in 0..5 {
            let f = a.iter().zip(&w).map(|(a, w)| a * w).sum::<f64>() / root;
            assert!((two.output() - f).abs() < 1e-12);
            let norms = a.iter().chain(&w).map(|v| v * v).sum::<f64>() / N as f64;
            assert!((two.kernel() - norms).abs() < 1e-12);
            let s = 0.3 * (f - 1.5) / root;
            for (a, w) in a.iter_mut().zip(&mut w) {
                (*a, *w) = (*a - s * *w, *w - s * *a);
            }
            two.step(0.3, 1.5);
        }
    }
}
