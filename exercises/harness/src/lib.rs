//! What stands between an exercise and the checker.
//!
//! An exercise lists its functions once, in `signatures.rs`, with [`exercise!`]. The macro checks
//! their types, and turns the package into a program that answers requests: "call `ntk_relu` with
//! these arguments". The solutions use the same list, and add their known mistakes with
//! [`mistakes!`].
//!
//! The program never judges. It holds no expected value, and what it prints, or the code it exits
//! with, counts for nothing: the checker reads the raw returned values and decides.

mod argument;
mod channel;
mod exercise;
mod memory;
mod named;
mod panics;
mod protocol;
mod serve;
mod shared;
mod value;

pub use argument::{Argument, Arguments, FromValue, IntoValue, Mismatch, Type};
pub use channel::{CHANNEL_VARIABLE, ChildEnd, Line, LineError, ParentEnd};
pub use exercise::{Callable, Mistake, Signature};
pub use memory::{MEMORY_VARIABLE, Memory, memory};
pub use protocol::{Description, MistakeText, Outcome, Panic, Reply, Request, WHAT_TO_TYPE};
pub use serve::{__argument, __no_function, serve, serve_with_mistakes};
pub use value::{Matrix, Value};

/// Calls nalgebra's common routines, so that they are compiled here, optimised, and exercises use
/// these copies instead of compiling slow ones of their own at every edit.
pub use shared::compile_once;
