//! The memory limit that holds on every system: an allocator that refuses beyond it.

use std::alloc::System;

use cap::Cap;

/// Names the limit, in bytes, to the program.
pub const MEMORY_VARIABLE: &str = "NTK_MEMORY";

pub type Memory = Cap<System>;

pub const fn memory() -> Memory {
    Cap::new(System, usize::MAX)
}

/// A refused allocation aborts with a message that the checker knows.
pub(crate) fn limit(memory: &Memory) {
    if let Some(bytes) = std::env::var(MEMORY_VARIABLE).ok().and_then(|text| text.parse().ok()) {
        // An error means that more is in use already; then the system's own limit has to do.
        let _ = memory.set_limit(bytes);
    }
}
