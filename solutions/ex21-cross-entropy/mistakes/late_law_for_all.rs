//! ln(e^{f0} + Θt) keeps e^f of the equation f + e^f = f0 + e^{f0} + Θt and drops f itself. It is the late
//! law; at f0 = 0 it starts twice as fast as the flow.
//!
//! Chapter 21, "Hard labels never end".

pub fn margin(theta: f64, f0: f64, t: f64) -> f64 {
    f0 + (theta * t * (-f0).exp()).ln_1p()
}
