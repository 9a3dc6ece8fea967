//! The author's side: frozen values made from the solution, and proof that an exercise is sound.

mod calls;
pub mod freeze;
pub mod validate;

pub use calls::{Seeds, frozen_from_solution};
