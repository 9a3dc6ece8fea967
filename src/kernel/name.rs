use std::fmt;
use std::str::FromStr;

use super::{Absolute, Activation, Erf, LeakyRelu, Linear, Quadrature, Relu, Sine};

/// An activation chosen by name, as on a command line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ActivationName {
    Relu,
    LeakyRelu { slope: f64 },
    Abs,
    Erf,
    Linear,
    Tanh,
    Gelu,
    Sin,
}

/// The text names no activation.
#[derive(Debug, Clone, PartialEq)]
pub struct UnknownActivation(String);

impl ActivationName {
    /// The activation itself.
    ///
    /// ```
    /// use ntk::kernel::{ActivationName, Architecture};
    /// let name: ActivationName = "leaky-relu:0.1".parse()?;
    /// let k = Architecture::new(1, name.activation()).nngp(&[1.0], &[1.0]).unwrap();
    /// assert!((k - 0.505).abs() < 1e-15);                           // (1 + 0.1²)/2
    /// # Ok::<(), ntk::kernel::UnknownActivation>(())
    /// ```
    pub fn activation(self) -> Box<dyn Activation> {
        match self {
            Self::Relu => Box::new(Relu),
            Self::LeakyRelu { slope } => Box::new(LeakyRelu { slope }),
            Self::Abs => Box::new(Absolute),
            Self::Erf => Box::new(Erf),
            Self::Linear => Box::new(Linear),
            Self::Tanh => Box::new(Quadrature::tanh()),
            Self::Gelu => Box::new(Quadrature::gelu()),
            Self::Sin => Box::new(Sine),
        }
    }
}

impl FromStr for ActivationName {
    type Err = UnknownActivation;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "relu" => Ok(Self::Relu),
            "abs" => Ok(Self::Abs),
            "erf" => Ok(Self::Erf),
            "linear" => Ok(Self::Linear),
            "tanh" => Ok(Self::Tanh),
            "gelu" => Ok(Self::Gelu),
            "sin" => Ok(Self::Sin),
            _ => {
                let slope = text.strip_prefix("leaky-relu:").and_then(|slope| slope.parse().ok());
                match slope {
                    Some(slope) if f64::abs(slope) <= 1e150 => Ok(Self::LeakyRelu { slope }),
                    _ => Err(UnknownActivation(text.to_string())),
                }
            }
        }
    }
}

impl fmt::Display for UnknownActivation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = "relu, leaky-relu:SLOPE, abs, erf, linear, tanh, gelu and sin";
        write!(f, "no activation is called '{}'; there are {names}", self.0)
    }
}

impl std::error::Error for UnknownActivation {}
