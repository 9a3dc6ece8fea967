use nalgebra::DMatrix;

use super::pass::{Pass, check_finite};
use super::stack::Stack;
use super::{Loss, Network, NetworkError, Scalar};

/// What pulls the parameters while they are trained, beside the loss.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Decay {
    None,
    /// ½ λ ‖θ‖² is added to the loss.
    ToZero(f64),
    /// ½ λ ‖θ − θ₀‖² is added to the loss, with θ₀ where training began.
    ToInit(f64),
}

/// How a network is trained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// η, taken as it is: θ ← θ − η ∂loss/∂θ, whatever the scaling.
    pub learning_rate: f64,
    pub loss: Loss,
    pub decay: Decay,
}

impl Settings {
    /// Squared loss, no decay.
    pub fn new(learning_rate: f64) -> Self {
        Self { learning_rate, loss: Loss::Squared, decay: Decay::None }
    }

    pub(crate) fn check(&self, targets: &DMatrix<f64>) -> Result<(), NetworkError> {
        let allowed = "a finite number, not negative";
        let mut values = vec![("learning_rate", self.learning_rate)];
        if let Decay::ToZero(decay) | Decay::ToInit(decay) = self.decay {
            values.push(("decay", decay));
        }
        for (name, value) in values {
            if !value.is_finite() || value < 0.0 {
                return Err(NetworkError::Parameter { name, value, allowed });
            }
        }
        check_finite("targets", targets)?;
        self.loss.check(targets)
    }
}

/// Gradient descent on all samples at once. All buffers are made in [`new`](Self::new): a step itself
/// allocates nothing (matrixmultiply packs blocks of its factors into a scratch buffer of its own).
pub struct Descent<'n, T> {
    network: &'n mut Network<T>,
    settings: Settings,
    passes: Vec<Pass<T>>,
    factors: Vec<T>,
    lowest_trained: usize,
    /// θ₀, kept only if decay pulls there.
    start: Vec<Stack<T>>,
    /// C×m.
    targets: DMatrix<T>,
    outputs: DMatrix<T>,
    residuals: DMatrix<T>,
    steps: usize,
    loss: f64,
    first_loss: f64,
}

impl<'n, T: Scalar> Descent<'n, T> {
    /// Makes ready to train `network` on the m rows of `xs` (m×d) towards `targets` (m×C).
    ///
    /// # Errors
    /// Shapes that do not fit, numbers that are not finite, targets that are no probabilities where
    /// cross-entropy wants them.
    pub fn new(
        network: &'n mut Network<T>,
        xs: &DMatrix<f64>,
        targets: &DMatrix<f64>,
        settings: Settings,
    ) -> Result<Self, NetworkError> {
        let design = &network.design;
        let expected = (xs.nrows(), design.outputs);
        if targets.shape() != expected {
            let got = targets.shape();
            return Err(NetworkError::Shape { what: "targets", got, expected });
        }
        settings.check(targets)?;
        let passes: Result<Vec<_>, _> =
            network.stacks.iter().map(|_| Pass::new(design, xs)).collect();
        let pulls_back = matches!(settings.decay, Decay::ToInit(_));
        let targets = targets.transpose().map(T::of);
        let mut descent = Self {
            passes: passes?,
            factors: design.output_factors().into_iter().map(T::of).collect(),
            lowest_trained: (0..=design.depth).find(|&l| design.trains(l)).unwrap_or(design.depth),
            start: if pulls_back { network.stacks.clone() } else { Vec::new() },
            outputs: DMatrix::zeros(targets.nrows(), targets.ncols()),
            residuals: DMatrix::zeros(targets.nrows(), targets.ncols()),
            targets,
            network,
            settings,
            steps: 0,
            loss: 0.0,
            first_loss: 0.0,
        };
        descent.look();
        descent.first_loss = descent.loss;
        Ok(descent)
    }

    /// One step of gradient descent; returns the loss after it.
    ///
    /// # Errors
    /// [`Exploded`](NetworkError::Exploded), with the step and the loss.
    pub fn step(&mut self) -> Result<f64, NetworkError> {
        let design = &self.network.design;
        let rate = self.settings.learning_rate;
        let keep = match self.settings.decay {
            Decay::None => 1.0,
            Decay::ToZero(decay) | Decay::ToInit(decay) => 1.0 - rate * decay,
        };
        for (half, pass) in self.passes.iter_mut().enumerate() {
            let stack = &mut self.network.stacks[half];
            let factor = self.factors[half];
            let last = &mut pass.deltas[design.depth];
            last.zip_apply(&self.residuals, |delta, r| *delta = factor * r);
            pass.backward(design, stack, self.lowest_trained);
            for layer in (self.lowest_trained..=design.depth).filter(|&l| design.trains(l)) {
                pass.update(design, stack, layer, keep, rate);
                if let Some(start) = self.start.get(half) {
                    pull(stack, start, layer, T::of(1.0 - keep));
                }
            }
        }
        self.steps += 1;
        self.look();
        if self.loss.is_finite() && self.loss <= 1e12 * (1.0 + self.first_loss) {
            Ok(self.loss)
        } else {
            Err(NetworkError::Exploded { step: self.steps, loss: self.loss })
        }
    }

    /// That many steps.
    ///
    /// # Errors
    /// As for [`step`](Self::step).
    pub fn run(&mut self, steps: usize) -> Result<(), NetworkError> {
        for _ in 0..steps {
            self.step()?;
        }
        Ok(())
    }

    /// Steps until no residual exceeds `tolerance`, but at most `limit`; returns how many.
    ///
    /// # Errors
    /// As for [`step`](Self::step).
    pub fn run_until(&mut self, tolerance: f64, limit: usize) -> Result<usize, NetworkError> {
        let mut taken = 0;
        while taken < limit && self.worst_residual() > tolerance {
            self.step()?;
            taken += 1;
        }
        Ok(taken)
    }

    /// One step of the natural gradient with squared loss, θ ← θ − η Jᵀ(JJᵀ + damping)⁻¹ r (Amari 1998;
    /// the inverse of the Fisher matrix on the range of Jᵀ). Decay is left out.
    ///
    /// Unlike a [`step`](Self::step) it allocates: it builds Θ̂ anew and solves a Cm×Cm system, beside
    /// which that is nothing.
    ///
    /// # Errors
    /// [`Singular`](NetworkError::Singular) without damping where JJᵀ is; otherwise as for
    /// [`step`](Self::step).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk_network::{Activation, Descent, Design, Network, Settings};
    /// let (xs, y) = (DMatrix::identity(2, 2), DMatrix::from_row_slice(2, 1, &[1.0, -1.0]));
    /// let mut network = Network::<f64>::draw(Design::new(2, 0, 1, Activation::Linear), 3)?;
    /// let mut descent = Descent::new(&mut network, &xs, &y, Settings::new(1.0))?;
    /// assert!(descent.natural_step(&xs, 0.0)? < 1e-28);             // a linear model is there at once
    /// # Ok::<(), ntk_network::NetworkError>(())
    /// ```
    pub fn natural_step(&mut self, xs: &DMatrix<f64>, damping: f64) -> Result<f64, NetworkError> {
        let mut gram = self.network.tangents(xs)?.ntk();
        for i in 0..gram.nrows() {
            gram[(i, i)] += damping;
        }
        let inverse = gram.cholesky().ok_or(NetworkError::Singular)?;
        let residuals = self.residuals.transpose().map(T::wide);
        let flat = DMatrix::from_column_slice(residuals.len(), 1, residuals.as_slice());
        let turned = inverse.solve(&flat);
        let shape = residuals.shape();
        let turned = DMatrix::from_column_slice(shape.0, shape.1, turned.as_slice());
        self.residuals.copy_from(&turned.transpose().map(T::of));
        let decay = std::mem::replace(&mut self.settings.decay, Decay::None);
        let start = std::mem::take(&mut self.start);
        let loss = self.step();
        (self.settings.decay, self.start) = (decay, start);
        loss
    }

    /// How many steps were taken.
    pub fn steps(&self) -> usize {
        self.steps
    }

    /// The loss at the present parameters, without decay's part.
    pub fn loss(&self) -> f64 {
        self.loss
    }

    /// f on the training samples at the present parameters, m×C.
    pub fn outputs(&self) -> DMatrix<f64> {
        self.outputs.transpose().map(T::wide)
    }

    /// ∂loss/∂f at the present parameters, m×C: f − y, or p − y.
    pub fn residuals(&self) -> DMatrix<f64> {
        self.residuals.transpose().map(T::wide)
    }

    /// The largest entry of [`residuals`](Self::residuals), by its size.
    pub fn worst_residual(&self) -> f64 {
        self.residuals.amax().wide()
    }

    /// The network as it is now.
    pub fn network(&self) -> &Network<T> {
        self.network
    }

    /// Forward, and what follows from the outputs.
    fn look(&mut self) {
        self.outputs.fill(T::zero());
        for ((stack, pass), factor) in
            self.network.stacks.iter().zip(&mut self.passes).zip(&self.factors)
        {
            pass.forward(&self.network.design, stack);
            let factor = *factor;
            self.outputs.zip_apply(&pass.outputs, |sum, f| *sum += factor * f);
        }
        self.loss = self.settings.loss.evaluate(&self.outputs, &self.targets, &mut self.residuals);
    }
}

/// W ← W + share · W₀, in one layer.
fn pull<T: Scalar>(stack: &mut Stack<T>, start: &Stack<T>, layer: usize, share: T) {
    let weights = &mut stack.weights[layer];
    weights.zip_apply(&start.weights[layer], |w, w0| *w += share * w0);
    stack.biases[layer].axpy(share, &start.biases[layer], T::one());
}
