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
//!
//! # Accuracy
//!
//! The largest error seen, relative to max(|value|, 10⁻³ √(value at (x, x) · value at (x′, x′))), of pairs
//! and of Gram matrices, against mpmath with 150 to 700 digits: angles from 0 over 1e-15, 1e-12 … 2.5 to π,
//! norms 1e-150 … 1e150, zero vectors, gains 0.9 … 3, biases 0 … 1.5 (tests/kernel_accuracy.rs, which
//! fails beyond 1e-13 to depth 10 and 1e-12 to depth 50).
//!
//! | depth | ReLU | leaky ReLU | abs | linear | erf |
//! |---|---|---|---|---|---|
//! | 1 | 3.7e-14 | 9.5e-15 | 3.9e-14 | 3.3e-15 | 2.2e-14 |
//! | 3 | 9.6e-16 | 1.5e-15 | 5.8e-16 | 2.8e-15 | 2.1e-14 |
//! | 10 | 2.4e-15 | 1.8e-15 | 1.6e-15 | 3.4e-15 | 2.1e-14 |
//! | 50 | 9.5e-15 | 7.6e-15 | 6.9e-15 | 6.7e-15 | 1.0e-14 |
//! | 1000 | 1.4e-13 | | 1.4e-13 | | 2.2e-13 |
//!
//! (Depth 1 is worst because its NTK passes through zero there, near θ = 113°.) With larger gains erf drives
//! inputs apart, and roundings with them: 2e-13 was seen at gain 5, bias 6, depth 7. An activation by
//! [`Quadrature`] states its own error. A kernel of finite input is finite, or a typed error.

//!
//! # Speed
//!
//! Gram matrices, d = 64, beside neural-tangents 0.6.5 on the same two cores: `tests/bench/gram.rs` and
//! `tests/bench/against_jax.py`. Milliseconds, the best of many calls of either side on a nearly idle machine;
//! here in fresh memory / there, and their ratio; in brackets the ratio with `*_into` and memory that is there.
//!
//! | | m = 500 | 1000 | 2000 | 4000 |
//! |---|---|---|---|---|
//! | ReLU, depth 1 | 0.69 / 4.3, 6.2 | 2.3 / 12.5, 5.4 | 9.8 / 68, 7.0 | 45 / 263, 5.9 (7.6) |
//! | erf, depth 1 | 0.63 / 4.5, 7.1 | 2.1 / 12.8, 6.1 | 8.6 / 68, 7.9 | 41 / 267, 6.5 (8.8) |
//! | ReLU, depth 3 | 0.92 / 11.2, 12.2 | 3.3 / 40, 12.1 | 13.4 / 178, 13.3 | 60 / 732, 12.2 (14.9) |
//! | erf, depth 3 | 0.87 / 6.3, 7.2 | 3.1 / 36, 11.8 | 12.3 / 145, 11.8 | 57 / 605, 10.6 (11.1) |
//! | ReLU, depth 10 | 1.9 / 41, 22.3 | 7.1 / 164, 23.0 | 27.9 / 687, 24.6 | 122 / 2757, 22.5 (26.3) |
//! | erf, depth 10 | 1.8 / 28, 16.0 | 6.6 / 114, 17.2 | 24.5 / 503, 20.6 | 101 / 2005, 19.8 (21.5) |
//!
//! At m = 4000 the result is 31 000 pages of new memory, whose making took as long as all the rest of depth 1;
//! the library asks for large pages instead. At m = 500 the recursion alone, at the 2.1 ns for a pair and
//! layer that the processor's multipliers allow, takes erf of depth 3 half of its time, the product a quarter.

mod activation;
mod angle;
mod architecture;
mod block;
mod blocks;
mod closed_form;
mod columns;
pub mod conventions;
mod covariance;
mod data_set;
mod erf;
mod error;
mod gram;
mod name;
mod pages;
mod panels;
mod polynomials;
mod quadrature;
mod rectifier;
mod simd;
mod transpose;

pub use activation::{Activation, ClosedForm, Dual};
pub use architecture::{Architecture, Layer};
pub use covariance::Covariance;
pub use erf::Erf;
pub use error::KernelError;
pub use name::{ActivationName, UnknownActivation};
pub use quadrature::{Named, Quadrature};
pub use rectifier::{Absolute, LeakyRelu, Linear, Relu};
