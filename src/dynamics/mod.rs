//! What a network does while it trains, in the limit where its NTK stands still.
//!
//! With squared loss the outputs obey ḟ = −Θ(f − y), a linear equation: one eigendecomposition of the
//! training Gram matrix (a [`Spectrum`]) answers for every time, on training and test points, from any f₀.
//! A [`Training`] says how long and by which rule; all of them are filters g(λ) on the spectrum:
//!
//! ```text
//! f(x*) = f₀(x*) + Θ(x*, X) g(Θ) (y − f₀)
//! ```
//!
//! ```
//! use nalgebra::{DMatrix, DVector};
//! use ntk::dynamics::{Learner, Spectrum, TestPoints, Training};
//!
//! let spectrum = Spectrum::of(&DMatrix::from_row_slice(2, 2, &[1.0, 0.2, 0.2, 1.0]))?;
//! let learner = Learner::from_zero(&spectrum, &DVector::from_vec(vec![2.0, -1.0]))?;
//! let test = TestPoints::from_zero(&spectrum, &DMatrix::from_row_slice(1, 2, &[0.6, 0.6]))?;
//! let limit = learner.at_test(&test, Training::until_converged())?;
//! assert!((limit[0] - 0.5).abs() < 1e-15);
//! # Ok::<(), ntk::dynamics::DynamicsError>(())
//! ```
//!
//! Where only ridge regression is asked for, and one ridge, a Cholesky factor does ([`Ridge`]). Both
//! factorisations are nalgebra's, and with the feature `faer` that crate's, which take a third to a quarter
//! of the time at a thousand points, 1.1 to 1.3 times LAPACK's; `cargo bench --bench spectrum` measures them.
//!
//! This module knows matrices, not networks: Θ may come from [`kernel`](crate::kernel), from a finite
//! network's own tangent features, or from anywhere else.

mod alignment;
mod cholesky;
mod cross_entropy;
mod decay;
mod ensemble;
mod error;
mod fisher;
mod gauss;
mod harmonics;
mod learner;
mod learning_curve;
mod modes;
mod ode;
mod one_sample;
mod ridge;
mod spectrum;
mod training;

pub use alignment::alignment;
pub use cross_entropy::{
    CrossEntropyFlow, CrossEntropyState, probabilities, probability_operator, weighted_kernel,
};
pub use decay::DecayToZero;
pub use ensemble::{
    Gaussian, Prior, ensemble_at_test, ensemble_at_train, label_noise_variance, trained_variances,
};
pub use error::DynamicsError;
pub use fisher::{fisher, natural_gradient, tangent_gram, weighted_fisher};
pub use harmonics::{Harmonic, cube_spectrum, sphere_spectrum};
pub use learner::{Learner, TestPoints};
pub use learning_curve::learning_curve;
pub use modes::power_law;
pub use one_sample::OneSample;
pub use ridge::Ridge;
pub use spectrum::Spectrum;
pub use training::Training;
