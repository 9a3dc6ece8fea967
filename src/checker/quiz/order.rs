//! The order in which options are shown: drawn from a seed, unless the author's order says something.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::Question;

impl Question {
    /// The options' places in the file, in the order in which they are shown.
    pub fn order(&self, seed: u64) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.options.len()).collect();
        if !self.ordered {
            // Each question has a stream of its own: another question more changes no order.
            let stream = self
                .id()
                .bytes()
                .fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            rng.set_stream(stream);
            order.shuffle(&mut rng);
        }
        order
    }
}
