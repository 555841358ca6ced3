//! How likely chance alone would give a pattern.

use std::collections::VecDeque;

/// Patterns that chance gives less often than this are reported.
pub(super) const RARE: f64 = 0.05;

/// What is so unlikely adds nothing that could be seen in a sum of probabilities.
const NEGLIGIBLE: f64 = 1e-20;

/// The probability that at least `hits` of independent events happen, whose chances may differ (Poisson's binomial,
/// exact but for numbers of events that are as good as impossible).
pub(crate) fn at_least(hits: usize, chances: &[f64]) -> f64 {
    // The probability of exactly `fewest`, `fewest + 1` … events.
    let (mut fewest, mut exactly) = (0, VecDeque::from([1.0]));
    for &p in chances {
        let mut from_below = 0.0;
        for odds in &mut exactly {
            let up = *odds * p;
            *odds = *odds * (1.0 - p) + from_below;
            from_below = up;
        }
        exactly.push_back(from_below);
        while exactly.len() > 1 && exactly.front().is_some_and(|&odds| odds < NEGLIGIBLE) {
            exactly.pop_front();
            fewest += 1;
        }
        while exactly.len() > 1 && exactly.back().is_some_and(|&odds| odds < NEGLIGIBLE) {
            exactly.pop_back();
        }
    }
    // The sum of nothing is -0.
    exactly.iter().skip(hits.saturating_sub(fewest)).sum::<f64>() + 0.0
}

/// How many of the events chance would give on average.
pub(crate) fn expected(chances: &[f64]) -> f64 {
    chances.iter().sum()
}

/// `1 / n`.
pub(super) fn one_in(n: usize) -> f64 {
    ratio(1, n)
}

/// `a / b`.
pub(super) fn ratio(a: usize, b: usize) -> f64 {
    f64::from(u32::try_from(a).unwrap_or(u32::MAX)) / f64::from(u32::try_from(b).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_binomial_tail_for_equal_chances() {
        assert!((at_least(3, &[0.5; 4]) - 5.0 / 16.0).abs() < 1e-12);
        assert!((at_least(0, &[0.3; 7]) - 1.0).abs() < 1e-12);
        assert!(at_least(5, &[0.5; 4]).abs() < 1e-12);
    }

    #[test]
    fn takes_unequal_chances() {
        assert!((at_least(2, &[0.25, 0.5]) - 0.125).abs() < 1e-12);
    }
}
