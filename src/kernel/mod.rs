//! The infinite-width kernels of fully-connected networks: NNGP, NTK and everything they are made of.
//!
//! A pair of inputs starts as the covariance Λ⁰ of their first pre-activations. Each hidden layer turns
//! Λ into the next one by two Gaussian expectations, E\[φφ\] and E\[φ′φ′\] (an [`Activation`] computes
//! both), and [`Architecture`] walks the layers. [`conventions`] fixes what every symbol means.
//!
//! ```
//! use ntk::kernel::{Architecture, Relu};
//!
//! let two_layers = Architecture::new(1, Relu);
//! let theta = two_layers.ntk(&[1.0, 0.0], &[0.0, 1.0])?;
//! assert!((theta - 1.0 / std::f64::consts::TAU).abs() < 1e-16);     // Θ = 1/2π at a right angle
//! # Ok::<(), ntk::kernel::KernelError>(())
//! ```
//!
//! Convolution, attention, pooling and finite width are out of its scope, and it does no input or output.

mod activation;
mod angle;
mod architecture;
mod blocks;
mod closed_form;
pub mod conventions;
mod covariance;
mod data_set;
mod erf;
mod error;
mod gram;
mod name;
mod panels;
mod polynomials;
mod quadrature;
mod rectifier;
mod simd;

pub use activation::{Activation, ClosedForm, Dual};
pub use architecture::{Architecture, Layer};
pub use covariance::Covariance;
pub use erf::Erf;
pub use error::KernelError;
pub use name::{ActivationName, UnknownActivation};
pub use quadrature::{Named, Quadrature};
pub use rectifier::{Absolute, LeakyRelu, Linear, Relu};
