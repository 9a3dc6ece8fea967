//! The network's first-order expansion around θ₀, f_lin(θ) = f₀ + J(θ − θ₀), trained by the very same
//! steps (Lee et al. 2019, section 2.2).
//!
//! Every step moves θ by a combination of the rows of J and, with decay to zero, of θ₀ itself. So
//! θ − θ₀ = Jᵀu + v θ₀ exactly, and u (one number a sample) and v are all that need be kept: what the
//! linear model says anywhere is f₀ + JJᵀu + v Jθ₀, with J the network's own at θ₀.

use nalgebra::{DMatrix, DVector};

use super::{Decay, Loss, Network, NetworkError, Scalar, Settings, Tangents};

/// A network's linearisation at the parameters it had when this was made.
pub struct Linearised<T> {
    start: Network<T>,
    tangents: Tangents<T>,
    settings: Settings,
    /// Θ̂₀(X, X), Cm×Cm.
    ntk: DMatrix<f64>,
    /// f₀ and Jθ₀ on the training samples.
    f0: DVector<f64>,
    along_start: DVector<f64>,
    /// m×C.
    targets: DMatrix<f64>,
    u: DVector<f64>,
    v: f64,
}

impl<T: Scalar> Linearised<T> {
    /// Linearises `network` where it stands, to be trained on the m rows of `xs` (m×d) towards `targets`
    /// (m×C).
    ///
    /// # Errors
    /// As for [`Descent::new`](super::Descent::new).
    ///
    /// ```
    /// use nalgebra::DMatrix;
    /// use ntk_network::{Activation, Descent, Design, Linearised, Network, Settings};
    /// let (xs, y) = (DMatrix::identity(2, 2), DMatrix::from_row_slice(2, 1, &[1.0, -1.0]));
    /// let mut network = Network::<f64>::draw(Design::new(2, 1, 9, Activation::Erf), 3)?;
    /// let mut linear = Linearised::of(&network, &xs, &y, Settings::new(1e-6))?;
    /// let mut descent = Descent::new(&mut network, &xs, &y, Settings::new(1e-6))?;
    /// descent.run(3)?;
    /// linear.run(3);
    /// assert!((descent.outputs() - linear.outputs()).amax() < 1e-10);   // second order in the rate
    /// # Ok::<(), ntk_network::NetworkError>(())
    /// ```
    pub fn of(
        network: &Network<T>,
        xs: &DMatrix<f64>,
        targets: &DMatrix<f64>,
        settings: Settings,
    ) -> Result<Self, NetworkError> {
        let f0 = network.outputs(xs)?;
        if targets.shape() != f0.shape() {
            let (got, expected) = (targets.shape(), f0.shape());
            return Err(NetworkError::Shape { what: "targets", got, expected });
        }
        settings.check(targets)?;
        let tangents = network.tangents(xs)?;
        Ok(Self {
            ntk: tangents.ntk(),
            along_start: DVector::from_vec(tangents.along(network)),
            f0: DVector::from_column_slice(f0.as_slice()),
            targets: targets.clone(),
            u: DVector::zeros(f0.len()),
            v: 0.0,
            start: network.clone(),
            tangents,
            settings,
        })
    }

    /// Θ̂₀(X, X), Cm×Cm.
    pub fn ntk(&self) -> &DMatrix<f64> {
        &self.ntk
    }

    /// One step of gradient descent on the linear model's own parameters.
    pub fn step(&mut self) {
        let f = self.outputs().transpose();
        let mut residuals = f.clone();
        self.settings.loss.evaluate(&f, &self.targets.transpose(), &mut residuals);
        let rate = self.settings.learning_rate;
        match self.settings.decay {
            Decay::None => {}
            Decay::ToInit(decay) => {
                self.u *= 1.0 - rate * decay;
            }
            Decay::ToZero(decay) => {
                self.u *= 1.0 - rate * decay;
                self.v = self.v * (1.0 - rate * decay) - rate * decay;
            }
        }
        let residuals = residuals.transpose();
        self.u.axpy(-rate, &DVector::from_column_slice(residuals.as_slice()), 1.0);
    }

    /// That many steps.
    pub fn run(&mut self, steps: usize) {
        for _ in 0..steps {
            self.step();
        }
    }

    /// f_lin on the training samples, m×C.
    pub fn outputs(&self) -> DMatrix<f64> {
        let f = &self.f0 + &self.ntk * &self.u + &self.along_start * self.v;
        DMatrix::from_column_slice(self.targets.nrows(), self.targets.ncols(), f.as_slice())
    }

    /// f_lin on the p rows of `xs` (p×d): p×C.
    ///
    /// # Errors
    /// Inputs of another dimension than the design's, or not finite.
    pub fn outputs_at(&self, xs: &DMatrix<f64>) -> Result<DMatrix<f64>, NetworkError> {
        let tangents = self.start.tangents(xs)?;
        let f0 = self.start.outputs(xs)?;
        let moved = tangents.cross(&self.tangents) * &self.u
            + DVector::from_vec(tangents.along(&self.start)) * self.v;
        let moved = DMatrix::from_column_slice(f0.nrows(), f0.ncols(), moved.as_slice());
        Ok(f0 + moved)
    }

    /// ‖θ − θ₀‖ of the linear model trained without decay: √(uᵀΘ̂₀u).
    pub fn movement(&self) -> f64 {
        self.u.dot(&(&self.ntk * &self.u)).max(0.0).sqrt()
    }

    /// The loss at the present state.
    pub fn loss(&self) -> f64 {
        let f = self.outputs().transpose();
        let loss: Loss = self.settings.loss;
        loss.evaluate(&f, &self.targets.transpose(), &mut f.clone())
    }
}
