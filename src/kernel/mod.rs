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
//! | 1 | 3.7e-14 | 9.5e-15 | 3.9e-14 | 3.3e-15 | 9.2e-15 |
//! | 3 | 9.6e-16 | 1.5e-15 | 5.8e-16 | 2.8e-15 | 9.1e-15 |
//! | 10 | 2.4e-15 | 1.8e-15 | 1.6e-15 | 3.4e-15 | 9.0e-15 |
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
//! | ReLU, depth 1 | 0.62 / 4.4, 7.1 | 2.0 / 12.5, 6.2 | 9.1 / 66, 7.3 | 44 / 278, 6.3 (8.3) |
//! | erf, depth 1 | 0.55 / 4.4, 8.0 | 1.8 / 12.6, 7.0 | 8.0 / 67, 8.5 | 40 / 276, 6.8 (9.5) |
//! | ReLU, depth 3 | 0.82 / 11.3, 13.8 | 2.9 / 40, 13.6 | 12.6 / 176, 13.9 | 58 / 722, 12.5 (15.5) |
//! | erf, depth 3 | 0.79 / 6.4, 8.1 | 2.7 / 36, 13.3 | 11.2 / 146, 12.9 | 52 / 668, 12.9 (15.9) |
//! | ReLU, depth 10 | 1.7 / 41, 23.8 | 6.6 / 164, 24.8 | 26 / 671, 25.4 | 110 / 2850, 25.9 (28.4) |
//! | erf, depth 10 | 1.5 / 29, 19.7 | 5.7 / 111, 19.4 | 23 / 470, 20.8 | 96 / 2264, 23.5 (26.1) |
//!
//! At m = 4000 the result is 31 000 pages of new memory, whose making took as long as all the rest of depth 1;
//! the library asks for large pages instead. Here a pair takes 1.6 ns a layer, its share of
//! the product 2.6 ns, its two places 1.1 ns. At m = 500 two thirds of erf's time at depth 3 are spent so; the
//! rest goes to the points, which one thread prepares, and to waking the other.

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
mod strips;
mod transpose;

pub use activation::{Activation, ClosedForm, Dual};
pub use architecture::{Architecture, Layer};
pub use covariance::Covariance;
pub use erf::Erf;
pub use error::KernelError;
pub use name::{ActivationName, UnknownActivation};
pub use quadrature::{Named, Quadrature};
pub use rectifier::{Absolute, LeakyRelu, Linear, Relu};
