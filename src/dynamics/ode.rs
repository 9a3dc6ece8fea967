//! An embedded Runge–Kutta method with error control: Dormand & Prince 1980, order 5(4).

use nalgebra::DMatrix;

use super::DynamicsError;

/// ẏ = rhs(y) from t = 0, followed to one time after another.
pub(crate) struct Integrator<F> {
    rhs: F,
    state: DMatrix<f64>,
    time: f64,
    step: f64,
    tolerance: f64,
}

/// Row i: the coefficients of stage i + 2. The last row is also the fifth-order solution.
const STAGES: [&[f64]; 6] = [
    &[1.0 / 5.0],
    &[3.0 / 40.0, 9.0 / 40.0],
    &[44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0],
    &[19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0],
    &[9017.0 / 3168.0, -355.0 / 33.0, 46732.0 / 5247.0, 49.0 / 176.0, -5103.0 / 18656.0],
    &[35.0 / 384.0, 0.0, 500.0 / 1113.0, 125.0 / 192.0, -2187.0 / 6784.0, 11.0 / 84.0],
];

/// Fifth order minus fourth.
const ERROR: [f64; 7] = [
    71.0 / 57600.0,
    0.0,
    -71.0 / 16695.0,
    71.0 / 1920.0,
    -17253.0 / 339200.0,
    22.0 / 525.0,
    -1.0 / 40.0,
];

/// A problem that needs more steps than this is stiff beyond the method.
const MOST_STEPS: usize = 10_000_000;

impl<F: Fn(&DMatrix<f64>) -> DMatrix<f64>> Integrator<F> {
    /// `tolerance` bounds the error of each step, relative to max(1, |y|) entry by entry.
    pub(crate) fn new(rhs: F, start: DMatrix<f64>, tolerance: f64) -> Self {
        let speed = rhs(&start).amax();
        let step = if speed > 0.0 { 1e-3 * start.amax().max(1.0) / speed } else { 1.0 };
        Self { rhs, state: start, time: 0.0, step, tolerance }
    }

    /// The state at `time`, which may not lie before the last one.
    pub(crate) fn advance(&mut self, time: f64) -> Result<&DMatrix<f64>, DynamicsError> {
        let mut slope = (self.rhs)(&self.state);
        for _ in 0..MOST_STEPS {
            let left = time - self.time;
            if left <= 0.0 {
                return Ok(&self.state);
            }
            let step = self.step.min(left);
            let (next, next_slope, error) = self.attempt(step, &slope);
            if error <= 1.0 {
                self.time = if step == left { time } else { self.time + step };
                (self.state, slope) = (next, next_slope);
            }
            let factor = 0.9 * error.max(1e-10).powf(-0.2);
            // A step cut short to meet `time` says nothing against the longer one.
            let proposal = step * factor.clamp(0.2, 5.0);
            self.step = if error <= 1.0 && step < self.step { self.step } else { proposal };
        }
        Err(DynamicsError::NotConverged { what: "integration in time", reached: self.time })
    }

    /// One step: the new state, its slope (the first of the next step), and error/tolerance.
    fn attempt(&self, step: f64, slope: &DMatrix<f64>) -> (DMatrix<f64>, DMatrix<f64>, f64) {
        let mut slopes = vec![slope.clone()];
        let mut state = self.state.clone();
        for stage in STAGES {
            state.copy_from(&self.state);
            for (coefficient, k) in stage.iter().zip(&slopes) {
                state.zip_apply(k, |y, k| *y += step * coefficient * k);
            }
            slopes.push((self.rhs)(&state));
        }
        let mut error = DMatrix::zeros(state.nrows(), state.ncols());
        for (coefficient, k) in ERROR.iter().zip(&slopes) {
            error.zip_apply(k, |e, k| *e += step * coefficient * k);
        }
        let worst = error.zip_fold(&state, 0.0, |worst: f64, e: f64, y: f64| {
            let relative = e.abs() / (self.tolerance * y.abs().max(1.0));
            // NaN (an overflow on the way) must count as too large.
            if relative.is_nan() { f64::INFINITY } else { worst.max(relative) }
        });
        let next_slope = slopes.swap_remove(6);
        (state, next_slope, worst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logistic_equation_is_followed_to_its_tolerance() {
        let start = DMatrix::from_element(1, 1, 0.1);
        let mut flow = Integrator::new(|y| y.map(|y| y * (1.0 - y)), start, 1e-12);
        for time in [0.0, 0.5, 3.0, 3.0, 20.0] {
            let exact = 1.0 / (1.0 + 9.0 * f64::exp(-time));
            let found = flow.advance(time).unwrap()[0];
            assert!((found - exact).abs() < 1e-11, "t = {time}: {found} for {exact}");
        }
    }

    #[test]
    fn a_stiff_decay_stays_stable() {
        let rates = DMatrix::from_column_slice(2, 1, &[1000.0, 1.0]);
        let start = DMatrix::from_element(2, 1, 1.0);
        let mut flow = Integrator::new(|y| -y.component_mul(&rates), start, 1e-9);
        let end = flow.advance(5.0).unwrap();
        assert!(end[0].abs() < 1e-8 && (end[1] - (-5f64).exp()).abs() < 1e-8);
    }
}
