//! The output relaxes exponentially to 1: that is squared loss. Under cross-entropy the label 1 asks for
//! p = 1, and no finite output has that.
//!
//! Chapter 21, "Hard labels never end".

pub fn margin(theta: f64, f0: f64, t: f64) -> f64 {
    1.0 + (-theta * t).exp() * (f0 - 1.0)
}
