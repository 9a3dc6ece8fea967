pub mod dataset;
pub mod dynamics;
pub mod kernel;
pub mod shell;
