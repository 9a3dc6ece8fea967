//! One loop, compiled for the processor it runs on.

/// A numeric loop that the compiler can vectorise.
pub(crate) trait Loop {
    /// Must be `#[inline(always)]`, to be compiled anew inside each of the functions below. `FMA` says
    /// whether the processor multiplies and adds in one instruction.
    fn run<const FMA: bool>(self);
}

/// Does this processor have registers of eight numbers, as [`run`] uses them?
pub(crate) fn has_avx512() -> bool {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::is_x86_feature_detected as has;
        has!("avx512f") && has!("avx512dq") && has!("avx512vl") && has!("avx2") && has!("fma")
    }
    #[cfg(not(target_arch = "x86_64"))]
    false
}

/// Runs the loop with the widest instructions that this processor has.
pub(crate) fn run(work: impl Loop) {
    #[cfg(target_arch = "x86_64")]
    {
        use std::arch::is_x86_feature_detected as has;
        if has_avx512() {
            // SAFETY: `has_avx512` has just detected the features that `with_avx512` enables.
            #[allow(unsafe_code)]
            return unsafe { with_avx512(work) };
        }
        if has!("avx2") && has!("fma") {
            // SAFETY: the features that `with_avx2` enables were detected on this processor just now.
            #[allow(unsafe_code)]
            return unsafe { with_avx2(work) };
        }
    }
    // Every aarch64 processor multiplies and adds in one instruction.
    if cfg!(target_arch = "aarch64") { work.run::<true>() } else { work.run::<false>() }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512dq,avx512vl,avx2,fma")]
fn with_avx512(work: impl Loop) {
    work.run::<true>()
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn with_avx2(work: impl Loop) {
    work.run::<true>()
}
