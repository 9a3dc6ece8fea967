//! The Neural Tangent Kernel as a library.
//!
//! The mathematics lives here and knows nothing of exercises. The checker (`src/checker`) and the
//! command line (`src/cli`) are packages of their own: they know nothing of kernels.

pub mod dataset;
pub mod dynamics;
pub mod kernel;
pub mod lab;
pub mod network;
pub mod shell;
