use std::f64::consts::FRAC_1_SQRT_2;

use super::{Activation, NetworkError};

/// How a layer's weights are scaled, for hidden width n and gain c. In each, the network at
/// initialisation is the same function but for [`MeanField`](Self::MeanField), whose output is smaller.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scaling {
    /// Every weight ~ N(0, 1); each layer after the first is multiplied by c/√n (Jacot et al. 2018).
    Ntk,
    /// The first layer ~ N(0, 1), the others ~ N(0, c²/n), and nothing multiplied. Its tangent kernel
    /// grows like n: so must the learning rate shrink.
    Standard,
    /// As [`Ntk`](Self::Ntk), but the readout is multiplied by c/n (Mei, Montanari & Nguyen 2018; with
    /// hidden matrices this is μP, Yang & Hu 2021). Its tangent kernel shrinks like 1/n: so must the
    /// learning rate grow.
    MeanField,
}

/// Which layers of weights are trained; a layer's biases go with its weights.
#[derive(Debug, Clone, PartialEq)]
pub enum Trained {
    All,
    /// These alone, counted from 0, which is the layer at the input.
    Only(Vec<usize>),
}

/// What a fully-connected network is, before any number is drawn.
///
/// ```text
/// h¹ = W¹x + βb¹,   hˡ = s Wˡ φ(hˡ⁻¹) + βbˡ,   f = α hᴸ⁺¹,   s = gain/√width
/// ```
#[derive(Debug, Clone)]
pub struct Design {
    /// Dimension d of the inputs.
    pub inputs: usize,
    /// Number C of outputs.
    pub outputs: usize,
    /// Number L of hidden layers; there are L + 1 layers of weights.
    pub depth: usize,
    /// Width n of every hidden layer.
    pub width: usize,
    pub activation: Activation,
    /// c, which multiplies every layer after the first: 1, or √2 for He.
    pub gain: f64,
    /// β, the standard deviation of every layer's biases.
    pub bias: f64,
    pub scaling: Scaling,
    /// α, which multiplies the output (Chizat, Oyallon & Bach 2019).
    pub output_scale: f64,
    /// f = (f_θ − f_θ′)/√2 with θ′ = θ at first: f₀ = 0, and the tangent kernel is that of one half.
    pub doubled: bool,
    pub trained: Trained,
}

impl Design {
    /// One output, NTK scaling, gain 1, no biases, all layers trained.
    ///
    /// ```
    /// use ntk_network::{Activation, Design};
    /// let design = Design::new(10, 2, 512, Activation::Tanh);
    /// assert_eq!(design.parameter_count(), 512 * 10 + 512 * 512 + 512);
    /// ```
    pub fn new(inputs: usize, depth: usize, width: usize, activation: Activation) -> Self {
        Self {
            inputs,
            outputs: 1,
            depth,
            width,
            activation,
            gain: 1.0,
            bias: 0.0,
            scaling: Scaling::Ntk,
            output_scale: 1.0,
            doubled: false,
            trained: Trained::All,
        }
    }

    /// Number of trainable and frozen parameters. Without biases (β = 0) none are counted, and of a
    /// doubled network one half.
    pub fn parameter_count(&self) -> usize {
        let biases = |rows| if self.bias == 0.0 { 0 } else { rows };
        (0..=self.depth).map(|layer| self.shape(layer)).map(|(r, c)| r * c + biases(r)).sum()
    }

    /// Rows and columns of a layer's weights.
    pub(crate) fn shape(&self, layer: usize) -> (usize, usize) {
        let rows = if layer == self.depth { self.outputs } else { self.width };
        let columns = if layer == 0 { self.inputs } else { self.width };
        (rows, columns)
    }

    /// What multiplies a layer's weights in the forward pass.
    pub(crate) fn factor(&self, layer: usize) -> f64 {
        let n = self.width as f64;
        match self.scaling {
            _ if layer == 0 => 1.0,
            Scaling::Standard => 1.0,
            Scaling::MeanField if layer == self.depth => self.gain / n,
            Scaling::Ntk | Scaling::MeanField => self.gain / n.sqrt(),
        }
    }

    /// The standard deviation with which a layer's weights are drawn.
    pub(crate) fn deviation(&self, layer: usize) -> f64 {
        match self.scaling {
            Scaling::Standard if layer > 0 => self.gain / (self.width as f64).sqrt(),
            _ => 1.0,
        }
    }

    /// What multiplies the biases in the forward pass, and their standard deviation.
    pub(crate) fn bias_factor_and_deviation(&self) -> (f64, f64) {
        match self.scaling {
            Scaling::Standard => (1.0, self.bias),
            Scaling::Ntk | Scaling::MeanField => (self.bias, 1.0),
        }
    }

    /// What multiplies each half's output: ±α/√2, or α.
    pub(crate) fn output_factors(&self) -> Vec<f64> {
        if self.doubled {
            let factor = self.output_scale * FRAC_1_SQRT_2;
            vec![factor, -factor]
        } else {
            vec![self.output_scale]
        }
    }

    pub(crate) fn trains(&self, layer: usize) -> bool {
        match &self.trained {
            Trained::All => true,
            Trained::Only(layers) => layers.contains(&layer),
        }
    }

    pub(crate) fn check(&self) -> Result<(), NetworkError> {
        let sizes = [("inputs", self.inputs), ("outputs", self.outputs), ("width", self.width)];
        for (name, size) in sizes {
            if size == 0 {
                return Err(NetworkError::Parameter { name, value: 0.0, allowed: "at least 1" });
            }
        }
        for (name, value) in
            [("gain", self.gain), ("bias", self.bias), ("output_scale", self.output_scale)]
        {
            if !value.is_finite() {
                return Err(NetworkError::Parameter { name, value, allowed: "a finite number" });
            }
        }
        let layers = match &self.trained {
            Trained::All => &[],
            Trained::Only(layers) => layers.as_slice(),
        };
        match layers.iter().find(|&&layer| layer > self.depth) {
            Some(&layer) => Err(NetworkError::Parameter {
                name: "trained layer",
                value: layer as f64,
                allowed: "at most the depth: layers count from 0",
            }),
            None => Ok(()),
        }
    }
}
