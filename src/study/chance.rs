//! Chance, always from a seed: the same seed gives the same paper and the same fuzz, today and next year.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

/// The generator behind every seed. ChaCha with 8 rounds is named and fixed, unlike `StdRng`.
pub type Chance = ChaCha8Rng;

/// The generator for `seed` and a purpose, so that two uses of one seed do not move together.
#[must_use]
pub fn chance(seed: u64, purpose: &str) -> Chance {
    Chance::seed_from_u64(seed ^ fnv(purpose.as_bytes()))
}

/// 64-bit FNV-1a: a hash that means the same on every machine and in every release.
#[must_use]
pub fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// The numbers below `n`, shuffled.
#[must_use]
pub fn shuffled(n: usize, chance: &mut Chance) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.shuffle(chance);
    order
}
