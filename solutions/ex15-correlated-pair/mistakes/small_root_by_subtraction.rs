//! The formula is right, and the smaller root has lost its digits: it is the difference of two nearly
//! equal numbers. The product of the roots is the determinant, so divide that by the larger root.
//!
//! Chapter 15, "Nearly the same point".

pub fn pair_rates(a: f64, b: f64, d: f64) -> (f64, f64) {
    let root = (a - d).hypot(2.0 * b);
    ((a + d + root) / 2.0, (a + d - root) / 2.0)
}
