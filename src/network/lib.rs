//! The real network: finite width, drawn at random, trained by gradient descent.
//!
//! A [`Design`] says what a network is (depth, width, activation, scaling, which layers are trained),
//! [`Network::draw`] draws its parameters from a seed, and [`Descent`] trains them on all samples at
//! once. [`Network::tangents`] gives the empirical NTK layer by layer, [`Drift`] records how it moves, and
//! [`Linearised`] trains the network's own linearisation beside it.
//!
//! ```
//! use nalgebra::DMatrix;
//! use ntk_network::{Activation, Descent, Design, Network, Settings};
//!
//! let xs = DMatrix::from_row_slice(2, 2, &[1.0, 0.0, 0.0, 1.0]);              // rows are samples
//! let targets = DMatrix::from_row_slice(2, 1, &[2.0, -1.0]);
//! let mut network = Network::<f64>::draw(Design::new(2, 1, 256, Activation::Relu), 7)?;
//! let mut descent = Descent::new(&mut network, &xs, &targets, Settings::new(0.5))?;
//! descent.run(200)?;
//! assert!(descent.loss() < 1e-12);
//! # Ok::<(), ntk_network::NetworkError>(())
//! ```
//!
//! Nothing here knows a kernel formula: no expectation, no limit, no recursion on covariances. What the
//! lab finds of the limit, it finds in these networks.
//!
//! Inside, a column is a sample: a layer maps n×m to n′×m. No threads are used, and the products are
//! made in one order, so a result depends on the seed and on nothing else of a run.

mod activation;
mod descent;
mod design;
mod draw;
mod drift;
mod error;
mod jacobian;
mod linearised;
mod loss;
mod pass;
mod product;
mod scalar;
mod stack;
mod tangents;

pub use activation::Activation;
pub use descent::{Decay, Descent, Settings};
pub use design::{Design, Scaling, Trained};
pub use draw::normals;
pub use drift::{Drift, Moved};
pub use error::NetworkError;
pub use linearised::Linearised;
pub use loss::Loss;
pub use scalar::Scalar;
pub use stack::Network;
pub use tangents::Tangents;
