pub mod dynamics;
pub mod kernel;
