//! The Neural Tangent Kernel as a library.
//!
//! The mathematics of infinite width lives here and knows nothing of exercises. The checker
//! (`src/checker`) and the command line (`src/cli`) are packages of their own and know nothing of
//! kernels; so are networks of finite width (`src/network`) and what puts the one before the other
//! (`src/lab`).

pub mod dataset;
pub mod dynamics;
pub mod kernel;
pub mod shell;
