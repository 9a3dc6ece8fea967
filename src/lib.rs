//! The NTK course as a library.
//!
//! [`checker`] grades exercises: it builds a learner's package, runs it in a process of its own,
//! compares raw values with frozen ones and says what is wrong. [`cli`] is the command line on top.
//! The checker knows nothing of neural tangent kernels, and the mathematics nothing of exercises.

pub mod checker;
pub mod cli;
pub mod dynamics;
pub mod kernel;
