use super::angle::Point;
use super::{Activation, ClosedForm, Covariance, KernelError};

/// A fully-connected network of infinite width; see [`conventions`](super::conventions).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Architecture<A> {
    /// Number L of hidden layers.
    pub depth: usize,
    /// The activation φ of every hidden layer.
    pub activation: A,
    /// What multiplies every layer after the first, in the forward pass: 1, or √2 for He. |gain| ≤ 1e150.
    pub gain: f64,
    /// Standard deviation of every layer's bias. |bias| ≤ 1e150.
    pub bias: f64,
}

/// The kernels of one hidden layer, with gain and bias.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layer {
    /// The 2×2 matrix of Kˡ on the pair.
    pub nngp: Covariance,
    /// K̇ˡ.
    pub kdot: f64,
}

impl<A: Activation> Architecture<A> {
    /// `depth` hidden layers, gain 1, no biases.
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Relu};
    /// let he = Architecture::new(3, Relu).with_gain(2f64.sqrt()).with_bias(0.1);
    /// assert_eq!((he.depth, he.bias), (3, 0.1));
    /// ```
    pub fn new(depth: usize, activation: A) -> Self {
        Self { depth, activation, gain: 1.0, bias: 0.0 }
    }

    /// The same network with this gain.
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Relu};
    /// let he = Architecture::new(3, Relu).with_gain(2f64.sqrt());
    /// assert!((he.ntk(&[1.0], &[1.0])? - 4.0).abs() < 1e-14);       // (L + 1)‖x‖²
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn with_gain(self, gain: f64) -> Self {
        Self { gain, ..self }
    }

    /// The same network with this standard deviation of biases.
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Linear};
    /// let biased = Architecture::new(1, Linear).with_bias(1.0);
    /// assert_eq!(biased.nngp(&[3.0], &[1.0])?, 5.0);                // x·x′ + b² + b²
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn with_bias(self, bias: f64) -> Self {
        Self { bias, ..self }
    }

    /// Θᴸ(x, x′), the NTK with all weights and biases trained.
    ///
    /// # Errors
    /// Empty or non-finite input, two dimensions, a parameter out of range, or a kernel beyond f64.
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Linear};
    /// let theta = Architecture::new(4, Linear).ntk(&[1.0, 2.0], &[3.0, 0.5])?;
    /// assert!((theta - 5.0 * 4.0).abs() < 1e-14);                   // (L + 1) x·x′
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn ntk(&self, x: &[f64], y: &[f64]) -> Result<f64, KernelError> {
        let input = self.input(x, y)?;
        finite(self.ntk_of(input), &input)
    }

    /// Kᴸ(x, x′), the covariance of the network's outputs at initialisation.
    ///
    /// # Errors
    /// As for [`ntk`](Self::ntk).
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Relu};
    /// let k = Architecture::new(2, Relu).nngp(&[1.0, 0.0], &[1.0, 0.0])?;
    /// assert!((k - 0.25).abs() < 1e-15);                            // ‖x‖²/2ᴸ
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn nngp(&self, x: &[f64], y: &[f64]) -> Result<f64, KernelError> {
        let input = self.input(x, y)?;
        finite(self.nngp_of(input), &input)
    }

    /// K̇ᴸ(x, x′) = c² E\[φ′φ′\] at the last hidden layer.
    ///
    /// # Errors
    /// As for [`ntk`](Self::ntk); also at depth 0, which has no hidden layer.
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Relu};
    /// let two_layers = Architecture::new(1, Relu);
    /// assert_eq!(two_layers.kdot(&[1.0, 0.0], &[0.0, 2.0])?, 0.25);
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn kdot(&self, x: &[f64], y: &[f64]) -> Result<f64, KernelError> {
        let layers = self.layers(x, y)?;
        layers.last().map(|layer| layer.kdot).ok_or(KernelError::NoHiddenLayer)
    }

    /// The L + 1 terms Kˡ Π_{k>ℓ} K̇ᵏ of Θᴸ, from ℓ = 0: what each layer of weights contributes.
    ///
    /// # Errors
    /// As for [`ntk`](Self::ntk).
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Relu};
    /// let terms = Architecture::new(3, Relu).terms(&[1.0, 0.0], &[1.0, 0.0])?;
    /// assert_eq!(terms.len(), 4);
    /// assert!(terms.iter().all(|term| (term - 0.125).abs() < 1e-16));
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn terms(&self, x: &[f64], y: &[f64]) -> Result<Vec<f64>, KernelError> {
        let input = self.input(x, y)?;
        let mut terms = vec![input.value()];
        for layer in self.layers(x, y)? {
            for term in &mut terms {
                *term *= layer.kdot;
            }
            terms.push(layer.nngp.value());
        }
        terms.iter().try_for_each(|&term| finite(term, &input).map(drop))?;
        Ok(terms)
    }

    /// Kˡ and K̇ˡ of the hidden layers ℓ = 1 … L.
    ///
    /// # Errors
    /// As for [`ntk`](Self::ntk).
    ///
    /// ```
    /// use ntk::kernel::{Architecture, Relu};
    /// let layers = Architecture::new(2, Relu).layers(&[1.0, 0.0], &[0.0, 1.0])?;
    /// assert!(layers[1].nngp.theta() < layers[0].nngp.theta());     // inputs grow alike with depth
    /// # Ok::<(), ntk::kernel::KernelError>(())
    /// ```
    pub fn layers(&self, x: &[f64], y: &[f64]) -> Result<Vec<Layer>, KernelError> {
        let mut nngp = self.input(x, y)?;
        Ok((0..self.depth)
            .map(|_| {
                let layer = self.layer(&nngp);
                nngp = layer.nngp;
                layer
            })
            .collect())
    }

    /// The recursion (Jacot et al. 2018, theorem 1).
    pub(crate) fn ntk_of(&self, input: Covariance) -> f64 {
        let mut nngp = input;
        let mut ntk = nngp.value(); // Θ⁰ = K⁰
        for _ in 0..self.depth {
            let layer = self.layer(&nngp);
            ntk = layer.nngp.value() + ntk * layer.kdot; // Θˡ = Kˡ + Θˡ⁻¹ K̇ˡ
            nngp = layer.nngp;
        }
        ntk
    }

    pub(crate) fn nngp_of(&self, input: Covariance) -> f64 {
        (0..self.depth).fold(input, |nngp, _| self.layer(&nngp).nngp).value()
    }

    /// Kˡ = c² E\[φφ\] + b² and K̇ˡ = c² E\[φ′φ′\] under N(0, Λˡ⁻¹).
    pub(crate) fn layer(&self, nngp: &Covariance) -> Layer {
        let dual = self.activation.dual(nngp);
        Layer {
            nngp: dual.nngp.scaled(self.gain).with_bias(self.bias),
            kdot: dual.kdot * self.gain * self.gain,
        }
    }

    /// Λ⁰ of checked points.
    pub(crate) fn first_layer(&self, x: &Point, y: &Point) -> Covariance {
        x.covariance(y).with_bias(self.bias)
    }

    fn input(&self, x: &[f64], y: &[f64]) -> Result<Covariance, KernelError> {
        self.check()?;
        for (data, point) in [("x", x), ("y", y)] {
            if point.is_empty() {
                return Err(KernelError::Empty { data });
            }
        }
        if x.len() != y.len() {
            return Err(KernelError::Dimension { left: x.len(), right: y.len() });
        }
        let (mut x, mut y) = (x.to_vec(), y.to_vec());
        let (x, y) = (Point::new(&mut x, "x", 0)?, Point::new(&mut y, "y", 0)?);
        Ok(self.first_layer(&x, &y))
    }

    /// Gain, bias and slope must leave their squares room in an f64.
    pub(crate) fn check(&self) -> Result<(), KernelError> {
        for (name, value) in [("gain", self.gain), ("bias", self.bias)] {
            if value.is_nan() || value.abs() > 1e150 {
                let allowed = "a number between -1e150 and 1e150";
                return Err(KernelError::Parameter { name, value, allowed });
            }
        }
        match self.activation.closed_form() {
            Some(ClosedForm::Rectifier { slope }) if slope.is_nan() || slope.abs() > 1e150 => {
                let allowed = "a number between -1e150 and 1e150";
                Err(KernelError::Parameter { name: "slope", value: slope, allowed })
            }
            _ => Ok(()),
        }
    }
}

/// What overflowed did so because of the longer point.
fn finite(value: f64, input: &Covariance) -> Result<f64, KernelError> {
    let data = if input.std_x >= input.std_y { "x" } else { "y" };
    if value.is_finite() { Ok(value) } else { Err(KernelError::TooLarge { data, row: 0 }) }
}
