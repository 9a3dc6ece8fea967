//! Normal numbers for figures that show chance: the same on every machine.

use std::f64::consts::TAU;

/// `count` numbers from N(0, 1): Box and Muller's method on a linear congruential generator.
pub fn normals(seed: u64, count: usize) -> Vec<f64> {
    let mut state = seed;
    let mut uniform = || {
        // Knuth's constants; the upper bits are the good ones.
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    (0..count).map(|_| (-2.0 * uniform().ln()).sqrt() * (TAU * uniform()).cos()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_have_the_moments_of_a_normal_number() {
        let draws = normals(1, 40_000);
        let moment = |power| draws.iter().map(|z| z.powi(power)).sum::<f64>() / 40_000.0;
        // Five standard errors each.
        assert!(moment(1).abs() < 0.025, "{}", moment(1));
        assert!((moment(2) - 1.0).abs() < 0.035, "{}", moment(2));
        assert!((moment(4) - 3.0).abs() < 0.25, "{}", moment(4));
    }
}
