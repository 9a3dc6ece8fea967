//! The author's side: frozen values made from the solution, and proof that an exercise is sound.

pub mod book;
mod calls;
pub mod freeze;
mod place;
mod quiz;
pub mod scaffold;
pub mod stats;
pub mod validate;

pub use calls::{Seeds, frozen_from_solution};
pub use quiz::validate as validate_quiz;
