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
//! | depth | ReLU | leaky ReLU | abs | linear | erf | sin |
//! |---|---|---|---|---|---|---|
//! | 1 | 3.7e-14 | 9.5e-15 | 3.9e-14 | 3.3e-15 | 9.2e-15 | 4.6e-15 |
//! | 3 | 9.6e-16 | 1.5e-15 | 5.8e-16 | 2.8e-15 | 9.1e-15 | 2.0e-14 |
//! | 10 | 2.4e-15 | 1.8e-15 | 1.6e-15 | 3.4e-15 | 9.0e-15 | 1.5e-14 |
//! | 50 | 9.5e-15 | 7.6e-15 | 6.9e-15 | 6.7e-15 | 1.0e-14 | 1.2e-14 |
//! | 1000 | 1.4e-13 | | 1.4e-13 | | 2.2e-13 | 2.9e-15 |
//!
//! (Depth 1 is worst because its NTK passes through zero there, near θ = 113°.) With larger gains erf drives
//! inputs apart, and roundings with them: 2e-13 was seen at gain 5, bias 6, depth 7, and for nearly parallel
//! points 1e-10 at gain 100, bias 100, depth 10. In matrices of erf without a bias the rounding of x·x′ stays
//! in kernels near 0: 1.2e-13 was seen at depth 1 and 1.7e-13 at depth 0, of 32 positive components half of
//! whose signs were flipped. An activation by [`Quadrature`] states its own error. A kernel of finite input is
//! finite, or a typed error.

//!
//! # Speed
//!
//! Gram matrices, d = 64, beside neural-tangents 0.6.5 on the same two cores: `tests/bench/gram.rs` and
//! `tests/bench/against_jax.py`. Milliseconds, the best of many calls of either side on a nearly idle machine;
//! here in fresh memory / there, and their ratio; in brackets the ratio with `*_into` and memory that is there.
//!
//! | | m = 500 | 1000 | 2000 | 4000 |
//! |---|---|---|---|---|
//! | ReLU, depth 1 | 0.62 / 4.4, 7.1 | 2.1 / 12, 6.0 | 9.2 / 70, 7.6 | 44 / 278, 6.3 (7.9) |
//! | erf, depth 1 | 0.46 / 4.6, 10.0 | 1.5 / 13, 8.4 | 7.3 / 71, 9.7 | 37 / 274, 7.4 (9.9) |
//! | ReLU, depth 3 | 0.81 / 12, 14.2 | 2.8 / 40, 14.2 | 12 / 180, 14.7 | 56 / 712, 12.7 (15.2) |
//! | erf, depth 3 | 0.60 / 6.4, 10.6 | 2.0 / 37, 18.5 | 9.2 / 149, 16.2 | 44 / 648, 14.7 (18.5) |
//! | ReLU, depth 10 | 1.7 / 41, 25.0 | 6.3 / 164, 26.0 | 26 / 690, 26.4 | 112 / 2742, 24.6 (27.0) |
//! | erf, depth 10 | 1.1 / 30, 28.2 | 3.9 / 117, 30.1 | 16 / 475, 29.1 | 81 / 2158, 26.5 (34.4) |
//!
//! Random points: most columns hold no pair with |cos θ| > ½, and erf without a bias takes a shorter way
//! through them. Where every column holds one, depth 3 takes 0.1 ms more at m = 500, and a quarter more at 2000;
//! depth 10 a third.
//!
//! At m = 4000 the result is 31 000 pages of new memory, whose making took as long as all the rest of depth 1;
//! the library asks for large pages instead. Here a pair takes 1.9 ns a layer with ReLU and 1.0 ns with erf, its
//! share of the product 2.4 ns, its two places 0.6 ns. At m = 500 two thirds of erf's time at depth 3 are spent
//! so; the rest goes to waking the second thread and to the points, which one thread prepares.

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
mod sine;
mod strips;
mod transpose;

pub use activation::{Activation, ClosedForm, Dual};
pub use architecture::{Architecture, Layer};
pub use covariance::Covariance;
pub use erf::{Erf, ScaledErf};
pub use error::KernelError;
pub use name::{ActivationName, UnknownActivation};
pub use quadrature::{Named, Quadrature};
pub use rectifier::{Absolute, LeakyRelu, Linear, Relu};
pub use sine::Sine;
