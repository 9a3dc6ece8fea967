//! Memory for large matrices, in large pages where the system has them.
//!
//! The system makes a page when it is first touched, which takes it as long as the rest of a two-layer
//! kernel does: 31 000 pages for 4000 × 4000 numbers, or 62 of the large ones.

/// So many zeros, in memory of their own that nobody has touched yet.
pub(super) fn zeros(len: usize) -> Vec<f64> {
    #[allow(unused_mut)]
    let mut zeros = vec![0.0; len];
    #[cfg(target_os = "linux")]
    ask_for_large_pages(&mut zeros);
    zeros
}

/// Below this many bytes a large page or two would hold mostly what was never asked for.
#[cfg(target_os = "linux")]
const LARGE: usize = 16 << 20;

/// A wish that the system is free to ignore; where it fails, all stays as it was.
#[cfg(target_os = "linux")]
fn ask_for_large_pages(memory: &mut [f64]) {
    use rustix::mm::{Advice, madvise};

    // The system takes whole pages only, from the first that begins inside.
    const PAGE: usize = 1 << 16;
    let bytes = size_of_val(memory);
    if bytes < LARGE {
        return;
    }
    let start = memory.as_mut_ptr();
    let skip = start.align_offset(PAGE).saturating_mul(size_of::<f64>());
    let whole = bytes.saturating_sub(skip) / PAGE * PAGE;
    // SAFETY: the range lies inside `memory`, which is borrowed for us alone, and this advice changes in
    // what pieces the system keeps the range but no byte of it.
    #[allow(unsafe_code)]
    let asked =
        unsafe { madvise(start.wrapping_byte_add(skip).cast(), whole, Advice::LinuxHugepage) };
    // An old system, or one that has no large pages: slower, and as right.
    asked.ok();
}
